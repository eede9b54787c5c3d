import type { IsoDate } from '../dates.ts';
import { fail, ok, type Result } from '../result.ts';
import type { HousingRule, Limit } from './housingRule.ts';

/** Why there is no rule to decide by: none valid on the date, only drafts, or two different rules. */
export type NoRule = 'no-rule' | 'rule-not-approved' | 'rule-ambiguous';

/**
 * The municipality's rule on a decision date, out of all its versions: the approved one that took effect last; of several from the same day
 * the highest version, which is how a mistake in a used version is put right. Two different rules (`ruleId`) valid on the day are an error,
 * never a choice made here.
 */
export function ruleOn(rules: readonly HousingRule[], date: IsoDate): Result<HousingRule, NoRule> {
  const valid = rules.filter((rule) => isValidOn(rule, date));
  const approved = valid.filter((rule) => rule.approvedAt !== null);
  const newest = approved.toSorted(byEffect).at(-1);
  if (!newest) return fail(valid.length > 0 ? 'rule-not-approved' : 'no-rule');
  return approved.some((rule) => rule.ruleId !== newest.ruleId) ? fail('rule-ambiguous') : ok(newest);
}

/** Something that stops a version from being approved: the field, named as in the rule file, and what is wrong with it. */
export interface RuleProblem {
  readonly field: string;
  readonly code:
    | 'valid-from-missing'
    | 'valid-to-before-from'
    | 'limit-not-positive'
    | 'no-basis'
    | 'repeated'
    | 'overlaps-other-rule';
}

/** What must be mended before `rule` can be approved beside the versions that are. An empty list: nothing. */
export function validateRule(rule: HousingRule, approved: readonly HousingRule[]): RuleProblem[] {
  const { validFrom, validTo, windows, treatments } = rule;
  const problems: RuleProblem[] = limitsOf(rule)
    .filter(({ limit }) => limit.unit === 'NOK' && limit.amount <= 0)
    .map(({ field }) => ({ field, code: 'limit-not-positive' }));
  if (validFrom === null) problems.push({ field: 'validFrom', code: 'valid-from-missing' });
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    problems.push({ field: 'validTo', code: 'valid-to-before-from' });
  }
  if (windows.length === 0 && !rule.useTaxYear) problems.push({ field: 'windows', code: 'no-basis' });
  if (new Set(windows).size < windows.length) problems.push({ field: 'windows', code: 'repeated' });
  if (new Set(treatments.map(({ key }) => key)).size < treatments.length) {
    problems.push({ field: 'treatments', code: 'repeated' });
  }
  if (approved.some((other) => other.ruleId !== rule.ruleId && overlap(rule, other))) {
    problems.push({ field: 'validFrom', code: 'overlaps-other-rule' });
  }
  return problems;
}

/** Every limit in a rule with the name of its field: rows by size, by type, the addition above the table, and wealth. */
export function limitsOf({ incomeLimit, wealthLimit }: HousingRule): { field: string; limit: Limit }[] {
  const limits: { field: string; limit: Limit }[] = [];
  if (incomeLimit.kind === 'byType') {
    limits.push({ field: 'incomeLimit.alone', limit: incomeLimit.alone });
    limits.push({ field: 'incomeLimit.couple', limit: incomeLimit.couple });
  }
  if (incomeLimit.kind === 'bySize') {
    limits.push(...incomeLimit.rows.map((limit, index) => ({ field: `incomeLimit.rows[${index}]`, limit })));
    const { aboveTable } = incomeLimit;
    if (aboveTable.kind === 'perExtraPerson') {
      limits.push({ field: 'incomeLimit.aboveTable.addition', limit: aboveTable.addition });
    }
  }
  if (wealthLimit) limits.push({ field: 'wealthLimit.limit', limit: wealthLimit.limit });
  return limits;
}

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/** A version without a start (a draft whose source doesn't say) is looked at as always having been there; it can't be approved. */
const isValidOn = ({ validFrom, validTo }: HousingRule, date: IsoDate): boolean =>
  (validFrom ?? FIRST_DAY) <= date && date <= (validTo ?? LAST_DAY);

const overlap = (a: HousingRule, b: HousingRule): boolean =>
  (a.validFrom ?? FIRST_DAY) <= (b.validTo ?? LAST_DAY) && (b.validFrom ?? FIRST_DAY) <= (a.validTo ?? LAST_DAY);

const byEffect = (a: HousingRule, b: HousingRule): number =>
  (a.validFrom ?? FIRST_DAY).localeCompare(b.validFrom ?? FIRST_DAY) || a.version - b.version;
