import { addDays, addMonths, addMonthsToDate, type IsoDate, monthOf, monthsBetween } from '../dates.ts';
import type { DebtorAnalysis } from '../garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../garnishment/debtorCase.ts';
import { type Oere, oere } from '../money.ts';
import type { DraftPeriod } from './trekkContent.ts';

/** Two years, less so many that the trekk ends in time from whichever day they are counted (V-12). */
const MOST_MONTHS = 24;

/** What there is room for, as the case says it shall be told: øre a month or hundredths of a per cent; neither while it is not known. */
export function sizeOf(
  { choices }: Pick<DebtorCase, 'choices'>,
  { room }: Pick<DebtorAnalysis, 'room'>,
): Pick<DraftPeriod, 'amount' | 'percent'> {
  if (room.state === 'refused') return { amount: null, percent: null };
  const percent = choices.size === 'percent' && room.percent ? room.percent * 100 : null;
  return { amount: percent === null ? room.amount : null, percent };
}

/**
 * Whole calendar months, since a start in mid-month takes effect at the month's end with NAV (fagregler.md 2.4): from the month after the decision
 * until the claims are covered, the last month only with the rest, and never beyond two years. One that waits begins with nothing to deduct on the
 * day those before it are over: what there is room for then is another assessment (utleggsdatabasen.md 7.1).
 */
export function periodsOf(
  { decisionDate, choices }: DebtorCase,
  { room, coordination }: DebtorAnalysis,
  total: Oere,
  today: IsoDate,
  waiting: boolean,
): DraftPeriod[] {
  const nextMonth = firstOf(addMonths(monthOf(later(today, decisionDate)), 1));
  const from = waiting ? later(nextMonth, coordination.freeFrom ?? nextMonth) : nextMonth;
  const lastDay = lastDayOf(decisionDate, from);
  if (waiting) return [{ from, to: lastDay, amount: oere(0), percent: null }];
  const { amount, percent } = sizeOf({ choices }, { room });
  if (amount === null || amount === 0) return [{ from, to: lastDay, amount, percent }];

  const wholeMonths = Math.floor(total / amount);
  const months = monthsBetween(monthOf(from), monthOf(lastDay)).length;
  const evenly = (to: IsoDate): DraftPeriod => ({ from, to, amount, percent: null });
  if (wholeMonths >= months) return [evenly(lastDay)];
  const restFrom = firstOf(addMonths(monthOf(from), wholeMonths));
  const rest = oere(total - wholeMonths * amount);
  return [
    ...(wholeMonths > 0 ? [evenly(addDays(restFrom, -1))] : []),
    ...(rest > 0 ? [{ from: restFrom, to: endOf(restFrom), amount: rest, percent: null }] : []),
  ];
}

/** The last whole month within two years of the decision; of the start, when that is later (one that waits long). */
function lastDayOf(decisionDate: IsoDate, from: IsoDate): IsoDate {
  const byDecision = addDays(firstOf(monthOf(addMonthsToDate(decisionDate, MOST_MONTHS))), -1);
  return byDecision > from ? byDecision : addDays(addMonthsToDate(from, MOST_MONTHS), -1);
}

const firstOf = (month: ReturnType<typeof monthOf>): IsoDate => `${month}-01` as IsoDate;
const endOf = (first: IsoDate): IsoDate => addDays(addMonthsToDate(first, 1), -1);

const later = (a: IsoDate, b: IsoDate): IsoDate => (b > a ? b : a);
