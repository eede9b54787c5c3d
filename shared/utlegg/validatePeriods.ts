import { addDays, addMonthsToDate, type IsoDate, monthOf, monthsBetween } from '../dates.ts';
import { takesOverHalf } from '../garnishment/payers.ts';
import { firstDay, lastDay } from './states.ts';
import type { RegisteredTrekk, Violation } from './trekk.ts';
import type { DraftPeriod, TrekkTerms } from './trekkContent.ts';
import type { ValidationContext } from './validationContext.ts';
import { stops, warns } from './violation.ts';

const LONGEST_MONTHS = 24;
const AHEAD_MONTHS = 6;
const ALL = 10_000;
/** V-16: so much more than what remains is too much, as a fraction. */
const OVERSHOOT = { of: 6, to: 5 };

/** What the periods are judged by, besides themselves. */
export interface PeriodQuestion {
  readonly terms: TrekkTerms;
  readonly decisionDate: IsoDate;
  /** A registration; a change is also held against what is registered. */
  readonly isNew: boolean;
  /** Nothing is deducted yet, or not for a time: there may be gaps, and a size of nothing. */
  readonly onHold: boolean;
  /** It was stopped once, and the days of the stop are still among the registered periods. */
  readonly mayHaveGaps: boolean;
}

/** V-09 to V-16: the periods and their sizes. */
export function periodViolations(question: PeriodQuestion, context: ValidationContext): Violation[] {
  const { periods } = question.terms;
  if (periods.length === 0) return [stops('V-10', 'UGYLDIG_PERIODE', 'periods')];
  return [
    ...periods.flatMap((period, index) => sizeViolations(period, `periods.${index}`, question, context)),
    ...periods.flatMap((period, index) => orderViolations(period, periods[index - 1] ?? null, index, question)),
    ...startViolations(question),
    ...lengthViolations(question),
    ...(question.isNew ? [] : lengtheningViolations(lastDay(question.terms), lastField(question), context.registered)),
    ...overshootViolations(question.terms),
  ];
}

const lastField = ({ terms }: PeriodQuestion): string => `periods.${terms.periods.length - 1}.to`;

/** V-09, V-14 and V-15 of one period. */
function sizeViolations(
  { amount, percent }: DraftPeriod,
  at: string,
  { isNew, onHold }: PeriodQuestion,
  { netPay }: ValidationContext,
): Violation[] {
  if ((amount === null) === (percent === null)) return [stops('V-09', 'ENTEN_BELOEP_ELLER_PROSENT', `${at}.amount`)];
  if (amount !== null) {
    if (amount < 0) return [stops('V-14', 'UGYLDIG_BELOEP', `${at}.amount`)];
    if (amount === 0 && isNew && !onHold) return [stops('V-15', 'UGYLDIG_TREKKSTOERRELSE', `${at}.amount`)];
    const overHalf = netPay !== null && takesOverHalf(amount, netPay);
    return overHalf ? [warns('V-15', 'UGYLDIG_TREKKSTOERRELSE', `${at}.amount`)] : [];
  }
  const share = percent ?? 0;
  if (share <= 0 || share > ALL) return [stops('V-15', 'UGYLDIG_TREKKSTOERRELSE', `${at}.percent`)];
  return 2 * share > ALL ? [warns('V-15', 'UGYLDIG_TREKKSTOERRELSE', `${at}.percent`)] : [];
}

/** V-10: each period ends after it begins, and begins the day after the one before it ended. Only the last may be without an end. */
function orderViolations(
  { from, to }: DraftPeriod,
  before: DraftPeriod | null,
  index: number,
  { onHold, mayHaveGaps }: PeriodQuestion,
): Violation[] {
  const wrong = (field: 'from' | 'to') => stops('V-10', 'UGYLDIG_PERIODE', `periods.${index}.${field}`);
  if (from === null) return [wrong('from')];
  const turned = to !== null && to < from ? [wrong('to')] : [];
  if (before === null) return turned;
  const overlaps = before.to === null || from <= before.to;
  return overlaps || (isGap(before.to, from) && !onHold && !mayHaveGaps) ? [wrong('from'), ...turned] : turned;
}

const isGap = (to: IsoDate | null, from: IsoDate | null): boolean =>
  to !== null && from !== null && from > addDays(to, 1);

/** Are there days between the periods on which nothing is deducted? */
export const hasGap = (periods: readonly DraftPeriod[]): boolean =>
  periods.some(({ from }, index) => isGap(periods[index - 1]?.to ?? null, from));

/** V-11: not before the decision, and at registration not far ahead. */
function startViolations({ terms, decisionDate, isNew, onHold }: PeriodQuestion): Violation[] {
  const from = firstDay(terms);
  if (from === null) return [];
  if (from < decisionDate) return [stops('V-11', 'UGYLDIG_PERIODE', 'periods.0.from')];
  const farAhead = isNew && !onHold && from > addMonthsToDate(decisionDate, AHEAD_MONTHS);
  return farAhead ? [warns('V-11', 'UGYLDIG_PERIODE', 'periods.0.from')] : [];
}

/** V-12: at most two years. From which day they count is not settled: from the first day is the limit, from the decision a warning at registration. */
function lengthViolations(question: PeriodQuestion): Violation[] {
  const { terms, decisionDate, isNew } = question;
  const field = lastField(question);
  const [from, to] = [firstDay(terms), lastDay(terms)];
  if (to === null || (from !== null && to > addMonthsToDate(from, LONGEST_MONTHS))) {
    return [stops('V-12', 'TREKKPERIODE_FOR_LANG', field)];
  }
  const late = isNew && to > addMonthsToDate(decisionDate, LONGEST_MONTHS);
  return late ? [warns('V-12', 'TREKKPERIODE_FOR_LANG', field)] : [];
}

/** V-16: what is taken in all, a month's amount for each month begun, against what remains. A percentage of pay to come is not known. */
function overshootViolations({ periods, claims }: TrekkTerms): Violation[] {
  const taken = periods.reduce(
    (total, { from, to, amount }) =>
      from === null || to === null ? total : total + (amount ?? 0) * monthsBetween(monthOf(from), monthOf(to)).length,
    0,
  );
  const remains = claims.reduce((total, { remaining }) => total + remaining, 0);
  return taken * OVERSHOOT.to > remains * OVERSHOOT.of ? [warns('V-16', 'TREKK_OVERSTIGER_KRAV', 'periods')] : [];
}

/** V-13: a later end than the registered one is a new registration, never a change. `to` null = open, which is later than any. */
export function lengtheningViolations(
  to: IsoDate | null,
  field: string,
  registered: RegisteredTrekk | null,
): Violation[] {
  const until = registered && lastDay(registered.terms);
  const longer = until !== null && (to === null || to > until);
  return longer ? [stops('V-13', 'FORLENGELSE_KREVER_NY_REGISTRERING', field)] : [];
}
