import { type Month, osloDate } from '../dates.ts';
import { newestCompleteMonth } from '../housing/windows.ts';
import type { Lookup } from './model.ts';

/** Whether an income lookup asked about a month. */
export const asks = (lookup: Lookup, month: Month): boolean =>
  lookup.fromMonth !== null && lookup.toMonth !== null && lookup.fromMonth <= month && month <= lookup.toMonth;

/** Whether a month could be relied on already when it was read: from the 10th of the next month, Oslo time. */
export const wasComplete = (lookup: Lookup, month: Month): boolean => month <= newestCompleteMonth(osloDate(lookup.at));

/**
 * The lookup a member's month is read from: the newest answer that was asked about it, so that no month counts twice. A failed or
 * cancelled lookup is no answer and never hides an older one; it is returned when there is nothing else. null = never asked.
 */
export const incomeLookup = (lookups: readonly Lookup[], memberId: string, month: Month): Lookup | null =>
  newest(lookups.filter((one) => one.memberId === memberId && one.source === 'inntekt' && asks(one, month)));

/** The lookup a member's tax year is read from, chosen as for months. */
export const taxLookup = (lookups: readonly Lookup[], memberId: string, year: number): Lookup | null =>
  newest(lookups.filter((one) => one.memberId === memberId && one.source === 'skattegrunnlag' && one.year === year));

function newest(lookups: readonly Lookup[]): Lookup | null {
  const sorted = lookups.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at) || b.id.localeCompare(a.id));
  return sorted.find((one) => one.state !== 'failed' && one.state !== 'cancelled') ?? sorted[0] ?? null;
}
