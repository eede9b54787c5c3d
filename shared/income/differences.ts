import type { Month } from '../dates.ts';
import type { Trace } from '../housing/assessment.ts';
import { type Oere, oere } from '../money.ts';
import { classifyMonth, classifyYear, groupOfMonth, groupOfYear } from './classify.ts';
import { incomeLookup, taxLookup } from './lookups.ts';
import type { Lookup, TaxAnswer } from './model.ts';
import { type IncomeGroup, incomeGroups } from './monthTreatments.ts';
import { addDelivered } from './sums.ts';

/** What twelve months and the tax year say about the same thing. Øre; null = that side delivered nothing of it. */
interface Difference {
  readonly months: Oere | null;
  readonly year: Oere | null;
  /** months − year; a side that delivered nothing counts as 0 here. */
  readonly difference: Oere;
  readonly traces: readonly Trace[];
}

export interface YearComparison {
  readonly year: number;
  /** Groups that at least one side delivered. */
  readonly groups: readonly (Difference & { readonly group: IncomeGroup })[];
  readonly total: Difference;
  /** Income in either source that the other has no counterpart to (interest, gains, tax-free pay, unknown codes). */
  readonly outside: { readonly months: Oere | null; readonly year: Oere | null };
}

interface Figure {
  readonly side: 'months' | 'year';
  readonly group: IncomeGroup | null;
  readonly amount: Oere | null;
  readonly trace: Trace;
}

/**
 * Lays the twelve months of a calendar year beside the tax year of the same member, by group. Benefits in kind are part of both, expense
 * cover of neither, whatever the municipality's rule counts. Turnover of a business (months) is not its surplus (year): the group shows
 * both. null when the two can't be compared: a month or the year was not delivered in full, or an amount in them is missing.
 */
export function compareMonthsWithYear(
  lookups: readonly Lookup[],
  memberId: string,
  year: number,
): YearComparison | null {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}` as Month);
  const monthLookups = months.map((month) => incomeLookup(lookups, memberId, month));
  const tax = taxLookup(lookups, memberId, year);
  const inFull = monthLookups.every((lookup) => lookup?.state === 'delivered' || lookup?.state === 'nothing');
  if (!inFull || tax?.state !== 'delivered' || !tax.tax) return null;

  const figures = [
    ...months.flatMap((month, index) => monthFigures(monthLookups[index], month)),
    ...yearFigures(tax.id, tax.tax),
  ];
  const unread = [...monthLookups.flatMap((lookup) => lookup?.income?.unread ?? []), ...tax.tax.unread];
  if (unread.length > 0 || figures.some(({ amount }) => amount === null)) return null;

  const grouped = figures.filter(({ group }) => group !== null);
  const outside = figures.filter(({ group }) => group === null);
  return {
    year,
    groups: incomeGroups
      .map((group) => ({ group, ...differenceOf(grouped.filter((figure) => figure.group === group)) }))
      .filter((group) => group.traces.length > 0),
    total: differenceOf(grouped),
    outside: { months: totalOf(outside, 'months'), year: totalOf(outside, 'year') },
  };
}

function monthFigures(lookup: Lookup | null | undefined, month: Month): Figure[] {
  if (!lookup?.income) return [];
  return lookup.income.entries
    .filter((entry) => entry.month === month && classifyMonth(entry) !== 'exclude')
    .map((entry) => ({
      side: 'months',
      group: groupOfMonth(entry),
      amount: entry.amount,
      trace: { kind: 'lookup', lookupId: lookup.id, ref: entry.ref },
    }));
}

const yearFigures = (lookupId: string, tax: TaxAnswer): Figure[] =>
  tax.posts
    .filter((post) => !['exclude', 'notIncome'].includes(classifyYear(post)))
    .map((post) => ({
      side: 'year',
      group: groupOfYear(post),
      amount: post.amount,
      trace: { kind: 'lookup', lookupId, ref: post.ref },
    }));

const totalOf = (figures: readonly Figure[], side: Figure['side']): Oere | null =>
  addDelivered(figures.filter((figure) => figure.side === side).map(({ amount }) => amount));

function differenceOf(figures: readonly Figure[]): Difference {
  const months = totalOf(figures, 'months');
  const year = totalOf(figures, 'year');
  return { months, year, difference: oere((months ?? 0) - (year ?? 0)), traces: figures.map(({ trace }) => trace) };
}
