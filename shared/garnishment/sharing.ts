import { addMonths, type Month } from '../dates.ts';
import { type Oere, oere } from '../money.ts';
import { type PriorityLetter, priorityLetters } from './claims.ts';

/** A claim that shares in a trekk. `size`: at the time of decision, with interest and costs then; `remaining`: what is left to cover. Øre. */
export interface SharingClaim {
  readonly id: string;
  readonly letter: PriorityLetter;
  readonly size: Oere;
  readonly remaining: Oere;
}

/**
 * Shares one month's deduction over the claims (dekningsloven § 2-8): better letters first; within a letter in proportion to size at the
 * decision, never more than what remains. Shares are whole øre and add up to the deduction, or to all that remains. In øre, by claim id.
 */
export function shareDeduction(deduction: Oere, claims: readonly SharingClaim[]): ReadonlyMap<string, Oere> {
  const shares = new Map<string, Oere>(claims.map((claim) => [claim.id, oere(0)]));
  let left: number = deduction;
  for (const letter of priorityLetters) {
    left -= shareWithinLetter(
      left,
      claims.filter((claim) => claim.letter === letter && claim.remaining > 0),
      shares,
    );
  }
  return shares;
}

/** Gives out up to `available` øre among claims of one letter; returns what was given. */
function shareWithinLetter(available: number, claims: readonly SharingClaim[], shares: Map<string, Oere>): number {
  let given = 0;
  let open = claims.map((claim) => ({ ...claim, left: claim.remaining as number }));
  // A claim that is covered drops out and the others share what it did not need, so it takes at most one round per claim.
  while (open.length > 0 && given < available) {
    const round = proportional(available - given, open);
    for (const claim of open) {
      const share = Math.min(round.get(claim.id) ?? 0, claim.left);
      claim.left -= share;
      given += share;
      shares.set(claim.id, oere((shares.get(claim.id) ?? 0) + share));
    }
    const still = open.filter((claim) => claim.left > 0);
    if (still.length === open.length) break;
    open = still;
  }
  return given;
}

/** `amount` in proportion to size, the odd øre to the largest fractions; ties go by id, so that the order of the claims does not matter. */
function proportional(amount: number, claims: readonly SharingClaim[]): Map<string, number> {
  // Claims without a size (all interest, say) share by what remains.
  const weight = (claim: SharingClaim): bigint => BigInt(claim.size > 0 ? claim.size : claim.remaining);
  const whole = claims.reduce((total, claim) => total + weight(claim), 0n);
  const parts = claims.map((claim) => {
    const product = BigInt(amount) * weight(claim);
    return { id: claim.id, share: Number(product / whole), fraction: product % whole };
  });
  let odd = amount - parts.reduce((total, part) => total + part.share, 0);
  const byFraction = parts.toSorted((a, b) =>
    a.fraction === b.fraction ? (a.id < b.id ? -1 : 1) : a.fraction > b.fraction ? -1 : 1,
  );
  for (const part of byFraction) {
    if (odd === 0) break;
    part.share += 1;
    odd -= 1;
  }
  return new Map(parts.map((part) => [part.id, part.share]));
}

export interface PlanMonth {
  readonly month: Month;
  readonly shares: ReadonlyMap<string, Oere>;
  readonly remaining: ReadonlyMap<string, Oere>;
}

/** How long a what-if looks ahead: ten years, the longest limitation period. */
const MAX_MONTHS = 120;

/**
 * Month by month what each claim gets of an even deduction, from `first` until all is covered. A what-if without new interest or new claims.
 * `paidOff`: the month each claim is covered, null when it isn't within ten years.
 */
export function sharingPlan(
  deduction: Oere,
  claims: readonly SharingClaim[],
  first: Month,
): { readonly months: readonly PlanMonth[]; readonly paidOff: ReadonlyMap<string, Month | null> } {
  const months: PlanMonth[] = [];
  const paidOff = new Map<string, Month | null>(claims.map((claim) => [claim.id, null]));
  let open = claims;
  for (let index = 0; index < MAX_MONTHS && deduction > 0 && open.some((claim) => claim.remaining > 0); index += 1) {
    const month = addMonths(first, index);
    const shares = shareDeduction(deduction, open);
    open = open.map((claim) => ({ ...claim, remaining: oere(claim.remaining - (shares.get(claim.id) ?? 0)) }));
    for (const claim of open) {
      if (claim.remaining === 0 && (paidOff.get(claim.id) ?? null) === null) paidOff.set(claim.id, month);
    }
    months.push({ month, shares, remaining: new Map(open.map((claim) => [claim.id, claim.remaining])) });
  }
  return { months, paidOff };
}
