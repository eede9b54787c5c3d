import type { Instant, IsoDate } from '../dates.ts';
import { kroner } from '../money.ts';
import type { RegisteredTrekk, Trekk } from './trekk.ts';
import type { BeslutningContent, EndreContent, RegistrerContent, TrekkClaim } from './trekkContent.ts';
import type { ValidationContext } from './validationContext.ts';

// What the tests of this folder are made of. All numbers are synthetic.

export const date = (text: string) => text as IsoDate;
export const instant = (text: string) => text as Instant;

/** A synthetic person (month + 80) and two organisations with control digits that hold. */
export const DEBTOR = '25851449852';
export const OURS = '974761076';
export const PAYER = '310442100';

export const LOOKUP = '0f7c2a1e-6a1b-4f55-8a57-2d5b1f0d9c01';

export const principal = (over: Partial<TrekkClaim> = {}): TrekkClaim => ({
  reference: 'ES-1',
  type: 'eiendomsskatt',
  detail: 'Hovedkrav',
  description: 'Eiendomsskatt 2026, termin 1',
  due: date('2026-03-20'),
  original: kroner(30_000),
  remaining: kroner(30_000),
  letter: 'd',
  order: null,
  relatedTo: [],
  ...over,
});

export const interest = (over: Partial<TrekkClaim> = {}): TrekkClaim =>
  principal({
    reference: 'ES-1-R',
    detail: 'Rentekrav',
    description: '',
    due: null,
    original: kroner(312),
    remaining: kroner(312),
    letter: 'e',
    relatedTo: ['ES-1'],
    ...over,
  });

export const costs = (over: Partial<TrekkClaim> = {}): TrekkClaim =>
  interest({ reference: 'ES-1-K', detail: 'UtenrettsligeKostnader', due: date('2026-03-20'), ...over });

/** A registration that breaks no rule on 22 November 2026. */
export const registrer = (over: Partial<RegistrerContent> = {}): RegistrerContent => ({
  reference: '2026/417',
  decisionDate: date('2026-11-20'),
  noticeDate: date('2026-10-12'),
  waiting: false,
  samordning: {
    lookupId: LOOKUP,
    at: '2026-11-22T07:30:00.000Z',
    conclusion: 'ingenLoependeTrekk',
    considered: [],
    told: [],
    assessment: '',
  },
  payer: { organisationNumber: PAYER, name: 'Fjellvik Transport AS', pays: 'loenn' },
  periods: [{ from: date('2026-12-01'), to: date('2028-02-29'), amount: kroner(2000), percent: null }],
  claims: [principal(), interest(), costs()],
  payment: { account: '15037354837', kid: '6487719756' },
  ...over,
});

/** The same as it was registered. */
export const registered = (over: Partial<RegisteredTrekk> = {}): RegisteredTrekk => {
  const { reference, decisionDate, payer, periods, claims, payment } = registrer();
  return {
    utleggstrekkId: '7b1b5a0e-0f5e-4a56-9a05-3f6a1f1c2d01',
    versjon: 1,
    state: 'registrert',
    reference,
    decisionDate,
    terms: { payer, periods, claims, payment },
    ended: null,
    readAt: instant('2026-11-20T10:00:00.000Z'),
    ...over,
  };
};

/** A smaller amount from February, which breaks no rule. */
export const endre = (over: Partial<EndreContent> = {}): EndreContent => ({
  ...registered().terms,
  periods: [
    { from: date('2026-12-01'), to: date('2027-01-31'), amount: kroner(2000), percent: null },
    { from: date('2027-02-01'), to: date('2028-02-29'), amount: null, percent: 600 },
  ],
  reason: 'nyLivsoppholdsvurdering',
  date: date('2026-11-22'),
  explanation: 'Lavere inntekt fra februar.',
  ...over,
});

/** A decision under the new rules that breaks no rule on 22 November 2026. */
export const beslutning = (over: Partial<BeslutningContent> = {}): BeslutningContent => ({
  reference: '2026/417',
  decisionDate: date('2026-11-20'),
  earlierDecisionDate: null,
  signedBy: 'Ivar Innkrever',
  contact: { email: 'innfordring@fjellvik.example', phone: '00000000' },
  address: { kind: 'folkeregistrert' },
  district: null,
  payment: { account: '15037354837', kid: '6487719756' },
  claims: [
    { ...principal(), payments: [], interestPeriod: null, bearsInterest: { order: null } },
    {
      ...interest({ letter: 'd' }),
      payments: [],
      interestPeriod: { from: date('2026-03-20'), to: date('2026-11-20') },
      bearsInterest: null,
    },
  ],
  document: { uuid: LOOKUP, fileName: 'beslutning.pdf', sha256: 'aa', bytes: 1000 },
  ...over,
});

/** Everything as it should be. */
export const context = (over: Partial<ValidationContext> = {}): ValidationContext => ({
  today: date('2026-11-22'),
  environment: 'training',
  nationalId: DEBTOR,
  organisationNumber: OURS,
  authenticatedAs: OURS,
  rules: 'old',
  mayDecide: true,
  coordination: 'assessed',
  lookupId: LOOKUP,
  waits: false,
  ownTrekkFound: false,
  payerFound: true,
  netPay: kroner(28_000),
  condition: { aliveAndAdult: true, debtNegotiation: false, bankruptcy: false },
  others: [],
  ofOtherDebtors: [],
  registered: null,
  remaining: null,
  ...over,
});

/** A trekk of ours with nothing but what the test gives it. */
export const trekk = (over: Partial<Trekk> = {}): Trekk => ({
  id: 't1',
  version: 1,
  caseId: 'c1',
  caseNumber: '2026/417',
  rules: 'gammelt',
  maskedId: '258514 *****',
  debtorName: '',
  language: 'nb',
  act: null,
  registered: null,
  received: null,
  letters: [],
  events: [],
  createdAt: instant('2026-11-20T09:00:00.000Z'),
  createdBy: 'Ivar',
  updatedAt: instant('2026-11-20T09:00:00.000Z'),
  ...over,
});
