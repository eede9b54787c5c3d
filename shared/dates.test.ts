import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToDate,
  ageOn,
  formatDate,
  formatInstant,
  formatMonth,
  type Instant,
  type IsoDate,
  type Month,
  monthOf,
  monthsBetween,
  osloDate,
  parseIsoDate,
  parseMonth,
  parseNorwegianDate,
} from './dates.ts';

const date = (text: string) => text as IsoDate;
const month = (text: string) => text as Month;
const instant = (text: string) => text as Instant;

describe('reading a date', () => {
  test.each(['2026-11-12', '2024-02-29', '2000-02-29', '1900-01-01'])('%s is a day', (text) => {
    expect(parseIsoDate(text)).toBe(text);
  });

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00',
    '',
  ])('%s is none', (text) => {
    expect(parseIsoDate(text)).toBeNull();
  });

  test.each([
    ['21.11.2026', '2026-11-21'],
    ['1.5.26', '2026-05-01'],
    ['01/05-2026', '2026-05-01'],
    ['1 5 2026', '2026-05-01'],
    ['21112026', '2026-11-21'],
    [' 2026-11-21 ', '2026-11-21'],
  ])('%s as a Norwegian writes it → %s', (text, expected) => {
    expect(parseNorwegianDate(text)).toBe(expected);
  });

  test.each(['31.04.2026', '29.2.2026', '1.5', '1.5.126', '5.13.2026', 'i dag', ''])('%s is no date', (text) => {
    expect(parseNorwegianDate(text)).toBeNull();
  });
});

describe('reckoning with days', () => {
  test('over the end of a month, a year and the change of clocks', () => {
    expect(addDays(date('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(date('2024-03-01'), -1)).toBe('2024-02-29');
    expect(addDays(date('2026-03-28'), 2)).toBe('2026-03-30');
    expect(addDays(date('2026-10-24'), 2)).toBe('2026-10-26');
  });

  test('a day the new month lacks becomes its last', () => {
    expect(addMonthsToDate(date('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonthsToDate(date('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonthsToDate(date('2026-03-31'), -1)).toBe('2026-02-28');
    expect(addMonthsToDate(date('2026-05-01'), 18)).toBe('2027-11-01');
  });

  test('age turns on the birthday itself; the 29th of February is reached on 1 March', () => {
    expect(ageOn(date('2008-11-12'), date('2026-11-11'))).toBe(17);
    expect(ageOn(date('2008-11-12'), date('2026-11-12'))).toBe(18);
    expect(ageOn(date('2008-02-29'), date('2026-02-28'))).toBe(17);
    expect(ageOn(date('2008-02-29'), date('2026-03-01'))).toBe(18);
    expect(ageOn(date('2008-02-29'), date('2028-02-29'))).toBe(20);
    expect(ageOn(date('2027-01-01'), date('2026-12-31'))).toBe(-1);
  });
});

describe('months', () => {
  test('are read strictly', () => {
    expect(parseMonth('2026-09')).toBe('2026-09');
    for (const text of ['2026-13', '2026-00', '2026-9', '2026-09-01', '']) expect(parseMonth(text)).toBeNull();
  });

  test('are counted over the year', () => {
    expect(addMonths(month('2026-11'), 2)).toBe('2027-01');
    expect(addMonths(month('2026-01'), -1)).toBe('2025-12');
    expect(addMonths(month('2026-01'), -25)).toBe('2023-12');
    expect(monthOf(date('2026-11-12'))).toBe('2026-11');
  });

  test('between two, both included', () => {
    expect(monthsBetween(month('2025-11'), month('2026-02'))).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween(month('2026-02'), month('2026-02'))).toEqual(['2026-02']);
    expect(monthsBetween(month('2026-03'), month('2026-02'))).toEqual([]);
  });
});

describe('Oslo', () => {
  test.each([
    ['2026-11-09T22:59:59.999Z', '2026-11-09'],
    ['2026-11-09T23:00:00.000Z', '2026-11-10'],
    ['2026-07-09T21:59:59.999Z', '2026-07-09'],
    ['2026-07-09T22:00:00.000Z', '2026-07-10'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01'],
  ])('%s is %s there', (utc, expected) => {
    expect(osloDate(instant(utc))).toBe(expected);
  });

  test('the clock is Norwegian, and midnight is 00', () => {
    expect(formatInstant(instant('2026-11-21T08:14:00.000Z'))).toBe('21.11.2026 kl. 09.14');
    expect(formatInstant(instant('2026-06-30T22:05:00Z'))).toBe('01.07.2026 kl. 00.05');
  });
});

test('dates and months as Norwegians write them', () => {
  expect(formatDate(date('2026-11-01'))).toBe('01.11.2026');
  expect(formatMonth(month('2026-11'))).toBe('11.2026');
});
