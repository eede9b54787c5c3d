import { describe, expect, test } from 'vitest';
import { claim } from '../garnishment/debtor.fixture.ts';
import { oere } from '../money.ts';
import { type AttentionContext, attentionOf } from './attention.ts';
import { beslutning, date, instant, registered, registrer, trekk } from './trekk.fixture.ts';
import type { Act, ActContent, ActState, RegisteredTrekk } from './trekk.ts';

const NOW = '2026-11-22T08:00:00.000Z';
const attention = (
  { act = null, held = null }: { act?: Act | null; held?: RegisteredTrekk | null },
  over: Partial<AttentionContext> = {},
) =>
  attentionOf(trekk({ act, registered: held }), {
    now: instant(NOW),
    maxAgeHours: 24,
    inCase: [],
    others: [],
    ...over,
  });

const act = (state: ActState, what: ActContent = { kind: 'registrer', content: registrer() }): Act => ({
  id: 'a',
  state,
  what,
  reasons: {},
  startedBy: 'Ivar',
  startedAt: instant(NOW),
  askedBy: null,
  sending: {
    step: 'melding',
    confirmedAt: instant('2026-11-22T07:50:00.000Z'),
    attempts: 0,
    lastTriedAt: null,
    nextTryAt: null,
    error: null,
  },
  refusal: null,
});
const ending: ActContent = {
  kind: 'avslutt',
  content: { reason: 'utloept', lastDay: date('2028-02-29'), explanation: '', transferredTo: null },
};
const at = (now: string) => ({ now: instant(now) });
const paid = [claim('1', { reference: 'ES-1', remaining: oere(0), interest: oere(0), costs: oere(0) })];

describe('an act under way', () => {
  test.each<[ActState, string[]]>([
    ['utkast', []],
    ['kontrollert', []],
    ['tilGodkjenning', ['awaits-approval']],
    ['sendes', []],
    ['ukjent', ['unknown']],
    ['avvist', ['refused']],
  ])('%s: %j', (state, expected) => {
    expect(attention({ act: act(state) })).toEqual(expected);
  });

  test('confirmed a quarter of an hour ago, and still not there', () => {
    expect(attention({ act: act('sendes') }, at('2026-11-22T08:05:00.000Z'))).toEqual([]);
    expect(attention({ act: act('sendes') }, at('2026-11-22T08:05:01.000Z'))).toEqual(['unsent-late']);
  });

  test('checked, and the lookup has become too old since', () => {
    expect(attention({ act: act('kontrollert') }, at('2026-11-23T07:30:00.000Z'))).toEqual([]);
    expect(attention({ act: act('kontrollert') }, at('2026-11-23T07:31:00.000Z'))).toEqual(['lookup-old']);
    expect(attention({ act: act('kontrollert', ending) }, at('2026-11-23T07:31:00.000Z'))).toEqual([]);
  });
});

describe('a registered trekk', () => {
  test.each<[string, RegisteredTrekk, Partial<AttentionContext>, string[]]>([
    ['runs', registered(), at('2027-06-01T08:00:00.000Z'), []],
    ['ends in 31 days', registered(), at('2028-01-29T08:00:00.000Z'), []],
    ['ends in 30 days', registered(), at('2028-01-30T08:00:00.000Z'), ['ends-soon']],
    ['ends today', registered(), at('2028-02-29T08:00:00.000Z'), ['ends-soon']],
    ['ended yesterday', registered(), at('2028-03-01T08:00:00.000Z'), ['ran-out']],
    // late in the evening in London it is the next day in Oslo
    ['ended an hour ago in Oslo', registered(), at('2028-02-29T23:30:00.000Z'), ['ran-out']],
    ['is paid by the case', registered(), { inCase: paid }, ['paid-not-ended']],
    ['is over', registered({ state: 'avsluttet' }), at('2028-03-01T08:00:00.000Z'), []],
    ['waits', registered({ state: 'ventende' }), at('2026-11-30T08:00:00.000Z'), []],
    [
      'waits, and its day has come',
      registered({ state: 'ventende' }),
      at('2026-12-01T08:00:00.000Z'),
      ['waiting-has-room-date'],
    ],
  ])('that %s', (_, held, over, expected) => {
    expect(attention({ held }, over)).toEqual(expected);
  });

  test('that was pushed back: it has no day until something is to be deducted again', () => {
    const held = registered({ state: 'ventende' });
    const period = { from: date('2026-10-01'), to: date('2026-11-21'), amount: oere(200_000), percent: null };
    const pushedBack = (from: string, kroner: number) => ({
      held: {
        ...held,
        terms: {
          ...held.terms,
          periods: [period, { ...period, from: date(from), to: date('2028-02-29'), amount: oere(kroner * 100) }],
        },
      },
    });
    expect(attention(pushedBack('2026-11-22', 0))).toEqual([]);
    expect(attention(pushedBack('2026-12-01', 900))).toEqual([]);
    expect(attention(pushedBack('2026-12-01', 900), at('2026-12-01T08:00:00.000Z'))).toEqual(['waiting-has-room-date']);
  });

  test('whose claim ELAN has', () => {
    const others = [
      trekk({
        received: {
          content: beslutning(),
          caseReference: null,
          receivedAt: instant(NOW),
          state: 'mottatt',
          since: date('2026-11-22'),
          source: '',
        },
      }),
    ];
    expect(attention({ held: registered() }, { others })).toEqual(['transfer-to-finish']);
  });

  test('that is being ended needs no reminder; the end itself may', () => {
    const late = { ...at('2028-03-01T08:00:00.000Z'), inCase: paid };
    expect(attention({ held: registered(), act: act('utkast', ending) }, late)).toEqual(['ran-out', 'paid-not-ended']);
    expect(attention({ held: registered(), act: act('ukjent', ending) }, late)).toEqual(['unknown']);
  });
});
