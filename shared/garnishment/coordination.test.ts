import { describe, expect, it } from 'vitest';
import { kroner } from '../money.ts';
import type { IntetTilUtlegg, UtleggOverview, UtleggstrekkEntry } from '../utlegg/overview.ts';
import { coordinate, isNewKind, type OurTrekk, relate } from './coordination.ts';
import { date, EMPLOYER, instant, OWN, othersTrekk } from './debtor.fixture.ts';

const us: OurTrekk = {
  decisionDate: date('2026-11-23'),
  organisationNumber: OWN,
  letter: 'd',
  newRulesFrom: date('2026-01-01'),
  choice: null,
  withholdingBaseOf: (number) => (number === EMPLOYER ? kroner(30_000) : null),
};
const assessed = { state: 'assessed', at: instant('2026-11-23T08:00:00.000Z') } as const;
const overview = (entries: UtleggOverview['entries'], unread: UtleggOverview['unread'] = []): UtleggOverview => ({
  lookupId: 'x',
  at: assessed.at,
  entries,
  unread,
});
const judge = (entries: UtleggOverview['entries'], ours: Partial<OurTrekk> = {}, noRoom: boolean | null = false) => {
  const mine = { ...us, ...ours };
  return coordinate(assessed, relate(overview(entries), mine), mine, noRoom);
};
const letters = ({ coordination }: ReturnType<typeof judge>) => coordination.cases.map((one) => one.case).join('');
const stops = ({ findings }: ReturnType<typeof judge>) =>
  findings.filter(({ level }) => level === 'stop').map(({ code }) => code);
const warnings = ({ findings }: ReturnType<typeof judge>) =>
  findings.filter(({ level }) => level === 'warning').map(({ code }) => code);

const better = othersTrekk({ ref: 'b', letter: 'a' });
const equal = othersTrekk({ ref: 'q', letter: 'd' });
const worse = othersTrekk({ ref: 'w', letter: 'e' });
const own = othersTrekk({
  ref: 'o',
  letter: 'd',
  authority: { organisationNumber: OWN, name: null, type: null, caseNumber: null },
});
const thin = othersTrekk({ ref: 'n', rules: 'nytt', level: 'begrenset', periods: [], letter: null, authority: null });
const noSize = othersTrekk({ ref: 'h', letter: 'c', periods: [] });
const itu = (decidedOn: string, deletedOn: string | null = null): IntetTilUtlegg => ({
  kind: 'intetTilUtlegg',
  ref: 'i',
  decidedOn: date(decidedOn),
  registeredOn: null,
  authority: null,
  deletedOn: deletedOn === null ? null : date(deletedOn),
});

describe('the cases of utleggsdatabasen.md 6', () => {
  it.each([
    ['nothing', [], 'A', 'go-on', ['go-on']],
    ['only what is over', [othersTrekk({ state: 'avsluttet', periods: [] })], 'A', 'go-on', ['go-on']],
    ['a better letter', [better], 'B', 'after-better', ['after-better']],
    ['an equal letter', [equal], 'B', 'after-better', ['after-better']],
    ['a worse letter', [worse], 'C', 'before-worse', ['before-worse']],
    ['our own', [own], 'D', 'change-own', ['change-own', 'end-and-register-anew', 'second-trekk']],
    ['one of the new kind', [thin], 'F', 'new-rules', ['new-rules']],
    ['intet til utlegg', [itu('2025-11-23')], 'GA', 'go-on', ['go-on']],
    ['a size that is missing', [noSize], 'HB', 'ask-authority', ['ask-authority', 'go-on-with-gaps']],
    ['better and worse', [worse, better], 'BC', 'after-better', ['after-better']],
    ['everything at once', [itu('2026-01-01'), worse, better, noSize, own, thin], 'FDHBCG', 'new-rules', ['new-rules']],
    [
      'own beside one that lacks',
      [own, noSize, worse],
      'DHBC',
      'change-own',
      ['change-own', 'end-and-register-anew', 'second-trekk'],
    ],
  ] as [string, UtleggOverview['entries'], string, string, string[]][])('%s', (_, entries, cases, standard, open) => {
    const result = judge(entries);
    expect(letters(result)).toBe(cases);
    expect(result.coordination).toMatchObject({ lead: cases[0], defaultChoice: standard });
    expect(result.coordination.choices.map(({ choice }) => choice)).toEqual(open);
    // What departs from the default needs a reason.
    for (const { choice, needsReason } of result.coordination.choices) {
      expect(needsReason).toBe(choice !== standard || cases.startsWith('DH'));
    }
  });

  it('the order of the entries does not matter to the cases', () => {
    const all = [itu('2026-01-01'), worse, better, noSize, own];
    expect(letters(judge(all))).toBe(letters(judge(all.toReversed())));
  });

  it('E: no room behind a better trekk: wait for its end, or take pant; the officer must choose', () => {
    const unchosen = judge([better], {}, true);
    expect(letters(unchosen)).toBe('EB');
    expect(unchosen.coordination).toMatchObject({ defaultChoice: null, chosen: null, freeFrom: '2027-07-01' });
    expect(unchosen.coordination.choices.map(({ choice }) => choice)).toEqual(['register-waiting', 'drop-for-pant']);
    expect(stops(unchosen)).toEqual(['coordination-choice-needed']);
    const waiting = judge([better], { choice: { choice: 'register-waiting', reason: '' } }, true);
    expect(stops(waiting)).toEqual([]);
    const pant = judge([better], { choice: { choice: 'drop-for-pant', reason: '' } }, true);
    expect(stops(pant)).toEqual(['coordination-no-trekk']);
  });

  it('E: nobody waits for a trekk without an end, or for none', () => {
    const open = othersTrekk({
      letter: 'a',
      periods: [{ from: date('2025-07-01'), to: null, amount: kroner(9000), percent: null }],
    });
    for (const entries of [[open], []]) {
      expect(judge(entries, {}, true).coordination.choices.map(({ choice }) => choice)).toEqual(['drop-for-pant']);
    }
  });

  it('a choice that departs from the default needs its reason, and one that is not open any more stops', () => {
    expect(stops(judge([own], { choice: { choice: 'second-trekk', reason: ' ' } }))).toEqual([
      'coordination-reason-missing',
    ]);
    expect(stops(judge([own], { choice: { choice: 'second-trekk', reason: 'Ny type krav' } }))).toEqual([]);
    expect(stops(judge([noSize], { choice: { choice: 'second-trekk', reason: 'x' } }))).toEqual([
      'coordination-choice-not-open',
      'coordination-waits-for-authority',
    ]);
    // Where only one thing can be done, what was chosen before is of no consequence.
    expect(stops(judge([], { choice: { choice: 'second-trekk', reason: 'x' } }))).toEqual([]);
  });

  it('under the new rules nothing is chosen here, and old trekk are pointed out', () => {
    const result = coordinate({ state: 'not-needed', at: assessed.at }, relate(overview([own, better]), us), us, true);
    expect(result.coordination).toMatchObject({ cases: [], lead: null, choices: [], chosen: null });
    expect(result.findings.map(({ code }) => code)).toEqual(['old-trekk-under-new-rules', 'old-trekk-under-new-rules']);
  });

  it('without an answer there is no case, only what stops', () => {
    for (const [state, code] of [
      ['not-looked-up', 'coordination-not-looked-up'],
      ['failed', 'coordination-failed'],
    ] as const) {
      const result = coordinate({ state, at: null }, relate(null, us), us, null);
      expect(result.coordination).toMatchObject({ cases: [], lead: null, betterPriority: null });
      expect(stops(result)).toEqual([code]);
    }
  });

  it('an answer that could not be read whole is case H, never A', () => {
    const relations = relate(overview([], [{ ref: '0', why: 'bad-shape' }]), us);
    const result = coordinate(assessed, relations, us, false);
    expect(letters(result)).toBe('H');
    expect(relations.betterPriority).toBeNull();
  });
});

describe('what goes before ours', () => {
  const takenFirst = (entries: UtleggOverview['entries'], ours: Partial<OurTrekk> = {}) =>
    relate(overview(entries), { ...us, ...ours }).betterPriority;
  const sized = (over: Partial<UtleggstrekkEntry['periods'][number]>, more: Partial<UtleggstrekkEntry> = {}) =>
    othersTrekk({
      letter: 'a',
      periods: [{ from: date('2025-07-01'), to: date('2027-06-30'), amount: null, percent: null, ...over }],
      ...more,
    });

  it('better and equal letters, not worse ones, and nothing that is over', () => {
    expect(takenFirst([better, equal, worse, othersTrekk({ letter: 'a', state: 'slettet' })])).toBe(kroner(5000));
    expect(takenFirst([])).toBe(0);
  });

  it('a percentage of what its payer pays, rounded up', () => {
    expect(takenFirst([sized({ percent: 1233 })])).toBe(kroner(3699));
    expect(
      takenFirst([sized({ percent: 1 }, { payer: { organisationNumber: EMPLOYER, name: null } })], {
        withholdingBaseOf: () => 10_001 as never,
      }),
    ).toBe(2);
  });

  it.each([
    ['neither amount nor per cent', sized({})],
    ['both', sized({ amount: kroner(1), percent: 1 })],
    [
      'per cent of a payer who does not pay',
      sized({ percent: 10 }, { payer: { organisationNumber: '213554719', name: null } }),
    ],
    ['per cent without a payer', sized({ percent: 10 }, { payer: null })],
    ['no letter', othersTrekk({ letter: null })],
  ])('is not known: %s', (_, entry) => {
    expect(takenFirst([better, entry])).toBeNull();
    expect(takenFirst([better, entry], { choice: { choice: 'go-on-with-gaps', reason: 'Spurt uten svar' } })).toBe(
      kroner(2500),
    );
  });

  it('is not known while our own letter is not', () => {
    expect(takenFirst([worse], { letter: null })).toBeNull();
    expect(takenFirst([], { letter: null })).toBe(0);
  });

  it('our own counts only beside a second trekk, and then its size must be known', () => {
    expect(takenFirst([own])).toBe(0);
    const second = { choice: { choice: 'second-trekk', reason: '' } } as const;
    expect(takenFirst([own], second)).toBe(kroner(2500));
    expect(takenFirst([othersTrekk({ ...own, periods: [] })], second)).toBeNull();
  });

  it('where our own trekk leads, a reason also takes on what others’ lack', () => {
    expect(takenFirst([own, noSize], { choice: { choice: 'change-own', reason: '' } })).toBeNull();
    expect(takenFirst([own, noSize], { choice: { choice: 'change-own', reason: 'Spurt uten svar' } })).toBe(0);
  });

  it('nothing while it waits, is on hold or has not begun; the period of the day otherwise', () => {
    const waits = othersTrekk({ letter: 'a', state: 'ventende' });
    const later = othersTrekk({
      letter: 'a',
      periods: [{ from: date('2026-12-01'), to: date('2027-12-31'), amount: kroner(900), percent: null }],
    });
    expect(takenFirst([waits, later])).toBe(0);
    expect(warnings(judge([waits, later]))).toEqual(['entry-on-hold', 'entry-starts-later']);
    const two = othersTrekk({
      letter: 'a',
      periods: [
        { from: date('2026-01-01'), to: date('2026-11-22'), amount: kroner(900), percent: null },
        { from: date('2026-11-23'), to: date('2027-12-31'), amount: kroner(700), percent: null },
      ],
    });
    expect(takenFirst([two])).toBe(kroner(700));
  });

  it('an ended trekk may run on to a last day ahead', () => {
    const ended = (lastDay: string) =>
      othersTrekk({ letter: 'a', state: 'avsluttet', ended: { reason: null, lastDay: date(lastDay) } });
    expect(takenFirst([ended('2026-11-23')])).toBe(kroner(2500));
    expect(takenFirst([ended('2026-11-22')])).toBe(0);
  });

  it('one that only ran out is over, but our own has yet to be ended', () => {
    const ranOut = {
      periods: [{ from: date('2024-11-01'), to: date('2026-10-31'), amount: kroner(900), percent: null }],
    };
    expect(letters(judge([othersTrekk({ letter: 'a', ...ranOut })]))).toBe('A');
    expect(letters(judge([{ ...own, ...ranOut }]))).toBe('D');
    expect(letters(judge([{ ...own, ...ranOut, state: 'avsluttet' }]))).toBe('A');
  });
});

describe('details', () => {
  it('intet til utlegg is recent for twelve months, until it is deleted', () => {
    expect(letters(judge([itu('2025-11-22')]))).toBe('A');
    expect(letters(judge([itu('2026-06-01', '2026-11-23')]))).toBe('A');
    expect(letters(judge([itu('2026-06-01', '2026-11-24')]))).toBe('GA');
    expect(warnings(judge([itu('2026-06-01')]))).toEqual(['intet-til-utlegg']);
  });

  it.each([
    ['says so', othersTrekk({ rules: 'nytt' }), true],
    [
      'nothing but a date, from when the new rules were',
      othersTrekk({ rules: 'ukjent', periods: [], authority: null, letter: null, decidedOn: date('2026-01-01') }),
      true,
    ],
    [
      'nothing but a date, before that',
      othersTrekk({ rules: 'ukjent', periods: [], authority: null, letter: null, decidedOn: date('2025-12-31') }),
      false,
    ],
    [
      'an authority is named',
      othersTrekk({ rules: 'ukjent', periods: [], letter: null, decidedOn: date('2026-06-01') }),
      false,
    ],
    [
      'thin, but says it is old',
      othersTrekk({ rules: 'gammelt', periods: [], authority: null, letter: null, decidedOn: date('2026-06-01') }),
      false,
    ],
    ['wrongly registered', othersTrekk({ rules: 'nytt', state: 'slettet' }), false],
    ['ended: the debtor has had one', othersTrekk({ rules: 'nytt', state: 'avsluttet' }), true],
  ])('of the new kind? %s', (_, entry, expected) => {
    expect(isNewKind(entry, date('2026-01-01'))).toBe(expected);
  });

  it('what is over is nothing to act on, whoever’s it was', () => {
    const over = [better, worse, own].map((entry) => othersTrekk({ ...entry, state: 'slettet' }));
    expect(judge(over).findings).toEqual([]);
  });

  it('names the others who must be told', () => {
    expect(judge([worse]).findings).toContainEqual({
      level: 'warning',
      code: 'others-must-be-told',
      entryRef: 'w',
      text: 'NAMSFOGDEN',
    });
  });

  it('ours is ours by the authority, or by the creditor where none is named', () => {
    const relationOf = (entry: UtleggstrekkEntry) => judge([entry]).coordination.entries[0]?.relation;
    const creditor = { organisationNumber: OWN, name: null };
    expect(relationOf(othersTrekk({ authority: null, creditor }))).toBe('own');
    expect(relationOf(othersTrekk({ creditor }))).toBe('worse');
    expect(judge([own], { organisationNumber: null }).coordination.entries[0]?.relation).toBe('equal');
  });
});
