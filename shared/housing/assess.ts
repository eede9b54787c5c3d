import { ageOn, type IsoDate, type Month } from '../dates.ts';
import type { Result } from '../result.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import type { NoRule } from '../rules/housingRules.ts';
import type { Environment } from '../session.ts';
import { newestSettledYear, taxYearFor } from './answers.ts';
import type { Assessment, Reason } from './assessment.ts';
import { type Basis, householdOn } from './basis.ts';
import type { CaseFile, Member } from './caseFile.ts';
import { conclude } from './conclude.ts';
import { type Deviation, deviationOf } from './deviation.ts';
import { householdWealth } from './householdWealth.ts';
import { type HouseholdLimit, householdSize } from './limit.ts';
import { memberInMonths, memberInYear, notCounted } from './memberIncome.ts';
import { calculationSteps, shortestWindow, taxYear } from './steps.ts';
import { newestCompleteMonth, windowMonths } from './windows.ts';
import { yardstickFor } from './yardstick.ts';

/** What an assessment is made from; the rest of the case is about the work, not the household. */
export type AssessmentData = Pick<CaseFile, 'decisionDate' | 'members' | 'lookups' | 'choice'>;

/**
 * Holds what was fetched against the municipality's rule for the decision date (`ruleOn`) and says what follows, with every figure on the way.
 * Amounts are øre per year. Missing is never zero: a member without an answer leaves the household without a sum. `today` is the day in Oslo;
 * with a decision date ahead, a month is used only when it is complete today.
 */
export function assess(
  data: AssessmentData,
  rule: Result<HousingRule, NoRule>,
  environment: Environment,
  today: IsoDate,
): Assessment {
  const newestMonth = newestCompleteMonth(data.decisionDate < today ? data.decisionDate : today);
  return rule.ok
    ? assessByRule(data, rule.value, environment, newestMonth)
    : assessWithoutRule(data, rule.error, newestMonth);
}

/** Nothing to hold the figures against, and no windows to add them up in. */
function assessWithoutRule(data: AssessmentData, error: NoRule, newestMonth: Month): Assessment {
  return {
    ...conclude([{ code: error, date: data.decisionDate }], [], data.choice),
    householdSize: householdSize(data.members),
    bases: [],
    wealth: { asAt: null, gross: null, net: null, basis: null, limit: null, verdict: 'unknown', members: [] },
    deviation: null,
    deviationFlagged: false,
    rule: null,
    g: null,
    steps: [],
    newestCompleteMonth: newestMonth,
  };
}

function assessByRule(
  { decisionDate, members, lookups, choice }: AssessmentData,
  rule: HousingRule,
  environment: Environment,
  newestMonth: Month,
): Assessment {
  const { g, limit, reasons } = yardstickFor(rule, members, environment, decisionDate);
  const counted = members.filter(({ birthDate }) => ageOn(birthDate, decisionDate) >= rule.countMembersFromAge);
  const year = taxYearFor(lookups, idsOf(counted), decisionDate);

  const household: Household = { members, counted, lookups, rule, limit };
  const bases = rule.windows.map((count) => onMonths(household, count, newestMonth));
  if (rule.useTaxYear) bases.push(onYear(household, year));
  const results = bases.map(({ result }) => result);
  const deviation = deviationOf(
    shortestWindow(results)?.annual ?? null,
    taxYear(results)?.annual ?? null,
    rule.deviationThreshold,
  );
  const wealth = householdWealth(counted, year, lookups, rule, g?.amount ?? null, limit !== null);

  const common = [...reasons, ...nobodyCounted(counted), ...wealth.reasons, ...deviationReason(deviation)];
  if (year !== null) common.push(...newerYears(lookups, idsOf(counted), year, decisionDate));
  const figures = { g, bases: results, wealth: wealth.result, deviation: deviation.hundredths };
  const { ruleId, version, municipality, scheme, source, confidence, approvedBy, approvedAt, validFrom, validTo } =
    rule;
  return {
    ...conclude(common, bases, choice),
    ...figures,
    householdSize: householdSize(members),
    deviationFlagged: deviation.flagged,
    rule: { ruleId, version, municipality, scheme, source, confidence, approvedBy, approvedAt, validFrom, validTo },
    steps: calculationSteps(figures, limit, rule),
    newestCompleteMonth: newestMonth,
  };
}

interface Household {
  readonly members: readonly Member[];
  readonly counted: readonly Member[];
  readonly lookups: CaseFile['lookups'];
  readonly rule: HousingRule;
  readonly limit: HouseholdLimit | null;
}

function onMonths(
  { members, counted, lookups, rule, limit }: Household,
  count: HousingRule['windows'][number],
  newestMonth: Month,
): Basis {
  const basis = `m${count}` as const;
  const months = windowMonths(newestMonth, count);
  const each = members.map((member) => {
    const income = memberInMonths(member, basis, months, lookups, rule);
    return counted.includes(member) ? income : notCounted(income);
  });
  return householdOn({ basis, months }, each, limit);
}

function onYear({ members, counted, lookups, rule, limit }: Household, year: number | null): Basis {
  const each = members.map((member) => {
    const income = memberInYear(member, year, lookups, rule);
    return counted.includes(member) ? income : notCounted(income);
  });
  return householdOn({ basis: 'year', year }, each, limit);
}

const idsOf = (members: readonly Member[]): string[] => members.map(({ id }) => id);

const nobodyCounted = (counted: readonly Member[]): Reason[] =>
  counted.length === 0 ? [{ code: 'nobody-counted' }] : [];

function deviationReason({ hundredths, flagged }: Deviation): Reason[] {
  if (!flagged) return [];
  return [hundredths === null ? { code: 'deviation' } : { code: 'deviation', percent: hundredths }];
}

/** Members with a settled year that is newer than the one used, and over by the decision date. */
const newerYears = (
  lookups: CaseFile['lookups'],
  memberIds: readonly string[],
  used: number,
  decisionDate: IsoDate,
): Reason[] =>
  memberIds.flatMap((memberId): Reason[] => {
    const year = newestSettledYear(lookups, memberId, decisionDate);
    return year !== null && year > used ? [{ code: 'newer-year', memberId, year }] : [];
  });
