import { describe, expect, test } from 'vitest';
import type { Lookup } from '../income/model.ts';
import { kroner } from '../money.ts';
import { incomeIn, newestSettledYear, taxAnswerFor, taxYearFor } from './answers.ts';
import { date, ended, everyMonth, incomeLookup, month, taxLookup, wage, yearWage } from './household.fixture.ts';
import { windowMonths } from './windows.ts';

const DAY = '2026-11-12';
const three = windowMonths(month('2026-10'), 3);
const twelve = windowMonths(month('2026-10'), 12);
const wages = everyMonth('2025-11', '2026-10', 30_000);
const delivered = incomeLookup('a', DAY, '2026-10', wages);

const why = (lookups: Lookup[], months = three) => {
  const result = incomeIn(lookups, 'a', months);
  return result.ok ? null : result.error;
};
const amounts = (lookups: Lookup[], months = three) => {
  const result = incomeIn(lookups, 'a', months);
  return result.ok ? result.value.entries.map(({ entry }) => entry.amount) : null;
};

describe('incomeIn', () => {
  test('only the months of the window', () => {
    expect(amounts([delivered])).toHaveLength(3);
    expect(amounts([delivered], twelve)).toHaveLength(12);
  });

  test('a month is never read twice: the newest answer for it counts, older ones fill what it was not asked about', () => {
    const corrected = incomeLookup('a', '2026-11-20', '2026-10', [wage('2026-10', 99_000)], {
      fromMonth: month('2026-10'),
    });
    for (const lookups of [
      [delivered, corrected],
      [corrected, delivered],
    ]) {
      expect(amounts(lookups)?.toSorted()).toEqual([30_000, 30_000, 99_000].map(kroner));
    }
  });

  test('a failed or cancelled try hides no earlier answer', () => {
    const later = incomeLookup('a', '2026-11-20', '2026-10', []);
    expect(amounts([delivered, ended(later, 'failed')])).toHaveLength(3);
    expect(amounts([delivered, ended(later, 'cancelled')])).toHaveLength(3);
  });

  test("another member's answer is not this one's", () => {
    expect(why([{ ...delivered, memberId: 'b' }])).toEqual({ code: 'not-fetched' });
  });

  test.each([
    ['shielded', 'shielded'],
    ['nothing', 'nothing-reported'],
    ['unknownPerson', 'unknown-person'],
    ['withdrawn', 'withdrawn'],
    ['failed', 'source-failed'],
    ['cancelled', 'not-fetched'],
  ] as const)('%s is told apart: %s', (state, code) => {
    expect(why([ended(delivered, state)])).toEqual({ code });
  });

  test('partly shielded without a single entry is shielded, not nothing', () => {
    const emptied = incomeLookup('a', DAY, '2026-10', [], { state: 'partlyShielded' });
    expect(why([emptied])).toEqual({ code: 'shielded' });
  });

  test('months that were not asked about, and months that were not complete when read', () => {
    const short = incomeLookup('a', DAY, '2026-10', wages, { fromMonth: month('2026-08') });
    expect(why([short])).toBeNull();
    expect(why([short], twelve)).toEqual({ code: 'income-incomplete', months: twelve.slice(0, 9) });
    const early = incomeLookup('a', '2026-11-09', '2026-10', wages);
    expect(why([early])).toEqual({ code: 'income-incomplete', months: ['2026-10'] });
  });

  test('the day of reading is the day in Oslo: 23.30 UTC on the 9th is the 10th', () => {
    const atNight = { ...delivered, at: '2026-11-09T23:30:00.000Z' as Lookup['at'] };
    const beforeMidnight = { ...delivered, at: '2026-11-09T22:30:00.000Z' as Lookup['at'] };
    expect(why([atNight])).toBeNull();
    expect(why([beforeMidnight])).toEqual({ code: 'income-incomplete', months: ['2026-10'] });
  });

  test('what could not be read leaves a hole, unless it was kept or concerns withholding and deductions', () => {
    const unread = (ref: string, why: 'bad-shape' | 'bad-amount') => ({
      ...delivered,
      income: { entries: wages, withholding: [], deductions: [], shielded: false, unread: [{ ref, why }] },
    });
    const lost = (lookup: Lookup) => {
      const result = incomeIn([lookup], 'a', three);
      return result.ok && result.value.lost;
    };
    expect(lost(delivered)).toBe(false);
    expect(lost(unread('3', 'bad-shape'))).toBe(true);
    expect(lost(unread('3.1', 'bad-shape'))).toBe(true);
    expect(lost(unread(wages[0]?.ref ?? '', 'bad-amount'))).toBe(false);
    expect(lost(unread('3.forskuddstrekk.0', 'bad-amount'))).toBe(false);
    expect(lost(unread('3.fradrag', 'bad-shape'))).toBe(false);
  });
});

describe('taxAnswerFor', () => {
  const settled = taxLookup('a', DAY, 2025, [yearWage(400_000)]);

  test('the answer of that year', () => {
    expect(taxAnswerFor([settled], 'a', 2025)).toMatchObject({
      ok: true,
      value: { lookupId: settled.id, lost: false },
    });
    expect(taxAnswerFor([settled], 'a', 2024)).toEqual({ ok: false, error: { code: 'not-fetched' } });
    expect(taxAnswerFor([settled], 'a', null)).toEqual({ ok: false, error: { code: 'not-fetched' } });
  });

  test('a post that could not be read leaves a hole', () => {
    const tax = settled.tax && { ...settled.tax, unread: [{ ref: 'fastland.7', why: 'bad-shape' as const }] };
    expect(taxAnswerFor([{ ...settled, tax }], 'a', 2025)).toMatchObject({ ok: true, value: { lost: true } });
  });

  test('no settlement is not the same as failing', () => {
    expect(taxAnswerFor([ended(settled, 'nothing')], 'a', 2025)).toEqual({
      ok: false,
      error: { code: 'nothing-reported' },
    });
    expect(taxAnswerFor([ended(settled, 'failed')], 'a', 2025)).toEqual({
      ok: false,
      error: { code: 'source-failed' },
    });
  });
});

describe('taxYearFor', () => {
  const settled = (id: string, year: number) => taxLookup(id, DAY, year, [yearWage(400_000)]);
  const yearOf = (lookups: Lookup[], decision = DAY) => taxYearFor(lookups, ['a', 'b'], date(decision));

  test('the newest that everyone has', () => {
    expect(yearOf([settled('a', 2025), settled('b', 2025), settled('a', 2024), settled('b', 2024)])).toBe(2025);
    const notYet = ended(settled('b', 2025), 'nothing');
    expect(yearOf([settled('a', 2025), notYet, settled('a', 2024), settled('b', 2024)])).toBe(2024);
  });

  test('otherwise the newest that anyone has, otherwise the newest asked for', () => {
    expect(yearOf([settled('a', 2025), ended(settled('b', 2025), 'nothing')])).toBe(2025);
    expect(yearOf([ended(settled('a', 2024), 'nothing'), ended(settled('b', 2025), 'failed')])).toBe(2025);
    expect(yearOf([])).toBeNull();
  });

  test('never a year that was not over on the decision date', () => {
    const both = [settled('a', 2025), settled('b', 2025), settled('a', 2022), settled('b', 2022)];
    expect(yearOf(both, '2023-09-15')).toBe(2022);
    expect(yearOf(both, '2025-12-31')).toBe(2022);
  });
});

test('newestSettledYear: delivered or announced, and over by the decision date', () => {
  const settled = taxLookup('a', DAY, 2024, [yearWage(400_000)]);
  const announced: Lookup = {
    ...ended(settled, 'delivered'),
    id: 's',
    source: 'sisteSkatteoppgjoer',
    year: null,
    newestYear: 2025,
  };
  expect(newestSettledYear([settled], 'a', date(DAY))).toBe(2024);
  expect(newestSettledYear([settled, announced], 'a', date(DAY))).toBe(2025);
  expect(newestSettledYear([settled, announced], 'a', date('2025-11-12'))).toBe(2024);
  expect(newestSettledYear([ended(settled, 'nothing')], 'a', date(DAY))).toBeNull();
});
