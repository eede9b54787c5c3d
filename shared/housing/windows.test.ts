import { expect, test } from 'vitest';
import { date, month } from './household.fixture.ts';
import { newestCompleteMonth, windowMonths } from './windows.ts';

test.each([
  ['2026-11-08', '2026-09'],
  ['2026-11-09', '2026-09'],
  ['2026-11-10', '2026-10'],
  ['2026-11-30', '2026-10'],
  ['2026-01-09', '2025-11'],
  ['2026-01-10', '2025-12'],
  ['2026-02-09', '2025-12'],
])('on %s the newest complete month is %s', (today, newest) => {
  expect(newestCompleteMonth(date(today))).toBe(newest);
});

test('a window ends with the newest month and goes over the year', () => {
  expect(windowMonths(month('2026-01'), 3)).toEqual(['2025-11', '2025-12', '2026-01']);
  expect(windowMonths(month('2026-10'), 1)).toEqual(['2026-10']);
  expect(windowMonths(month('2026-10'), 12).at(0)).toBe('2025-11');
});
