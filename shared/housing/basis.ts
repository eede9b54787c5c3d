import type { Month } from '../dates.ts';
import { type Oere, oere, sum } from '../money.ts';
import type { BasisResult, Reason } from './assessment.ts';
import type { BasisKey } from './caseFile.ts';
import type { HouseholdLimit } from './limit.ts';
import type { MemberIncome } from './memberIncome.ts';

/** The household on one basis, and the reasons that belong to this basis alone. */
export interface Basis {
  readonly result: BasisResult;
  readonly reasons: Reason[];
}

/** What a basis is read from: a window of months or a tax year (null = no year was asked for). */
export type Period =
  | { readonly basis: Exclude<BasisKey, 'year'>; readonly months: readonly Month[] }
  | { readonly basis: 'year'; readonly year: number | null };

/**
 * Adds the counted members up and holds the sum against the limit; `limit` null: no verdict may be given. The household has a yearly figure
 * only when every counted member has one. Up to and including the limit is within it.
 */
export function householdOn(period: Period, members: readonly MemberIncome[], limit: HouseholdLimit | null): Basis {
  const counted = members.filter(({ onBasis }) => onBasis.counted);
  const known = counted.map(({ onBasis }) => onBasis.annual).filter((annual) => annual !== null);
  const annual = counted.length > 0 && known.length === counted.length ? sum(known) : null;
  const amount = limit?.kind === 'limit' ? limit.amount : null;
  const margin = annual === null || amount === null ? null : oere(amount - annual);
  const verdict = verdictOf(limit, margin);
  const months = period.basis === 'year' ? [] : period.months;

  const result: BasisResult = {
    basis: period.basis,
    fromMonth: months[0] ?? null,
    toMonth: months.at(-1) ?? null,
    year: period.basis === 'year' ? period.year : null,
    state: annual !== null ? 'complete' : known.length > 0 ? 'incomplete' : 'none',
    members: members.map(({ onBasis }) => onBasis),
    annual,
    limit: amount,
    margin,
    verdict,
  };
  const reasons = members.flatMap((member) => member.reasons);
  if (margin !== null) {
    reasons.push({ code: margin >= 0 ? 'within-basis' : 'over-basis', basis: period.basis, amount: margin });
  }
  return { result, reasons };
}

function verdictOf(limit: HouseholdLimit | null, margin: Oere | null): BasisResult['verdict'] {
  if (limit?.kind === 'noLimit') return 'noLimit';
  if (margin === null) return 'unknown';
  return margin >= 0 ? 'within' : 'over';
}
