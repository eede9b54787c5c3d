import { describe, expect, test } from 'vitest';
import { type Instant, type Month, monthsBetween } from '../dates.ts';
import { kroner } from '../money.ts';
import { type Asked, findings } from './findings.ts';
import type { Lookup } from './model.ts';
import { type Given, incomeLookupOf, taxLookupOf } from './testLookups.ts';

const months = monthsBetween('2026-08' as Month, '2026-10' as Month);
const asked: Asked = { months, years: [2025], newestComplete: '2026-10' as Month };
const wage = 'samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt';
const steady: Given[] = months.map((month) => ({ month, amount: 30_000 }));
const income = (given: readonly Given[], over: Partial<Lookup> = {}) =>
  incomeLookupOf('2026-08', '2026-10', given, over);
const tax = taxLookupOf(2025, [[wage, 'inntekt', 360_000]]);
const find = (lookups: readonly Lookup[]) => findings(lookups, 'anna', asked);

test('everything delivered, complete and known: nothing to say', () => {
  expect(find([income(steady), tax])).toEqual([]);
});

test('never asked about is its own finding, for months and for the year', () => {
  expect(find([])).toEqual([
    { code: 'notFetched', memberId: 'anna', source: 'inntekt', months, traces: [] },
    { code: 'notFetched', memberId: 'anna', source: 'skattegrunnlag', year: 2025, traces: [] },
  ]);
});

test.each(['partlyShielded', 'shielded', 'nothing', 'unknownPerson', 'withdrawn', 'failed', 'cancelled'] as const)(
  'a lookup that ended %s says so, and never that nothing was reported',
  (state) => {
    const empty = income([], { state });
    expect(find([empty, { ...tax, state, tax: null }])).toEqual([
      { code: state, memberId: 'anna', source: 'inntekt', months, traces: [] },
      { code: state, memberId: 'anna', source: 'skattegrunnlag', year: 2025, traces: [] },
    ]);
  },
);

test('months without reports inside an answer', () => {
  expect(find([income(steady.slice(0, 1)), tax])).toEqual([
    { code: 'noReports', memberId: 'anna', source: 'inntekt', months: ['2026-09', '2026-10'], traces: [] },
  ]);
});

test('a month that was read too early, or lies after the newest usable one', () => {
  const incomplete = { code: 'notComplete', memberId: 'anna', source: 'inntekt', months: ['2026-10'], traces: [] };
  expect(find([income(steady, { at: '2026-11-09T12:00:00.000Z' as Instant }), tax])).toEqual([incomplete]);
  const earlier = { ...asked, newestComplete: '2026-09' as Month };
  expect(findings([income(steady), tax], 'anna', earlier)).toEqual([incomplete]);
});

describe('in the figures', () => {
  const with_ = (...more: Given[]) => find([income([...steady, ...more]), tax]);
  const trace = (ref: string) => ({ kind: 'lookup', lookupId: 'a', ref });

  test('what lies in months of the same answer that were not asked for here is left alone', () => {
    const whole = incomeLookupOf('2026-01', '2026-10', [...steady, { month: '2026-02', amount: -1, code: 'nyKode' }]);
    expect(find([whole, tax])).toEqual([]);
  });

  test('corrected: negative amounts and back-pay', () => {
    const backPay = { startdato: '2026-01-01', sluttdato: '2026-06-30' };
    expect(
      with_(
        { month: '2026-09', amount: -500, code: 'fastloenn' },
        { month: '2026-10', amount: 40_000, kind: 'ytelseFraOffentlige', code: 'sykepenger', backPay },
      ),
    ).toEqual([
      expect.objectContaining({ code: 'negative', months: ['2026-09'], amount: kroner(-500), traces: [trace('3.0')] }),
      expect.objectContaining({
        code: 'backPay',
        months: ['2026-10'],
        kind: 'ytelseFraOffentlige',
        registerCode: 'sykepenger',
        amount: kroner(40_000),
        traces: [trace('4.0')],
      }),
    ]);
  });

  test('unknown codes, added up by kind and code', () => {
    expect(
      with_(
        { month: '2026-09', amount: 100, code: 'nyKode' },
        { month: '2026-10', amount: 50, code: 'nyKode' },
        { month: '2026-10', amount: 7, code: 'nyKode', kind: 'pensjonEllerTrygd' },
      ),
    ).toEqual([
      expect.objectContaining({ code: 'unknownCode', kind: 'loennsinntekt', amount: kroner(150), count: 2 }),
      expect.objectContaining({ code: 'unknownCode', kind: 'pensjonEllerTrygd', amount: kroner(7), count: 1 }),
    ]);
  });

  test('amounts that are missing, unreadable or in no month', () => {
    const found = with_(
      { month: '2026-09' },
      { month: '2026-09', amount: '1 000' },
      { month: 'september', amount: 11 },
      { month: '2019-01', amount: 5 },
    );
    expect(found.map(({ code, count, amount }) => [code, count, amount])).toEqual([
      ['noAmount', 2, undefined],
      ['noMonth', 2, kroner(16)],
      ['unread', 2, undefined],
    ]);
  });

  test('the tax year: unknown posts, missing amounts, sums that disagree', () => {
    const found = find([
      income(steady),
      taxLookupOf(2025, [
        ['heltNyYtelse', 'inntekt', 1_000],
        ['ungdomsprogramytelse', 'inntekt', 2_000],
        [wage, 'inntekt', undefined],
        ['innskudd', 'formue', 10],
        ['bruttoformue', '-', 99],
      ]),
    ]);
    expect(found.map(({ code, registerCode, amount, year }) => [code, registerCode, amount, year])).toEqual([
      ['unknownPost', 'heltNyYtelse', kroner(1_000), 2025],
      ['noAmount', undefined, undefined, 2025],
      ['wealthDisagrees', undefined, undefined, 2025],
    ]);
  });
});

test('an older answer stands when a retry fails, and a part of the months can be missing', () => {
  const older = incomeLookupOf('2026-08', '2026-09', steady.slice(0, 2));
  const retry = income([], { id: 'b', state: 'failed', income: null, at: '2026-11-13T10:00:00.000Z' as Instant });
  expect(find([older, retry, tax])).toEqual([
    { code: 'failed', memberId: 'anna', source: 'inntekt', months: ['2026-10'], traces: [] },
  ]);
});
