import { formatMonth, type Month, monthsBetween } from '../dates.ts';

/** Months for a sentence: three or more in a row as a range («11.2025–10.2026»), others one by one. */
export function monthRange(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  const inARow = first !== undefined && last !== undefined && monthsBetween(first, last).length === months.length;
  return inARow && months.length > 2
    ? `${formatMonth(first)}–${formatMonth(last)}`
    : months.map(formatMonth).join(', ');
}
