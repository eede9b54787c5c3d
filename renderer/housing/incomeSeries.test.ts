import { expect, it } from 'vitest';
import type { Month } from '../../shared/dates.ts';
import { benefit, incomeLookup, wage } from '../../shared/housing/household.fixture.ts';
import { monthsTable } from '../../shared/income/monthsTable.ts';
import { kroner } from '../../shared/money.ts';
import { incomeSeries } from './incomeSeries.ts';

const months = ['2026-09', '2026-10'] as Month[];
const newest = '2026-10' as Month;

it('one series per member and kind; two payers are one colour, a month without reports is not zero', () => {
  const lookup = incomeLookup('a', '2026-11-12', '2026-10', [
    wage('2026-09', 20_000),
    wage('2026-09', 5_000, { payerId: '910000000', ref: 'x' }),
    wage('2026-10', 9_000, { ...benefit('ytelseFraOffentlige', 'ufoeretrygd'), ref: 'y' }),
  ]);
  const series = incomeSeries([monthsTable([lookup], 'a', months, newest)]);
  expect(series.map(({ kind, points }) => [kind, points.map(({ amount }) => amount)])).toEqual([
    ['loennsinntekt', [kroner(25_000), null]],
    ['ytelseFraOffentlige', [null, kroner(9_000)]],
  ]);
  expect(series[0]?.points[0]?.traces).toHaveLength(2);
});

it('a kind of which nothing counts is left out', () => {
  const expenses = wage('2026-09', 3_000, { fordel: 'utgiftsgodtgjoerelse', subjectToWithholding: false });
  const lookup = incomeLookup('a', '2026-11-12', '2026-10', [expenses]);
  expect(incomeSeries([monthsTable([lookup], 'a', months, newest)])).toEqual([]);
});
