import { type Oere, oere } from '../money.ts';
import type { HousingRule, Limit } from '../rules/housingRule.ts';
import type { CalculationStep } from './assessment.ts';
import type { Member } from './caseFile.ts';

/** The limit that applies to a household, with the step that shows how it came about; or that the rule has none, or leaves it to a person. */
export type HouseholdLimit =
  | { readonly kind: 'limit'; readonly amount: Oere; readonly step: CalculationStep }
  | { readonly kind: 'noLimit' }
  | { readonly kind: 'aboveTable' };

/** How many the household is by the rule: the members the officer has counted in. */
export const householdSize = (members: readonly Member[]): number =>
  members.filter(({ countsInSize }) => countsInSize).length;

/**
 * A limit in øre per year. A limit in G that does not come out in whole øre is rounded down: incomes are whole øre, so no verdict changes.
 * Throws when a limit in G is asked for without G: the caller has to stop before that.
 */
export function limitInOere(limit: Limit, g: Oere | null): Oere {
  if (limit.unit === 'NOK') return limit.amount;
  if (g === null) throw new Error('a limit in G needs G');
  return oere(Math.floor((g * limit.thousandths) / 1000));
}

/** The income limit of a rule for a household of at least one. `g`: øre per year, null when no limit of the rule is in G. */
export function incomeLimitFor(rule: HousingRule, members: readonly Member[], g: Oere | null): HouseholdLimit {
  const { incomeLimit } = rule;
  if (incomeLimit.kind === 'none') return { kind: 'noLimit' };
  if (incomeLimit.kind === 'byType') {
    const couple = members.some(({ role }) => role === 'ektefelle' || role === 'samboer');
    return plain(couple ? incomeLimit.couple : incomeLimit.alone, g);
  }

  const { rows, aboveTable } = incomeLimit;
  const size = householdSize(members);
  const row = rows[size - 1];
  if (row) return plain(row, g);
  const last = rows.at(-1);
  if (!last || aboveTable.kind === 'manual') return { kind: 'aboveTable' };
  if (aboveTable.kind === 'repeatLast') return plain(last, g);
  const extra = size - rows.length;
  const base = limitInOere(last, g);
  const addition = limitInOere(aboveTable.addition, g);
  const amount = oere(base + extra * addition);
  return {
    kind: 'limit',
    amount,
    step: { code: 'limit-above-table', amounts: [base, addition, amount], factor: extra },
  };
}

function plain(limit: Limit, g: Oere | null): HouseholdLimit {
  const amount = limitInOere(limit, g);
  const step: CalculationStep = { code: 'limit', amounts: [amount] };
  return { kind: 'limit', amount, step: limit.unit === 'G' ? { ...step, factor: limit.thousandths } : step };
}
