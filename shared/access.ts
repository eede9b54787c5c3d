/** What a person may be in this program. The two desks are kept apart; IT sets up; `fagansvarlig` decides the municipality's rules. */
export const roles = ['housing', 'collection', 'it', 'fagansvarlig'] as const;
export type Role = (typeof roles)[number];

/** May someone with these roles do something that needs one of `needed`? Refusals say which roles would do. Empty `needed` = everyone. */
export function mayUse(
  held: readonly Role[],
  needed: readonly Role[],
): { readonly allowed: true } | { readonly allowed: false; readonly needs: readonly Role[] } {
  return needed.length === 0 || needed.some((role) => held.includes(role))
    ? { allowed: true }
    : { allowed: false, needs: needed };
}
