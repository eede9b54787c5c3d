import { describe, expect, test } from 'vitest';
import { claim } from '../garnishment/debtor.fixture.ts';
import { kroner, oere } from '../money.ts';
import { type MovingContext, movingRow } from './movingDay.ts';
import { beslutning, date, instant, registered, trekk } from './trekk.fixture.ts';
import type { RegisteredTrekk } from './trekk.ts';

const said = (newRules: boolean | null, at = '2026-11-20T08:00:00.000Z') => ({ newRules, at: instant(at) });
const left = (amount: number) => [
  claim('1', { reference: 'ES-1', remaining: kroner(amount), interest: oere(0), costs: oere(0) }),
];
const row = (held: RegisteredTrekk | null, over: Partial<MovingContext> = {}) =>
  movingRow(trekk({ registered: held }), {
    today: date('2026-12-10'),
    cutOver: date('2027-01-01'),
    inCase: left(20_000),
    others: [],
    regime: said(false),
    ...over,
  });
const received = [
  trekk({
    received: {
      content: beslutning(),
      caseReference: null,
      receivedAt: instant('2026-12-01T08:00:00.000Z'),
      state: 'mottatt',
      since: date('2026-12-01'),
      source: '',
    },
  }),
];

test('a line of the list', () => {
  expect(row(registered())).toEqual({
    trekkId: 't1',
    caseId: 'c1',
    caseNumber: '2026/417',
    state: 'loepende',
    endsOn: '2028-02-29',
    remaining: kroner(20_000),
    need: 'runs-out',
    by: '2028-02-29',
  });
});

test('only what runs under the old rules is on the list', () => {
  expect(row(null)).toBeNull();
  expect(row(registered({ state: 'avsluttet' }))).toBeNull();
});

describe('what it needs next', () => {
  test.each<[string, Partial<MovingContext>, string, string | null]>([
    ['never looked up', { regime: null }, 'look-up', '2026-12-31'],
    ['the lookup failed', { regime: said(null) }, 'look-up', '2026-12-31'],
    ['looked up 31 days ago', { regime: said(false, '2026-11-09T08:00:00.000Z') }, 'look-up', '2026-12-31'],
    ['looked up 30 days ago', { regime: said(false, '2026-11-10T08:00:00.000Z') }, 'runs-out', '2028-02-29'],
    [
      'under the new rules, however long ago that was said',
      { regime: said(true, '2026-02-01T08:00:00.000Z') },
      'transfer',
      null,
    ],
    ['ELAN has it', { others: received, regime: said(true) }, 'finish-transfer', '2026-12-10'],
    ['paid', { inCase: left(0) }, 'end-now', '2026-12-10'],
    ['ran out', { today: date('2028-03-01') }, 'end-now', '2028-03-01'],
    // 15 months of 2 000
    ['covers all that remains', { inCase: left(30_000) }, 'runs-out', '2028-02-29'],
    ['ends before it is covered', { inCase: left(30_001) }, 'decide-before-cut-over', '2026-12-31'],
    [
      'the same when it is too late to register anew',
      { inCase: left(30_001), today: date('2027-01-01') },
      'runs-out',
      '2028-02-29',
    ],
    [
      'from the cut-over there is nothing to ask',
      { regime: null, today: date('2027-01-01') },
      'runs-out',
      '2028-02-29',
    ],
  ])('%s', (_, over, need, by) => {
    expect(row(registered(), over)).toMatchObject({ need, by });
  });

  test('what a percentage will take nobody knows: it runs out', () => {
    const { terms } = registered();
    const periods = terms.periods.map((period) => ({ ...period, amount: null, percent: 500 }));
    expect(row(registered({ terms: { ...terms, periods } }), { inCase: left(900_000) })?.need).toBe('runs-out');
  });

  test('months that have passed take nothing more', () => {
    const { terms } = registered();
    const [period] = terms.periods;
    if (!period) throw new Error('the fixture has a period');
    const past = { ...period, from: date('2026-01-01'), to: date('2026-10-31') };
    const held = registered({ terms: { ...terms, periods: [past, { ...period, to: date('2026-12-31') }] } });
    expect(row(held, { inCase: left(2_000) })?.need).toBe('runs-out');
    expect(row(held, { inCase: left(2_001) })?.need).toBe('decide-before-cut-over');
  });
});
