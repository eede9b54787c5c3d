import type { TrekkClaim, TrekkTerms } from './trekkContent.ts';

/** What differs, by its path in the new content (a claim that is gone: in the old), with both values; null = was not there. */
export interface Difference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What a change does to the registered terms. Claims are the same by their reference; the periods are one list, since they are read as one. */
export const differences = (before: TrekkTerms, after: TrekkTerms): Difference[] => [
  ...membersOf('payer', before.payer, after.payer),
  ...(same(before.periods, after.periods) ? [] : [{ field: 'periods', before: before.periods, after: after.periods }]),
  ...claimDifferences(before.claims, after.claims),
  ...membersOf('payment', before.payment, after.payment),
];

function claimDifferences(before: readonly TrekkClaim[], after: readonly TrekkClaim[]): Difference[] {
  const find = (claims: readonly TrekkClaim[], { reference }: TrekkClaim) =>
    claims.find((claim) => claim.reference.trim() === reference.trim()) ?? null;
  const changed = after.flatMap((claim, index) => {
    const old = find(before, claim);
    const field = `claims.${index}`;
    return old === null ? [{ field, before: null, after: claim }] : membersOf(field, old, claim);
  });
  const gone = before.flatMap((claim, index) =>
    find(after, claim) === null ? [{ field: `claims.${index}`, before: claim, after: null }] : [],
  );
  return [...changed, ...gone];
}

/** The members that are not the same, one by one. */
const membersOf = <T extends object>(at: string, before: T, after: T): Difference[] =>
  (Object.keys(after) as (keyof T & string)[])
    .filter((name) => !same(before[name], after[name]))
    .map((name) => ({ field: `${at}.${name}`, before: before[name], after: after[name] }));

/** Periods and claims are plain values written in one order, so that their text tells. */
const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
