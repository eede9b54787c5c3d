import type { Month } from '../../shared/dates.ts';
import type { Text } from '../../shared/text/text.ts';

const index = (month: Month): number => Number(month.slice(5)) - 1;

/** `2026-10` → «okt». */
export const shortMonth = ({ app }: Text, month: Month): string => app.monthsShort[index(month)] ?? month;

/** `2026-10` → «oktober 2026». */
export const longMonth = ({ app }: Text, month: Month): string =>
  `${app.months[index(month)] ?? month} ${month.slice(0, 4)}`;
