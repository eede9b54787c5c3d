import type { Month } from '../../shared/dates.ts';
import type { Text } from '../../shared/text/text.ts';

const index = (month: Month): number => Number(month.slice(5)) - 1;

/** `2026-10` → «okt». */
export const shortMonth = ({ app }: Text, month: Month): string => app.monthsShort[index(month)] ?? month;

/** `2026-10` → «oktober 2026». */
export const longMonth = ({ app }: Text, month: Month): string =>
  `${app.months[index(month)] ?? month} ${month.slice(0, 4)}`;

/** Months in a row for a heading: «august – oktober 2026»; the year of the first only when it is another. */
export function monthSpan(text: Text, months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  if (first === last) return longMonth(text, last);
  const from = first.slice(0, 4) === last.slice(0, 4) ? text.app.months[index(first)] : longMonth(text, first);
  return `${from} – ${longMonth(text, last)}`;
}
