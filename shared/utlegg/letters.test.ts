import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../dates.ts';
import { kroner } from '../money.ts';
import { missingLetters, neededLetters } from './letters.ts';
import type { Act, ActContent, RegisteredTrekk, Trekk } from './trekk.ts';
import type { AvsluttContent, EndreContent, TrekkTerms } from './trekkContent.ts';

const date = (text: string) => text as IsoDate;

const terms: TrekkTerms = {
  payer: { organisationNumber: '310442100', name: 'Fjellvik Transport AS', pays: 'loenn' },
  periods: [{ from: date('2026-12-01'), to: date('2027-11-30'), amount: kroner(2000), percent: null }],
  claims: [],
  payment: { account: '15037354837', kid: '6487719756' },
};

const registered = (state: RegisteredTrekk['state'] = 'loepende'): RegisteredTrekk => ({
  utleggstrekkId: 'u',
  versjon: 1,
  state,
  reference: '2026/0417',
  decisionDate: date('2026-11-20'),
  terms,
  ended: null,
  readAt: '2026-11-20T09:00:00.000Z' as RegisteredTrekk['readAt'],
});

const registrer = (waiting: boolean): ActContent => ({
  kind: 'registrer',
  content: { ...terms, reference: '', decisionDate: date('2026-11-20'), noticeDate: null, waiting, samordning: null },
});
const endre = (over: Partial<EndreContent>): ActContent => ({
  kind: 'endre',
  content: { ...terms, reason: 'innbetalingPaaKrav', date: date('2027-01-10'), explanation: '', ...over },
});
const avslutt = (reason: AvsluttContent['reason']): ActContent => ({
  kind: 'avslutt',
  content: { reason, lastDay: date('2027-03-31'), explanation: '', transferredTo: null },
});

describe('the letters an act needs', () => {
  it.each<[string, ActContent, RegisteredTrekk | null, string[]]>([
    ['a registration', registrer(false), null, ['underretning', 'trekkpaalegg']],
    ['one that waits: nothing is deducted yet', registrer(true), null, ['underretning']],
    ['a smaller claim: none of the employer’s business', endre({}), registered(), ['underretning']],
    [
      'a smaller amount',
      endre({ periods: terms.periods.map((period) => ({ ...period, amount: kroner(1500) })) }),
      registered(),
      ['underretning', 'trekkpaalegg'],
    ],
    [
      'another account',
      endre({ payment: { ...terms.payment, account: '70213997155' } }),
      registered(),
      ['underretning', 'trekkpaalegg'],
    ],
    ['a stay', endre({ reason: 'midlertidigStans' }), registered(), ['underretning', 'trekkpaalegg']],
    [
      'one that waited begins',
      endre({ reason: 'gjenopptak' }),
      registered('ventende'),
      ['underretning', 'trekkpaalegg'],
    ],
    [
      'another employer: the old one stops',
      endre({ payer: { ...terms.payer, organisationNumber: '974761076' } }),
      registered(),
      ['underretning', 'trekkpaalegg', 'opphoer'],
    ],
    [
      'the same employer, typed in groups: nobody stops',
      endre({ payer: { ...terms.payer, organisationNumber: '310 442 100' } }),
      registered(),
      ['underretning'],
    ],
    ['an ending', avslutt('innfridd'), registered(), ['underretning', 'opphoer']],
    ['an ending of one that never began', avslutt('feilregistrert'), registered('ventende'), ['underretning']],
    ['a death: nobody to tell but the employer', avslutt('doedsfall'), registered(), ['opphoer']],
  ])('%s', (_name, what, before, letters) => {
    expect(neededLetters(what, before)).toEqual(letters);
  });
});

describe('the letters an act still lacks', () => {
  const act = { what: registrer(false) } as Act;
  const event = (name: Trekk['events'][number]['event'], detail: string | null = null) =>
    ({ event: name, detail }) as Trekk['events'][number];
  const lacks = (...events: Trekk['events']) => missingLetters({ act, registered: null, events });

  it('lacks all of them at first, and none without an act', () => {
    expect(lacks(event('started'))).toEqual(['underretning', 'trekkpaalegg']);
    expect(missingLetters({ act: null, registered: registered(), events: [] })).toEqual([]);
  });

  it('lacks only those that were not made', () => {
    expect(lacks(event('started'), event('letter-made', 'underretning'), event('checked'))).toEqual(['trekkpaalegg']);
  });

  it('lacks those again that were made before the last editing', () => {
    expect(
      lacks(
        event('started'),
        event('letter-made', 'underretning'),
        event('edited'),
        event('letter-made', 'trekkpaalegg'),
      ),
    ).toEqual(['underretning']);
  });

  it('lacks those of a change again when the register holds something else; a registration tells nothing of that', () => {
    const changed = (kind: 'endre' | 'registrer') => ({ ...event('changed-since'), act: kind });
    const made = [event('letter-made', 'underretning'), event('letter-made', 'trekkpaalegg')];
    const change = { what: endre({ reason: 'retting' }) } as Act;
    const events = [event('started'), ...made, changed('endre')];
    expect(missingLetters({ act: change, registered: registered(), events })).toEqual(['underretning']);
    expect(lacks(event('started'), ...made, changed('registrer'))).toEqual([]);
  });

  it('does not take the letters of an earlier act for its own', () => {
    expect(lacks(event('letter-made', 'underretning'), event('letter-made', 'trekkpaalegg'), event('started'))).toEqual(
      ['underretning', 'trekkpaalegg'],
    );
  });
});
