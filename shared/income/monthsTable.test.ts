import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Instant, type Month, monthsBetween } from '../dates.ts';
import { kroner, sum } from '../money.ts';
import { householdMonths, monthsTable } from './monthsTable.ts';
import { type Given, incomeLookupOf, quickest } from './testLookups.ts';

const july = '2026-07' as Month;
const october = '2026-10' as Month;
const months = monthsBetween(july, october);
const table = (lookups: Parameters<typeof monthsTable>[0], newestComplete = october) =>
  monthsTable(lookups, 'anna', months, newestComplete);

const given: Given[] = [
  { month: '2026-07', amount: 30_000 },
  { month: '2026-07', amount: 5_000, code: 'feriepenger' },
  { month: '2026-07', amount: 2_000, code: 'bil', fordel: 'naturalytelse' },
  { month: '2026-08', amount: 30_000 },
  { month: '2026-08', amount: -1_500.5, code: 'trekkILoennForFerie' },
  { month: '2026-08', amount: 700, code: 'kilometergodtgjoerelseBil', fordel: 'utgiftsgodtgjoerelse', withheld: false },
  { month: '2026-10', amount: 9_000, payer: '889640782', kind: 'ytelseFraOffentlige', code: 'sykepenger' },
  { month: '2026-10', amount: 123, kind: 'naeringsinntekt', code: 'vederlag' },
];

describe('one lookup', () => {
  const result = table([incomeLookupOf('2026-07', '2026-10', given)]);

  test('rows by payer and kind, cells by month, null where nothing was reported', () => {
    expect(
      result.rows.map(({ payerId, kind, cells }) => [payerId, kind, cells.map((cell) => cell?.total ?? null)]),
    ).toEqual([
      ['310442100', 'loennsinntekt', [kroner(37_000), 2_919_950, null, null]],
      ['889640782', 'ytelseFraOffentlige', [null, null, null, kroner(9_000)]],
      ['310442100', 'naeringsinntekt', [null, null, null, kroner(123)]],
    ]);
  });

  test('each figure says what counts, what stands apart and what is left out, with its source lines', () => {
    expect(result.columns[0]?.total?.sums).toEqual({
      counted: kroner(35_000),
      separate: kroner(2_000),
      excluded: null,
      undecided: null,
    });
    expect(result.columns[1]?.total).toMatchObject({
      sums: { counted: 2_849_950, excluded: kroner(700) },
      negative: true,
      traces: [
        { kind: 'lookup', lookupId: 'a', ref: '3.0' },
        { kind: 'lookup', lookupId: 'a', ref: '4.0' },
        { kind: 'lookup', lookupId: 'a', ref: '5.0' },
      ],
    });
    expect(result.columns[3]?.total?.sums).toEqual({
      counted: kroner(9_000),
      separate: null,
      excluded: null,
      undecided: kroner(123),
    });
    expect(result.total?.traces).toHaveLength(given.length);
  });

  test('a rule version that counts a company car changes the figure', () => {
    const departures = [{ key: 'loennsinntekt:bil', treatment: 'include' as const }];
    const lookups = [incomeLookupOf('2026-07', '2026-10', given)];
    const counted = monthsTable(lookups, 'anna', months, october, departures).columns[0]?.total?.sums.counted;
    expect(counted).toBe(kroner(37_000));
  });
});

test('an entry without amount is counted as missing, and makes no zero', () => {
  const result = table([incomeLookupOf('2026-07', '2026-10', [{ month: '2026-07', amount: undefined }])]);
  expect(result.columns[0]?.total).toMatchObject({ total: null, withoutAmount: 1, sums: { counted: null } });
});

test('a delivered zero is a zero', () => {
  const zero: Given = { month: '2026-07', amount: 0, code: 'friTransport', fordel: 'naturalytelse' };
  expect(table([incomeLookupOf('2026-07', '2026-10', [zero])]).columns[0]?.total).toMatchObject({
    total: 0,
    negative: false,
  });
});

test('what belongs to no month asked about is kept apart', () => {
  const result = table([
    incomeLookupOf('2026-07', '2026-10', [
      { month: 'ukjent', amount: 1 },
      { month: '2020-01', amount: 2 },
      { month: '2026-07', amount: 4 },
    ]),
  ]);
  expect(result.unplaced?.total).toBe(kroner(3));
  expect(result.total?.total).toBe(kroner(4));
});

describe('which lookup a month is read from', () => {
  const first = incomeLookupOf('2026-07', '2026-09', [
    { month: '2026-07', amount: 1 },
    { month: '2026-09', amount: 2 },
  ]);
  const second = incomeLookupOf('2026-09', '2026-10', [{ month: '2026-09', amount: 20 }], {
    id: 'b',
    at: '2026-11-13T10:00:00.000Z' as Instant,
  });
  const totals = (lookups: Parameters<typeof monthsTable>[0]) =>
    table(lookups).columns.map(({ total }) => total?.total ?? null);

  test('the newest answer, so that overlapping lookups never add up', () => {
    expect(totals([first, second])).toEqual([kroner(1), null, kroner(20), null]);
    expect(totals([second, first])).toEqual([kroner(1), null, kroner(20), null]);
  });

  test('a failed or cancelled lookup hides nothing; a withdrawn one does', () => {
    expect(totals([first, { ...second, state: 'failed', income: null }])[2]).toBe(kroner(2));
    expect(totals([first, { ...second, state: 'cancelled', income: null }])[2]).toBe(kroner(2));
    expect(totals([first, { ...second, state: 'withdrawn', income: null }])[2]).toBeNull();
  });

  test('a month nobody asked about is not a month without income', () => {
    expect(table([first]).columns.map(({ state }) => state)).toEqual([
      'delivered',
      'delivered',
      'delivered',
      'notFetched',
    ]);
  });

  test('another member’s lookups are not looked at', () => {
    expect(totals([{ ...first, memberId: 'bo' }])).toEqual([null, null, null, null]);
  });
});

describe('complete months', () => {
  const readOn = (at: string) => incomeLookupOf('2026-07', '2026-10', given, { at: at as Instant });
  const complete = (at: string, newestComplete: Month) =>
    table([readOn(at)], newestComplete).columns.map((column) => column.complete);

  test('October is complete from 10 November in Oslo', () => {
    expect(complete('2026-11-09T22:59:00.000Z', october)).toEqual([true, true, true, false]);
    expect(complete('2026-11-09T23:00:00.000Z', october)).toEqual([true, true, true, true]);
  });

  test('a decision date before that does not use October either', () => {
    expect(complete('2026-11-12T10:00:00.000Z', '2026-09' as Month)).toEqual([true, true, true, false]);
  });
});

describe('household', () => {
  test('each member and the sum, month by month; unknown stays unknown', () => {
    const anna = table([incomeLookupOf('2026-07', '2026-10', given)]);
    const bo = monthsTable(
      [incomeLookupOf('2026-07', '2026-09', [{ month: '2026-07', amount: 1_000 }], { memberId: 'bo' })],
      'bo',
      months,
      october,
    );
    const result = householdMonths([anna, bo]);
    expect(result.map(({ counted }) => counted)).toEqual([kroner(36_000), 2_849_950, null, kroner(9_000)]);
    expect(result[0]?.members).toEqual([
      { memberId: 'anna', counted: kroner(35_000) },
      { memberId: 'bo', counted: kroner(1_000) },
    ]);
    expect(result.map(({ complete }) => complete)).toEqual([true, true, true, false]);
    expect(householdMonths([])).toEqual([]);
  });
});

test('rows, columns and the total add up to what was delivered, in any order', () => {
  const one = fc.record({
    month: fc.constantFrom('2026-07', '2026-08', '2026-09', '2026-10'),
    payer: fc.constantFrom('310442100', '213554719', '889640782'),
    kind: fc.constantFrom('loennsinntekt', 'pensjonEllerTrygd', 'finnesIkke'),
    code: fc.constantFrom('annet', 'bil', 'nyKode'),
    amount: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  });
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 20 }), (amounts) => {
      const delivered = kroner(amounts.reduce((total, { amount }) => total + amount, 0));
      const result = table([incomeLookupOf('2026-07', '2026-10', amounts)]);
      const reversed = table([incomeLookupOf('2026-07', '2026-10', amounts.toReversed())]);
      const { sums, total } = result.total ?? expect.fail();
      expect(total).toBe(delivered);
      expect(sum(Object.values(sums).filter((value) => value !== null))).toBe(delivered);
      expect(sum(result.rows.flatMap((row) => row.total.total ?? []))).toBe(delivered);
      expect(sum(result.columns.flatMap((column) => column.total?.total ?? []))).toBe(delivered);
      const figures = ({ rows }: typeof result) =>
        rows.map(({ payerId, kind, cells }) => [payerId, kind, cells.map((cell) => cell?.sums)]);
      expect(figures(reversed)).toEqual(figures(result));
    }),
  );
});

test('36 months × 10 payers × 3 amounts in under 50 ms', () => {
  const all = monthsBetween('2023-11' as Month, october);
  const amounts = all.flatMap((month) =>
    Array.from({ length: 30 }, (_, index): Given => ({ month, payer: `31044210${index % 10}`, amount: 1234.5 })),
  );
  const lookups = [incomeLookupOf('2023-11', '2026-10', amounts)];
  const result = monthsTable(lookups, 'anna', all, october);
  expect(result.rows).toHaveLength(10);
  expect(result.total?.traces).toHaveLength(1080);
  expect(quickest(() => monthsTable(lookups, 'anna', all, october))).toBeLessThan(50);
});
