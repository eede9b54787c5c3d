import { addMonths, type IsoDate, type Month, monthOf, monthsBetween } from '../dates.ts';

/** Employers report by the 5th; from the 10th of the next month a month is complete enough to decide on (skatteetaten-apis.md 4.2). */
const COMPLETE_FROM_DAY = 10;

/** The newest month that may be used on a day in Oslo: last month from the 10th, the month before that on days 1–9. */
export const newestCompleteMonth = (today: IsoDate): Month =>
  addMonths(monthOf(today), Number(today.slice(8)) >= COMPLETE_FROM_DAY ? -1 : -2);

/** The `count` months that end with `newest`, oldest first. */
export const windowMonths = (newest: Month, count: number): Month[] =>
  monthsBetween(addMonths(newest, 1 - count), newest);
