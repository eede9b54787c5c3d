import { describe, expect, it } from 'vitest';
import { kroner, oere } from '../money.ts';
import { analyseDebtor } from './analyseDebtor.ts';
import {
  alone,
  byHand,
  claim,
  context,
  date,
  debtorCase,
  EMPLOYER,
  instant,
  OWN,
  othersTrekk,
  paid,
  registered,
  samordnet,
  settingsWith,
  taxed,
} from './debtor.fixture.ts';
import { DebtorAnalysis } from './debtorAnalysis.ts';
import type { DebtorCase } from './debtorCase.ts';
import { shareDeduction } from './sharing.ts';

const analyse = (one: DebtorCase, where = context()) => {
  const analysis = analyseDebtor(one, where);
  // What main hands over is what the window's contract says, and nothing else.
  expect(DebtorAnalysis.parse(analysis)).toEqual(analysis);
  return analysis;
};
const roomOf = (one: DebtorCase, where = context()) => {
  const { room } = analyse(one, where);
  if (room.state !== 'computed') throw new Error(JSON.stringify(room.reasons));
  return room;
};
const codes = (analysis: DebtorAnalysis, level: 'stop' | 'warning') =>
  analysis.findings.filter((one) => one.level === level).map(({ code }) => code);
const steps = (room: ReturnType<typeof roomOf>) =>
  room.steps.map(({ code, sign, amount }) => `${code} ${sign} ${amount / 100}`);

const march = '2025-03-10T08:00:00.000Z';
const pay = (gross: number, withheld: number) => paid('2025-02', march, [{ gross, withheld }]);
const withPay = (gross: number, withheld: number, over: Partial<DebtorCase> = {}) =>
  debtorCase({ lookups: [pay(gross, withheld), registered(march)], ...over });
const housing = (amount: number) => ({ amount: kroner(amount), source: 'Husleiekontrakt' });
const born = (birthDate: string) => ({ birthDate: date(birthDate) });

describe('the examples of fagregler.md 5 through the whole analysis', () => {
  it('G1: single debtor, every step with its figure', () => {
    const room = roomOf(withPay(38_000, 10_400, { household: { ...alone, boutgifter: housing(9500) } }));
    expect(room).toMatchObject({
      room: kroner(7876),
      amount: kroner(7800),
      percent: 20,
      percentAmount: kroner(7600),
      status: 'decision',
    });
    expect(steps(room)).toEqual([
      'gross plus 38000',
      'withheld minus 10400',
      'own-net result 27600',
      'better-priority minus 0',
      'livsopphold-adults shown 10724',
      'livsopphold minus 10724',
      'boutgifter minus 9000',
      'need shown 19724',
      'by-pool result 7876',
      'room result 7876',
      'amount result 7800',
      'percent shown 7600',
    ]);
    expect(room.rates).toMatchObject([
      { name: 'livsoppholdssatser', validFrom: '2024-07-01', confidence: 'verified-two-sources', signedBy: null },
      { name: 'Trondheim', validFrom: '2020-11-05', confidence: 'local-guideline' },
    ]);
  });

  it('G2: single parent; barnetrygd is entered by hand', () => {
    const household = {
      ...alone,
      children: [born('2021-06-01'), born('2015-06-01')],
      commonIncome: [byHand('Barnetrygd', 3200)],
      boutgifter: housing(10_400),
    };
    expect(roomOf(withPay(38_000, 8500, { household }))).toMatchObject({ room: kroner(3991), amount: kroner(3900) });
  });

  it('G3: couple by share, capped by the pool; by pool when that is chosen', () => {
    const household = {
      ...alone,
      adults: 'par' as const,
      children: [born('2012-06-01'), born('2020-06-01')],
      spouseNet: byHand('Lønn', 20_000),
      boutgifter: housing(13_000),
    };
    const couple = withPay(40_000, 10_000, { household });
    const room = roomOf(couple);
    expect(room).toMatchObject({
      byPool: oere(1_034_340),
      byShare: oere(620_604),
      decidedBy: 'share',
      method: 'share',
      amount: kroner(6200),
    });
    expect(room.steps.find(({ code }) => code === 'share-of-need')).toMatchObject({
      percent: 6000,
      amount: oere(2_379_396),
    });
    expect(room.steps.filter(({ code }) => code === 'livsopphold-child').map(({ age, cut }) => [age, cut])).toEqual([
      [12, false],
      [4, true],
    ]);
    expect(roomOf({ ...couple, choices: { ...couple.choices, spouseMethod: 'pool' } })).toMatchObject({
      decidedBy: 'pool',
      amount: kroner(10_300),
    });
    const municipalityPools = context({ settings: settingsWith({}, { spouseMethod: 'pool' }) });
    expect(roomOf(couple, municipalityPools).amount).toBe(kroner(10_300));
  });

  it('G4: the claims share as their letters say', () => {
    const claims = [
      claim('tax', { remaining: kroner(18_000) }),
      claim('water', { type: 'vannOgAvloep', original: kroner(12_000), remaining: kroner(12_000) }),
    ];
    const both = (letter: 'd' | 'e') =>
      analyse(debtorCase({ claims }), context({ settings: settingsWith({ vannOgAvloep: letter }) })).sharing.claims;
    expect([...shareDeduction(kroner(3500), both('d'))]).toEqual([
      ['tax', kroner(2100)],
      ['water', kroner(1400)],
    ]);
    expect([...shareDeduction(kroner(3500), both('e'))]).toEqual([
      ['tax', kroner(3500)],
      ['water', 0],
    ]);
  });

  it('G5: self-employed: 20 % of the gross fee, more with a written consent, never more than the room', () => {
    const household = (consent: { percent: number; givenOn: ReturnType<typeof date> } | null) => ({
      ...alone,
      otherNet: [byHand('Egen virksomhet', 45_000)],
      selfEmployed: { grossFee: kroner(42_000), source: 'Faktura 17', consent },
    });
    const own = (consent: Parameters<typeof household>[0]) =>
      roomOf(debtorCase({ lookups: [paid('2025-02', march, []), registered(march)], household: household(consent) }));
    expect(own(null)).toMatchObject({ decidedBy: 'selfEmployedCap', room: kroner(8400) });
    expect(own({ percent: 30, givenOn: date('2025-03-01') }).room).toBe(kroner(12_600));
    expect(own({ percent: 30, givenOn: date('2025-03-11') }).room).toBe(kroner(8400));
    const poor = roomOf(
      debtorCase({
        lookups: [paid('2025-02', march, []), registered(march)],
        household: { ...household(null), otherNet: [byHand('Egen virksomhet', 21_724)] },
      }),
    );
    expect(poor).toMatchObject({ decidedBy: 'alone', room: kroner(6000) });
  });

  it('G6: legal pant, limitation, fresh notice', () => {
    const g6 = (decisionDate: string, answers: DebtorCase['answers'] = []) =>
      analyse(
        debtorCase({
          decisionDate: date(decisionDate),
          notices: [{ id: 'n', claimIds: ['1'], sentOn: date('2026-02-02'), answerBy: date('2026-02-23') }],
          answers,
          lookups: [samordnet(true, `${decisionDate}T07:00:00.000Z`)],
        }),
        context({ now: instant(`${decisionDate}T08:00:00.000Z`) }),
      );
    const inTime = g6('2026-04-23');
    expect(inTime.claims[0]).toMatchObject({
      limitation: '2036-02-02',
      limitationBecause: 'notice',
      laterInterestYears: 3,
      legalPantEnds: '2026-03-20',
      decideFrom: '2026-02-24',
      renotifyFrom: '2026-04-24',
    });
    expect(codes(inTime, 'stop')).toEqual([]);
    expect(codes(inTime, 'warning')).toContain('legal-pant-over');
    expect(codes(g6('2026-04-24'), 'stop')).toEqual(['fresh-notice-needed']);
    const answered = [{ id: 'a', receivedOn: date('2026-03-10'), text: '' }];
    expect(codes(g6('2026-05-05', answered), 'stop')).toEqual([]);
    expect(codes(g6('2026-05-11', answered), 'stop')).toEqual(['fresh-notice-needed']);
    expect(inTime.timeline.filter(({ past }) => !past).map(({ code, date: day }) => `${day} ${code}`)).toEqual([
      '2026-04-23 decision',
      '2026-04-24 fresh-notice-from',
      '2026-05-23 complaint-ends',
      '2027-04-23 confirm-by',
      '2036-02-02 limitation',
    ]);
  });

  it.each([
    ['2026-08-01', 'livsopphold-missing', '2026-07-01'],
    ['2025-08-01', 'livsopphold-unverified', '2025-07-01'],
  ])('G8: on %s the table is missing, by name and day', (day, code, validFrom) => {
    const { room } = analyse(
      debtorCase({ decisionDate: date(day) }),
      context({ now: instant(`${day}T08:00:00.000Z`) }),
    );
    expect(room).toMatchObject({ state: 'refused' });
    if (room.state === 'refused') expect(room.reasons).toContainEqual({ code, validFrom, months: [] });
  });

  it('G8: a table that someone has signed decides, and says who', () => {
    const signed = {
      validFrom: date('2025-07-01'),
      validTo: date('2026-06-30'),
      rates: {
        enslig: 11_000,
        giftEllerSamboende: 9300,
        forsoergerEktefelleSamboer: 18_600,
        barn: { '0-5': 3500, '6-10': 4600, '11-14': 5900, '15+': 6800 },
      },
      source: 'regjeringen.no id691824',
      confidence: 'verified' as const,
      signedBy: 'Siri',
      signedAt: instant('2025-07-02T08:00:00.000Z'),
    };
    const room = roomOf(
      debtorCase({
        decisionDate: date('2025-08-11'),
        lookups: [
          paid('2025-07', '2025-08-11T07:00:00.000Z', [{ gross: 38_000, withheld: 10_400 }]),
          registered('2025-08-11T07:00:00.000Z'),
        ],
      }),
      context({ now: instant('2025-08-11T08:00:00.000Z'), settings: settingsWith({}, { livsopphold: [signed] }) }),
    );
    expect(room.room).toBe(kroner(38_000 - 10_400 - 11_000 - 5000));
    expect(room.rates[0]).toMatchObject({ signedBy: 'Siri', source: 'regjeringen.no id691824', validTo: '2026-06-30' });
  });
});

describe('which rules (G7) decide what the analysis says', () => {
  const june = (lookups: DebtorCase['lookups'], over: Partial<DebtorCase> = {}) =>
    analyse(
      debtorCase({
        decisionDate: date('2026-06-01'),
        notices: [{ id: 'n', claimIds: ['1'], sentOn: date('2026-05-04'), answerBy: date('2026-05-26') }],
        claims: [claim('1', { dueDate: date('2026-03-20') })],
        lookups,
        ...over,
      }),
      context({ now: instant('2026-06-01T10:00:00.000Z') }),
    );
  const at = '2026-06-01T08:00:00.000Z';

  it('unavailable stops, and does not fall through to the old rules', () => {
    const analysis = june([samordnet(null, at), registered(at)]);
    expect(analysis.regime).toMatchObject({ rules: 'stop', because: 'unavailable' });
    expect(codes(analysis, 'stop')).toEqual(['regime-unavailable']);
    expect(analysis.mayDecide).toBe(false);
    expect(analysis.sourcesToFetch).toContain('samordnetTrekk');
  });

  it('a failed lookup after a good one hides nothing', () => {
    const analysis = june([samordnet(null, '2026-06-01T09:00:00.000Z'), samordnet(false, at), registered(at)]);
    expect(analysis.regime.rules).toBe('old');
  });

  it('new: nothing is sized by us, and what lacks for the size does not stop the decision', () => {
    const analysis = june([samordnet(true, at)]);
    expect(analysis.regime.rules).toBe('new');
    expect(analysis.coordination).toMatchObject({ state: 'not-needed', lead: null });
    expect(analysis.room).toMatchObject({ state: 'refused' });
    expect(codes(analysis, 'stop')).toEqual([]);
    expect(codes(analysis, 'warning')).toContain('room-refused');
    expect(analysis.mayDecide).toBe(true);
  });

  it('new: the room is a basis, from which no other trekk is taken', () => {
    const room = roomOf(
      debtorCase({
        decisionDate: date('2027-01-12'),
        lookups: [
          paid('2026-12', '2027-01-12T07:00:00.000Z', [{ gross: 38_000, withheld: 10_400 }]),
          registered('2027-01-12T07:00:00.000Z', [othersTrekk({ letter: 'a' })]),
        ],
      }),
      context({
        now: instant('2027-01-12T08:00:00.000Z'),
        environment: 'training',
        settings: settingsWith(
          {},
          {
            livsopphold: [
              {
                validFrom: date('2026-07-01'),
                validTo: date('2027-06-30'),
                rates: {
                  enslig: 11_400,
                  giftEllerSamboende: 9600,
                  forsoergerEktefelleSamboer: 19_200,
                  barn: { '0+': 3600 },
                },
                source: 'oppdiktet',
                confidence: 'fictional',
                signedBy: 'Opplæring',
                signedAt: instant('2026-07-01T08:00:00.000Z'),
              },
            ],
          },
        ),
      }),
    );
    expect(room).toMatchObject({ status: 'basis', room: kroner(27_600 - 11_400 - 5000) });
  });

  it('case F: a new entry means the new rules whatever the lookup said, and that is to be reported', () => {
    const thin = othersTrekk({
      ref: '2',
      rules: 'nytt',
      level: 'begrenset',
      periods: [],
      letter: null,
      authority: null,
    });
    const analysis = june([samordnet(false, at), registered(at, [thin, othersTrekk()])]);
    expect(analysis.regime).toMatchObject({ rules: 'new', because: 'new-entry-found' });
    expect(analysis.coordination).toMatchObject({
      lead: 'F',
      defaultChoice: 'new-rules',
      cases: [{ case: 'F', entryRefs: ['2'] }],
    });
    expect(codes(analysis, 'warning')).toEqual(
      expect.arrayContaining(['regime-mismatch', 'old-trekk-under-new-rules']),
    );
  });

  it('old: interest has letter e; new: the claim’s own', () => {
    const claims = [claim('1', { dueDate: date('2026-03-20'), interest: kroner(300), costs: kroner(100) })];
    const parts = (newRules: boolean) =>
      june([samordnet(newRules, at), registered(at)], { claims }).sharing.claims.map(({ id, letter, size }) => [
        id,
        letter,
        size,
      ]);
    expect(parts(false)).toEqual([
      ['1', 'd', kroner(18_000)],
      ['1/tillegg', 'e', kroner(400)],
    ]);
    expect(parts(true)).toEqual([['1', 'd', kroner(18_400)]]);
  });

  it('the claim types have their dates, and a claim without a decided letter stops', () => {
    const stops = (type: 'besoeksbidrag' | 'husleie') =>
      june([samordnet(true, at)], { claims: [claim('1', { type, dueDate: date('2026-03-20') })] }).findings.filter(
        ({ level }) => level === 'stop',
      );
    expect(stops('besoeksbidrag')).toEqual([
      { level: 'stop', code: 'claim-not-listed-yet', claimId: '1', date: '2026-07-01' },
      { level: 'stop', code: 'claim-no-letter', claimId: '1' },
    ]);
    expect(stops('husleie').map(({ code }) => code)).toEqual(['claim-never-listed', 'claim-no-letter']);
  });
});

describe('what stands in the way', () => {
  it('nothing, in a case that is complete', () => {
    const analysis = analyse(debtorCase());
    expect(analysis.findings.filter(({ level }) => level === 'stop')).toEqual([]);
    expect(analysis).toMatchObject({ mayDecide: true, sourcesToFetch: [] });
  });

  it.each([
    ['no claims', { claims: [] }, ['no-claims']],
    ['not due', { claims: [claim('1', { dueDate: date('2025-03-11') })] }, ['claim-not-due', 'notice-before-due']],
    ['nothing left', { claims: [claim('1', { remaining: kroner(0) })] }, ['claim-nothing-remaining']],
    ['more left than there was', { claims: [claim('1', { original: kroner(1) })] }, ['claim-remaining-over-original']],
    ['no notice', { notices: [] }, ['no-notice']],
    ['not looked up', { lookups: [pay(38_000, 10_400)] }, ['coordination-not-looked-up', 'room-refused']],
    ['no household', { household: null }, ['room-refused']],
  ] satisfies [string, Partial<DebtorCase>, string[]][])('%s', (_, over, expected) => {
    expect(codes(analyse(debtorCase(over)), 'stop')).toEqual(expected);
  });

  it('the same reference twice', () => {
    const claims = [claim('1'), claim('2', { reference: 'F-1' })];
    const notices = [{ id: 'n', claimIds: ['1', '2'], sentOn: date('2025-02-10'), answerBy: date('2025-03-03') }];
    expect(codes(analyse(debtorCase({ claims, notices })), 'stop')).toEqual([
      'claim-reference-twice',
      'claim-reference-twice',
    ]);
  });

  it('under the new rules another authority names who deducts: nothing is asked for', () => {
    const one = debtorCase({ decisionDate: date('2027-01-04') });
    for (const trekkpliktig of [null, '991825827']) {
      const { regime, findings } = analyse({ ...one, choices: { ...one.choices, trekkpliktig } });
      expect(regime.rules).toBe('new');
      expect(findings.map(({ code }) => code).filter((code) => /payer|trekkpliktig/.test(code))).toEqual([]);
    }
  });

  it('V-31: the payer must be among those of the last three months', () => {
    const chosen = (
      trekkpliktig: string | null,
      payers = [
        { gross: 30_000, withheld: 9000 },
        { gross: 8000, withheld: 1000, payer: '213554719' },
      ],
    ) => {
      const one = debtorCase({ lookups: [paid('2025-02', march, payers), registered(march)] });
      return analyse({ ...one, choices: { ...one.choices, trekkpliktig } });
    };
    expect(codes(chosen(EMPLOYER), 'warning')).not.toContain('trekkpliktig-not-found');
    expect(codes(chosen('991825827'), 'warning')).toContain('trekkpliktig-not-found');
    expect(codes(chosen(EMPLOYER), 'stop')).not.toContain('trekkpliktig-not-chosen');
    // The municipality decides against the payer: without one there is nothing to decide.
    expect(codes(chosen(null), 'stop')).toContain('trekkpliktig-not-chosen');
    expect(codes(chosen(null, []), 'stop')).toContain('trekkpliktig-not-chosen');
    expect(codes(chosen(null, []), 'warning')).toContain('no-payer');
    expect(chosen(EMPLOYER).payers.map(({ payer, share }) => [payer.id, share])).toEqual([
      [EMPLOYER, 7895],
      ['213554719', 2105],
    ]);
    // A percentage is of the chosen payer's pay; while two pay and none is chosen, there is none.
    expect(roomOf(debtorCase({ lookups: chosenLookups() }))).toMatchObject({ percent: 40 });
    expect(chosen(null).room).toMatchObject({ percent: null, percentAmount: null });
  });

  const chosenLookups = () => [
    paid('2025-02', march, [
      { gross: 30_000, withheld: 9000 },
      { gross: 8000, withheld: 1000, payer: '213554719' },
    ]),
    registered(march),
  ];

  it('no room: a second trekk can not be registered without one, a change of our own can', () => {
    const own = othersTrekk({ authority: { organisationNumber: OWN, name: null, type: null, caseNumber: null } });
    const poor = (choice: 'change-own' | 'second-trekk') => {
      const one = debtorCase({ lookups: [pay(15_000, 2000), registered(march, [own])] });
      return analyse({ ...one, choices: { ...one.choices, coordination: { choice, reason: 'Nytt krav' } } });
    };
    expect(codes(poor('second-trekk'), 'stop')).toEqual(['no-room']);
    expect(codes(poor('change-own'), 'stop')).toEqual([]);
    expect(codes(poor('change-own'), 'warning')).toContain('no-room');
  });

  it.each([
    ['never asked', [], ['inntekt', 'skattegrunnlag', 'utlegg']],
    [
      'failed',
      [
        paid('2025-02', march, [], { state: 'failed', income: null }),
        registered(march),
        taxed(2023, [], { state: 'failed', tax: null }),
      ],
      ['inntekt', 'skattegrunnlag'],
    ],
    [
      'asked too early',
      [
        paid('2025-02', '2025-03-05T08:00:00.000Z', [{ gross: 1 }]),
        registered('2025-03-09T08:00:00.000Z'),
        taxed(2023, []),
      ],
      ['inntekt', 'utlegg'],
    ],
    [
      'shielded: asking again does not help',
      [paid('2025-02', march, [], { state: 'shielded', income: null }), registered(march), taxed(2023, [])],
      [],
    ],
  ] satisfies [string, DebtorCase['lookups'], string[]][])('what to ask again: %s', (_, lookups, expected) => {
    expect(analyse(debtorCase({ lookups })).sourcesToFetch).toEqual(expected);
  });

  it('a child born on the day counts; a spouse’s income does not when the debtor lives alone', () => {
    const household = { ...alone, children: [born('2025-03-10')], spouseNet: byHand('Lønn', 20_000) };
    const room = roomOf(debtorCase({ household }));
    expect(room.steps).toContainEqual(expect.objectContaining({ code: 'livsopphold-child', age: 0 }));
    expect(room.steps.map(({ code }) => code)).not.toContain('spouse-net');
    expect(room.decidedBy).toBe('alone');
    const unborn = analyse(debtorCase({ household: { ...alone, children: [born('2025-03-11')] } })).room;
    expect(unborn).toMatchObject({ state: 'refused', reasons: [{ code: 'child-not-born' }] });
  });

  it('a debtor nobody has checked, and a child who has come of age', () => {
    const analysis = analyse(
      debtorCase({
        condition: { aliveAndAdult: true, debtNegotiation: true, bankruptcy: null },
        household: { ...alone, children: [born('2007-03-10'), born('2007-03-11')] },
      }),
    );
    expect(codes(analysis, 'warning')).toEqual(
      expect.arrayContaining(['debtor-not-checked', 'debt-negotiation', 'child-of-age']),
    );
    expect(roomOf(debtorCase({ household: { ...alone, children: [born('2007-03-11')] } })).steps).toContainEqual(
      expect.objectContaining({ code: 'livsopphold-child', age: 17 }),
    );
  });

  it('a couple without the spouse’s income is refused, not taken for one income', () => {
    const { room } = analyse(debtorCase({ household: { ...alone, adults: 'par' } }));
    expect(room).toMatchObject({ state: 'refused', reasons: [{ code: 'spouse-income-missing' }] });
  });

  it('tells the tax basis that is missing from one that is shielded', () => {
    const shielded = taxed(2023, [], { state: 'shielded', tax: null });
    const warned = (lookups: DebtorCase['lookups']) => codes(analyse(debtorCase({ lookups })), 'warning');
    expect(warned([registered(march)])).toContain('tax-not-fetched');
    expect(warned([registered(march), shielded])).toContain('tax-shielded');
  });
});
