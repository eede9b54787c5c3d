import { describe, expect, test } from 'vitest';
import { type AnalysisContext, analyseDebtor } from '../garnishment/analyseDebtor.ts';
import {
  context as analysisContext,
  claim,
  date,
  debtorCase,
  EMPLOYER,
  instant,
  registered as lookedUp,
  othersTrekk,
  paid,
  settingsWith,
} from '../garnishment/debtor.fixture.ts';
import type { DebtorCase } from '../garnishment/debtorCase.ts';
import { kroner, oere } from '../money.ts';
import { draftFromCase } from './draft.ts';
import { samordningOf } from './samordning.ts';
import { DEBTOR, LOOKUP, principal, registered } from './trekk.fixture.ts';
import type { RegisteredTrekk } from './trekk.ts';
import { validateAct } from './validate.ts';
import { validationContext } from './validationContext.ts';

const AT = '2025-03-10T08:00:00.000Z';
const correspondence = { account: '15037354837', email: 'post@fjellvik.example', phone: '00000000' };

const draft = (
  theCase: DebtorCase,
  { around = {}, running = [] }: { around?: Partial<AnalysisContext>; running?: RegisteredTrekk[] } = {},
) =>
  draftFromCase(theCase, analyseDebtor(theCase, analysisContext(around)), {
    today: date('2025-03-10'),
    userName: 'Ivar Innkrever',
    running,
    correspondence,
  });
const registration = (theCase: DebtorCase) => {
  const what = draft(theCase);
  if (what?.kind !== 'registrer') throw new Error('not a registration');
  return what.content;
};
const cutOver = settingsWith(
  {},
  { regime: { newRulesFrom: date('2025-01-01'), cutOver: date('2025-02-01'), maxAgeHours: 24 } },
);
const withBetter = (freeUntil: string, over: Partial<DebtorCase> = {}) =>
  debtorCase({
    lookups: [
      paid('2025-02', AT, [{ gross: 38_000, withheld: 10_400 }]),
      lookedUp(AT, [
        othersTrekk({
          letter: 'c',
          periods: [{ from: date('2025-01-01'), to: date(freeUntil), amount: kroner(20_000), percent: null }],
        }),
      ]),
    ],
    ...over,
  });

describe('a registration under the old rules', () => {
  const content = registration(
    debtorCase({ claims: [claim('1', { remaining: kroner(17_000), interest: kroner(900), costs: kroner(250) })] }),
  );

  test('each claim becomes a principal, its interest and its costs', () => {
    const common = { type: 'eiendomsskatt', description: '', order: null };
    expect(content.claims).toEqual([
      {
        ...common,
        reference: 'F-1',
        detail: 'Hovedkrav',
        due: '2024-03-20',
        original: kroner(18_000),
        remaining: kroner(17_000),
        letter: 'd',
        relatedTo: [],
      },
      {
        ...common,
        reference: 'F-1-R',
        detail: 'Rentekrav',
        due: null,
        original: kroner(900),
        remaining: kroner(900),
        letter: 'e',
        relatedTo: ['F-1'],
      },
      {
        ...common,
        reference: 'F-1-K',
        detail: 'UtenrettsligeKostnader',
        due: '2024-03-20',
        original: kroner(250),
        remaining: kroner(250),
        letter: 'e',
        relatedTo: ['F-1'],
      },
    ]);
  });

  test('who, when and where to', () => {
    expect(content).toMatchObject({
      reference: '2025/17',
      decisionDate: '2025-03-10',
      noticeDate: '2025-02-10',
      waiting: false,
      payer: { organisationNumber: EMPLOYER, pays: 'loenn' },
      payment: { account: '15037354837', kid: '' },
    });
  });

  test('whole months from the one after the decision, the last only with the rest', () => {
    const { room } = analyseDebtor(debtorCase(), analysisContext());
    const amount = room.state === 'computed' ? room.amount : oere(0);
    const total = kroner(18_150);
    const months = Math.floor(total / amount);
    expect(months).toBeGreaterThan(0);
    expect(content.periods[0]).toMatchObject({ from: '2025-04-01', amount, percent: null });
    expect(content.periods.at(-1)?.amount).toBe(total - months * amount);
    expect(content.periods).toHaveLength(2);
  });

  test('with its KID the draft would break no rule', () => {
    const theCase = debtorCase();
    const what = { kind: 'registrer', content: registration(theCase) } as const;
    const around = validationContext(
      what,
      {
        debtorCase: theCase,
        nationalId: DEBTOR,
        authenticatedAs: null,
        others: [],
        ofOtherDebtors: [],
        registered: null,
      },
      analysisContext({ environment: 'training' }),
    );
    expect(validateAct(what, around).map(({ code }) => code)).toEqual(['UGYLDIG_KID']);
  });

  test('large claims run the last whole month within two years of the decision', () => {
    const { periods } = registration(
      debtorCase({ claims: [claim('1', { original: kroner(900_000), remaining: kroner(900_000) })] }),
    );
    expect(periods).toHaveLength(1);
    expect(periods[0]).toMatchObject({ from: '2025-04-01', to: '2027-02-28' });
  });

  test('as a percentage when the case says so', () => {
    const { choices } = debtorCase();
    const { periods } = registration(debtorCase({ choices: { ...choices, size: 'percent' } }));
    expect(periods[0]).toMatchObject({ amount: null, to: '2027-02-28' });
    expect((periods[0]?.percent ?? 0) % 100).toBe(0);
    expect(periods[0]?.percent).toBeGreaterThan(0);
  });

  test('no size while the room is not known: nothing is guessed', () => {
    expect(registration(debtorCase({ household: null })).periods).toEqual([
      { from: '2025-04-01', to: '2027-02-28', amount: null, percent: null },
    ]);
  });

  test('one that waits begins when those before it are over, with nothing to deduct', () => {
    const { choices } = debtorCase();
    const chosen = { choices: { ...choices, coordination: { choice: 'register-waiting', reason: '' } as const } };
    expect(registration(withBetter('2025-12-31', chosen))).toMatchObject({
      waiting: true,
      periods: [{ from: '2026-01-01', to: '2027-02-28', amount: 0, percent: null }],
    });
    // those before it run longer than two years from our decision: two years from our start
    expect(registration(withBetter('2027-06-30', chosen)).periods).toEqual([
      { from: '2027-07-01', to: '2029-06-30', amount: 0, percent: null },
    ]);
  });

  test('a payer nobody has chosen stays empty when there are several', () => {
    const { choices } = debtorCase();
    const two = paid('2025-02', AT, [
      { gross: 20_000, withheld: 4_000 },
      { gross: 18_000, withheld: 4_000, payer: '889640782' },
    ]);
    const theCase = debtorCase({ choices: { ...choices, trekkpliktig: null }, lookups: [two, lookedUp(AT)] });
    expect(registration(theCase).payer).toEqual({ organisationNumber: '', name: '', pays: 'annet' });
  });
});

describe('a decision under the new rules', () => {
  const theCase = debtorCase({ claims: [claim('1', { interest: kroner(900) }), claim('2')] });

  test('has no size, and says which claims bear interest', () => {
    const what = draft(theCase, { around: { settings: cutOver } });
    expect(what).toMatchObject({
      kind: 'beslutning',
      content: {
        reference: '2025/17',
        signedBy: 'Ivar Innkrever',
        earlierDecisionDate: null,
        contact: { email: 'post@fjellvik.example', phone: '00000000' },
        address: { kind: 'folkeregistrert' },
        claims: [
          { reference: 'F-1', letter: 'd', bearsInterest: { order: null }, payments: [] },
          // interest has its claim's own letter now
          { reference: 'F-1-R', letter: 'd', bearsInterest: null },
          { reference: 'F-2', bearsInterest: null },
        ],
      },
    });
  });

  test('keeps the date of our old trekk for the same claim, and of no other', () => {
    const running = (reference: string, decisionDate: string) => {
      const { terms } = registered();
      return registered({ decisionDate: date(decisionDate), terms: { ...terms, claims: [principal({ reference })] } });
    };
    const what = draft(theCase, {
      around: { settings: cutOver },
      running: [running('F-2', '2024-06-03'), running('F-1', '2024-05-20'), running('X', '2023-01-01')],
    });
    expect(what?.kind === 'beslutning' && what.content.earlierDecisionDate).toBe('2024-05-20');
  });
});

test('no draft while nobody knows which rules apply', () => {
  const inTransition = settingsWith(
    {},
    { regime: { newRulesFrom: date('2025-01-01'), cutOver: date('2027-01-01'), maxAgeHours: 24 } },
  );
  expect(draft(debtorCase(), { around: { settings: inTransition } })).toBeNull();
});

describe('the proof that we looked first', () => {
  const proof = (theCase: DebtorCase) => samordningOf(theCase, analyseDebtor(theCase, analysisContext()));
  const found = (...entries: Parameters<typeof othersTrekk>[0][]) =>
    debtorCase({
      lookups: [
        lookedUp(
          AT,
          entries.map((over, index) => othersTrekk({ ref: String(index), ...over })),
        ),
      ],
    });

  test.each([
    ['nothing there', [], 'ingenLoependeTrekk', [], []],
    ['better priority', [{ id: 'u1', letter: 'c' }], 'romEtterBedrePrioritet', ['u1'], []],
    [
      'worse priority, whose authority is told',
      [{ id: 'u1', letter: 'e' }],
      'gaarForanDaarligerePrioritet',
      ['u1'],
      ['889640782'],
    ],
    [
      'both',
      [
        { id: 'u1', letter: 'c' },
        { id: 'u2', letter: 'e' },
      ],
      'romEtterBedrePrioritet',
      ['u1', 'u2'],
      ['889640782'],
    ],
    ['one that is over', [{ id: 'u1', state: 'slettet' }], 'ingenLoependeTrekk', [], []],
  ] as const)('%s', (_, entries, conclusion, considered, told) => {
    expect(proof(found(...entries))).toEqual({
      lookupId: LOOKUP,
      at: AT,
      conclusion,
      considered,
      told,
      assessment: '',
    });
  });

  test('waiting, with the reason', () => {
    const { choices } = debtorCase();
    const coordination = { choice: 'register-waiting', reason: ' Ikke rom før 2026. ' } as const;
    expect(proof(withBetter('2025-12-31', { choices: { ...choices, coordination } }))).toMatchObject({
      conclusion: 'venterTilLedig',
      assessment: 'Ikke rom før 2026.',
    });
  });

  test('none without a lookup that was answered', () => {
    expect(proof(debtorCase({ lookups: [] }))).toBeNull();
    expect(proof(debtorCase({ lookups: [{ ...lookedUp(AT), state: 'failed', utlegg: null }] }))).toBeNull();
  });
});

describe('what the rules are held against', () => {
  const theCase = debtorCase({
    claims: [claim('1', { reference: 'ES-1', remaining: kroner(5), interest: kroner(3), costs: kroner(2) })],
  });
  const surroundings = (of: DebtorCase = theCase) => ({
    debtorCase: of,
    nationalId: DEBTOR,
    authenticatedAs: null,
    others: [],
    ofOtherDebtors: [],
    registered: registered(),
  });
  const content = registration(theCase);

  test("the act's own day and payer, not those the case was decided with", () => {
    const of = (over: Partial<typeof content>) =>
      validationContext({ kind: 'registrer', content: { ...content, ...over } }, surroundings(), analysisContext());
    expect(of({})).toMatchObject({
      rules: 'old',
      mayDecide: true,
      payerFound: true,
      netPay: kroner(27_600),
      lookupId: LOOKUP,
    });
    expect(of({ decisionDate: date('2027-01-01') }).rules).toBe('new');
    expect(of({ payer: { ...content.payer, organisationNumber: '889 640 782' } }).payerFound).toBe(false);
    expect(of({ payer: { ...content.payer, organisationNumber: '' } }).payerFound).toBe(false);
  });

  test('what remains is what the case says remains', () => {
    const what = {
      kind: 'endre',
      content: { ...content, reason: 'klage', date: date('2025-03-10'), explanation: '' },
    } as const;
    expect(validationContext(what, surroundings(), analysisContext()).remaining).toBe(kroner(10));
    // a claim the case does not know remains as it was registered
    expect(validationContext(what, surroundings(debtorCase()), analysisContext()).remaining).toBe(kroner(30_624));
  });

  test('an old lookup is told from a fresh one', () => {
    const what = { kind: 'registrer', content } as const;
    const around = (now: string) => validationContext(what, surroundings(), analysisContext({ now: instant(now) }));
    expect(around('2025-03-10T09:00:00.000Z').coordination).toBe('assessed');
    expect(around('2025-03-11T09:00:00.000Z').coordination).toBe('too-old');
  });
});
