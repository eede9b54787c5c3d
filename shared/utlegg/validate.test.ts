import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner, oere } from '../money.ts';
import {
  beslutning,
  context,
  costs,
  DEBTOR,
  date,
  endre,
  instant,
  interest,
  LOOKUP,
  OURS,
  PAYER,
  principal,
  registered,
  registrer,
  trekk,
} from './trekk.fixture.ts';
import { ActContent, type Trekk } from './trekk.ts';
import type { AvsluttContent, BeslutningContent, EndreContent, RegistrerContent, TrekkClaim } from './trekkContent.ts';
import { validateAct } from './validate.ts';
import type { ValidationContext } from './validationContext.ts';
import type { ViolationCode } from './violation.ts';

type Case = readonly [what: ActContent, context: ValidationContext];

const reg = (over: Partial<RegistrerContent> = {}, around: Partial<ValidationContext> = {}): Case => [
  { kind: 'registrer', content: registrer(over) },
  context(around),
];
const change = (over: Partial<EndreContent> = {}, around: Partial<ValidationContext> = {}): Case => [
  { kind: 'endre', content: endre(over) },
  context({ registered: registered(), remaining: kroner(30_624), ...around }),
];
const end = (over: Partial<AvsluttContent> = {}, around: Partial<ValidationContext> = {}): Case => [
  {
    kind: 'avslutt',
    content: {
      reason: 'opphevetAvNamsmyndigheten',
      lastDay: date('2026-11-30'),
      explanation: 'Vedtak 2026/417-9.',
      transferredTo: null,
      ...over,
    },
  },
  context({ registered: registered(), remaining: kroner(30_624), ...around }),
];
const decide = (over: Partial<BeslutningContent> = {}, around: Partial<ValidationContext> = {}): Case => [
  { kind: 'beslutning', content: beslutning(over) },
  context({ rules: 'new', coordination: 'not-needed', lookupId: null, ...around }),
];

const [firstClaim, interestClaim] = beslutning().claims;
if (!firstClaim || !interestClaim) throw new Error('the fixture has two claims');
const period = registrer().periods[0] ?? { from: null, to: null, amount: null, percent: null };
const withPeriod = (over: Partial<typeof period>) => ({ periods: [{ ...period, ...over }] });
const withClaims = (...claims: TrekkClaim[]) => ({ claims });
const other = (over: Partial<Trekk>): Partial<ValidationContext> => ({ others: [trekk(over)] });
const received = (over: Partial<BeslutningContent> = {}): NonNullable<Trekk['received']> => ({
  content: beslutning(over),
  caseReference: null,
  receivedAt: instant('2026-11-20T10:00:00.000Z'),
  state: 'mottatt',
  since: date('2026-11-20'),
  source: '',
});
const sending = (what: ActContent): NonNullable<Trekk['act']> => ({
  id: 'a1',
  state: 'ukjent',
  what,
  reasons: {},
  startedBy: 'Ivar',
  startedAt: instant('2026-11-20T10:00:00.000Z'),
  askedBy: null,
  sending: null,
  refusal: null,
});

test.each([
  ['registrer', reg()],
  ['endre', change()],
  ['avslutt', end()],
  ['beslutning', decide()],
])('%s: the act that the cases below are made from breaks no rule', (_, [what, around]) => {
  expect(validateAct(what, around)).toEqual([]);
});

/** Rule, code, level, field, an act that breaks it and nothing else, and the nearest one that keeps it. */
const rules: readonly (readonly [string, ViolationCode, 'error' | 'warning', string, Case, Case])[] = [
  [
    'V-01',
    'UGYLDIG_PERSONIDENTIFIKATOR',
    'error',
    '',
    reg({}, { nationalId: '25851449853' }),
    reg({}, { nationalId: DEBTOR }),
  ],
  [
    'V-01',
    'UGYLDIG_PERSONIDENTIFIKATOR',
    'error',
    '',
    decide({}, { environment: 'production' }),
    decide({}, { environment: 'test' }),
  ],
  [
    'V-02',
    'ER_IKKE_HOVEDENHET',
    'error',
    '',
    reg({}, { organisationNumber: null, authenticatedAs: null }),
    reg({}, { organisationNumber: OURS }),
  ],
  [
    'V-02',
    'UGYLDIG_ORGANISASJONSNUMMER',
    'error',
    'payer.organisationNumber',
    change({ payer: { organisationNumber: '310442101', name: '', pays: 'loenn' } }),
    change({ payer: { organisationNumber: '310 442 100', name: '', pays: 'loenn' } }),
  ],
  [
    'V-04',
    'INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING',
    'error',
    '',
    decide({}, { authenticatedAs: PAYER }),
    decide({}, { authenticatedAs: null }),
  ],
  [
    'V-05',
    'UGYLDIG_BESLUTNINGSDATO',
    'error',
    'decisionDate',
    reg({ decisionDate: date('2026-11-23') }),
    reg({ decisionDate: date('2026-11-22') }),
  ],
  [
    'V-05',
    'UGYLDIG_BESLUTNINGSDATO',
    'error',
    'decisionDate',
    decide({ claims: [{ ...firstClaim, due: date('2026-11-21') }, interestClaim] }),
    decide({ claims: [{ ...firstClaim, due: date('2026-11-20') }, interestClaim] }),
  ],
  [
    'V-06',
    'SEN_REGISTRERING',
    'warning',
    'decisionDate',
    reg({ decisionDate: date('2026-11-07') }),
    reg({ decisionDate: date('2026-11-08') }),
  ],
  // the notice: not before the due date, two weeks, and a year after those
  ['V-07', 'PARAGRAF_4_18_VARSEL_PAAKREVET', 'error', 'noticeDate', reg({ noticeDate: null }), reg()],
  [
    'V-07',
    'PARAGRAF_4_18_VARSEL_PAAKREVET',
    'error',
    'noticeDate',
    reg({ noticeDate: date('2026-11-07') }),
    reg({ noticeDate: date('2026-11-06') }),
  ],
  [
    'V-07',
    'PARAGRAF_4_18_VARSEL_PAAKREVET',
    'error',
    'noticeDate',
    reg({ noticeDate: date('2026-03-19') }),
    reg({ noticeDate: date('2026-03-20') }),
  ],
  [
    'V-07',
    'PARAGRAF_4_18_VARSEL_PAAKREVET',
    'error',
    'noticeDate',
    reg({ ...withClaims(principal({ due: date('2025-03-20') })), noticeDate: date('2025-11-05') }),
    reg({ ...withClaims(principal({ due: date('2025-03-20') })), noticeDate: date('2025-11-06') }),
  ],
  ['V-08', 'NYTT_REGELVERK_PAAKREVET', 'error', 'decisionDate', reg({}, { rules: 'new' }), reg({}, { rules: 'old' })],
  ['V-08', 'REGELVERK_IKKE_AVKLART', 'error', 'decisionDate', reg({}, { rules: 'stop' }), reg({}, { rules: 'old' })],
  [
    'V-08',
    'SAKSOEKT_GAMMELT_REGELVERK',
    'error',
    'decisionDate',
    decide({}, { rules: 'old' }),
    decide({}, { rules: 'new' }),
  ],
  [
    'V-09',
    'ENTEN_BELOEP_ELLER_PROSENT',
    'error',
    'periods.0.amount',
    reg(withPeriod({ percent: 500 })),
    reg(withPeriod({ amount: null, percent: 500 })),
  ],
  ['V-09', 'ENTEN_BELOEP_ELLER_PROSENT', 'error', 'periods.0.amount', reg(withPeriod({ amount: null })), reg()],
  ['V-10', 'UGYLDIG_PERIODE', 'error', 'periods', reg({ periods: [] }), reg()],
  ['V-10', 'UGYLDIG_PERIODE', 'error', 'periods.0.from', reg(withPeriod({ from: null })), reg()],
  [
    'V-10',
    'UGYLDIG_PERIODE',
    'error',
    'periods.0.to',
    reg(withPeriod({ to: date('2026-11-30') })),
    reg(withPeriod({ to: date('2026-12-01') })),
  ],
  [
    'V-10',
    'UGYLDIG_PERIODE',
    'error',
    'periods.1.from',
    reg({
      periods: [
        { ...period, to: date('2027-01-31') },
        { ...period, from: date('2027-01-31') },
      ],
    }),
    reg({
      periods: [
        { ...period, to: date('2027-01-31') },
        { ...period, from: date('2027-02-01') },
      ],
    }),
  ],
  [
    'V-10',
    'UGYLDIG_PERIODE',
    'error',
    'periods.1.from',
    change({
      periods: [
        { ...period, to: date('2027-01-31') },
        { ...period, from: date('2027-02-02') },
      ],
    }),
    // a gap is allowed while it is stopped
    change(
      {
        periods: [
          { ...period, to: date('2027-01-31') },
          { ...period, from: date('2027-02-02') },
        ],
        reason: 'midlertidigStans',
      },
      { registered: registered({ state: 'loepende' }) },
    ),
  ],
  [
    'V-11',
    'UGYLDIG_PERIODE',
    'error',
    'periods.0.from',
    reg(withPeriod({ from: date('2026-11-19'), to: date('2028-02-28') })),
    reg(withPeriod({ from: date('2026-11-20'), to: date('2028-02-28') })),
  ],
  [
    'V-11',
    'UGYLDIG_PERIODE',
    'warning',
    'periods.0.from',
    reg(withPeriod({ from: date('2027-05-21') })),
    reg(withPeriod({ from: date('2027-05-20') })),
  ],
  [
    'V-11',
    'UGYLDIG_PERIODE',
    'warning',
    'periods.0.from',
    reg(withPeriod({ from: date('2027-07-01') })),
    reg({ ...withPeriod({ from: date('2027-07-01'), amount: oere(0) }), waiting: true }, { waits: true }),
  ],
  [
    'V-12',
    'TREKKPERIODE_FOR_LANG',
    'error',
    'periods.0.to',
    reg(withPeriod({ to: date('2028-12-02'), amount: kroner(1200) })),
    reg(withPeriod({ to: date('2028-11-20'), amount: kroner(1200) })),
  ],
  ['V-12', 'TREKKPERIODE_FOR_LANG', 'error', 'periods.0.to', reg(withPeriod({ to: null })), reg()],
  [
    'V-12',
    'TREKKPERIODE_FOR_LANG',
    'warning',
    'periods.0.to',
    reg(withPeriod({ to: date('2028-11-21'), amount: kroner(1200) })),
    reg(withPeriod({ to: date('2028-11-20'), amount: kroner(1200) })),
  ],
  [
    'V-13',
    'FORLENGELSE_KREVER_NY_REGISTRERING',
    'error',
    'periods.0.to',
    change(withPeriod({ to: date('2028-03-01') })),
    change(withPeriod({ to: date('2028-02-29') })),
  ],
  [
    'V-13',
    'FORLENGELSE_KREVER_NY_REGISTRERING',
    'error',
    'lastDay',
    end({ lastDay: date('2028-03-01') }),
    end({ lastDay: date('2028-02-29') }),
  ],
  [
    'V-14',
    'UGYLDIG_BELOEP',
    'error',
    'periods.0.amount',
    reg(withPeriod({ amount: oere(-1) })),
    reg(withPeriod({ amount: oere(1) })),
  ],
  [
    'V-14',
    'UGYLDIG_BELOEP',
    'error',
    'claims.1.remaining',
    reg(withClaims(principal(), interest({ remaining: oere(-1) }))),
    reg(withClaims(principal(), interest({ remaining: oere(0) }))),
  ],
  [
    'V-14',
    'UGYLDIG_BELOEP',
    'error',
    'claims.0.payments.0.amount',
    decide({ claims: [{ ...firstClaim, payments: [{ on: date('2026-08-03'), amount: oere(-1) }] }, interestClaim] }),
    decide({ claims: [{ ...firstClaim, payments: [{ on: date('2026-08-03'), amount: oere(1) }] }, interestClaim] }),
  ],
  [
    'V-15',
    'UGYLDIG_TREKKSTOERRELSE',
    'error',
    'periods.0.amount',
    reg(withPeriod({ amount: oere(0) })),
    reg({ ...withPeriod({ amount: oere(0) }), waiting: true }, { waits: true }),
  ],
  [
    'V-15',
    'UGYLDIG_TREKKSTOERRELSE',
    'error',
    'periods.0.amount',
    reg(withPeriod({ amount: oere(0) })),
    change(withPeriod({ amount: oere(0) })),
  ],
  [
    'V-15',
    'UGYLDIG_TREKKSTOERRELSE',
    'error',
    'periods.0.percent',
    reg(withPeriod({ amount: null, percent: 0 })),
    reg(withPeriod({ amount: null, percent: 1 })),
  ],
  [
    'V-15',
    'UGYLDIG_TREKKSTOERRELSE',
    'error',
    'periods.0.percent',
    reg(withPeriod({ amount: null, percent: 10_001 })),
    reg(withPeriod({ amount: null, percent: 5_000 })),
  ],
  [
    'V-15',
    'UGYLDIG_TREKKSTOERRELSE',
    'warning',
    'periods.0.percent',
    reg(withPeriod({ amount: null, percent: 5_001 })),
    reg(withPeriod({ amount: null, percent: 5_000 })),
  ],
  [
    'V-15',
    'UGYLDIG_TREKKSTOERRELSE',
    'warning',
    'periods.0.amount',
    reg({}, { netPay: kroner(3_999) }),
    reg({}, { netPay: kroner(4_000) }),
  ],
  // 36 748,80 is 1.2 × 30 624
  [
    'V-16',
    'TREKK_OVERSTIGER_KRAV',
    'warning',
    'periods',
    reg(withPeriod({ to: date('2026-12-31'), amount: oere(3_674_881) }), { netPay: null }),
    reg(withPeriod({ to: date('2026-12-31'), amount: oere(3_674_880) }), { netPay: null }),
  ],
  ['V-17', 'MANGLER_KRAV', 'error', 'claims', decide({ claims: [] }), decide()],
  [
    'V-18',
    'KRAV_DUPLIKATE_REFERANSER',
    'error',
    'claims.1.reference',
    decide({
      claims: [
        { ...firstClaim, reference: 'ES-2', bearsInterest: null },
        { ...firstClaim, reference: ' ES-2', bearsInterest: null },
      ],
    }),
    decide({ claims: [{ ...firstClaim, reference: 'ES-2', bearsInterest: null }, firstClaim] }),
  ],
  [
    'V-19',
    'RELATERTE_KRAV_UGYLDIGE_KRAVREFERANSER',
    'error',
    'claims.1.relatedTo',
    reg(withClaims(principal(), interest({ relatedTo: ['ES-1', 'ES-2'] }))),
    reg(withClaims(principal(), interest({ relatedTo: [' ES-1'] }))),
  ],
  [
    'V-19',
    'RELATERTE_KRAV_KAN_IKKE_PEKE_PÅ_SEG_SELV',
    'error',
    'claims.1.relatedTo',
    reg(withClaims(principal(), interest({ relatedTo: ['ES-1', 'ES-1-R'] }))),
    reg(),
  ],
  [
    'V-19',
    'RENTE_MAA_HA_RELATERT_KRAV',
    'error',
    'claims.1.relatedTo',
    reg(withClaims(principal(), interest({ relatedTo: [] }))),
    reg(),
  ],
  [
    'V-19',
    'RENTEKRAV_KAN_IKKE_HA_RENTEKRAV',
    'error',
    'claims.2.relatedTo',
    reg(withClaims(principal(), interest(), interest({ reference: 'ES-1-RR', relatedTo: ['ES-1-R'] }))),
    reg(withClaims(principal(), costs(), interest({ relatedTo: ['ES-1-K'] }))),
  ],
  [
    'V-19',
    'GEBYR_ELLER_SAKSKOSTNAD_HAR_ET_RELATERTKRAV_SOM_IKKE_ER_HOVEDSTOL',
    'error',
    'claims.2.relatedTo',
    reg(withClaims(principal(), interest(), costs({ relatedTo: ['ES-1-R'] }))),
    reg(withClaims(principal(), interest(), costs({ relatedTo: ['ES-1'] }))),
  ],
  [
    'V-19',
    'HOVEDSTOL_SKAL_IKKE_HA_ET_RELATERT_KRAV',
    'error',
    'claims.1.relatedTo',
    reg(withClaims(principal(), principal({ reference: 'ES-2', relatedTo: ['ES-1'] }))),
    reg(withClaims(principal(), principal({ reference: 'ES-2' }))),
  ],
  [
    'V-20',
    'KRAV_MANGLER_FORFALLSDATO',
    'error',
    'claims.0.due',
    reg(withClaims(principal({ due: null }))),
    reg(withClaims(principal())),
  ],
  [
    'V-20',
    'KRAV_MANGLER_FORFALLSDATO',
    'error',
    'claims.1.due',
    reg(withClaims(principal(), costs({ due: null }))),
    reg(withClaims(principal(), costs())),
  ],
  [
    'V-20',
    'KRAV_OPPGIS_UTEN_FORFALLSDATO',
    'error',
    'claims.1.due',
    reg(withClaims(principal(), interest({ due: date('2026-03-20') }))),
    reg(withClaims(principal(), interest())),
  ],
  [
    'V-21',
    'UGYLDIG_GJENSTAAENDE',
    'error',
    'claims.0.remaining',
    reg(withClaims(principal({ original: kroner(29_999) }))),
    reg(withClaims(principal({ original: kroner(30_000) }))),
  ],
  [
    'V-21',
    'UGYLDIG_GJENSTAAENDE',
    'error',
    'claims',
    decide({ claims: [{ ...firstClaim, remaining: oere(0), bearsInterest: null }] }),
    decide({ claims: [{ ...firstClaim, remaining: oere(1), bearsInterest: null }] }),
  ],
  [
    'V-22',
    'INNBETALING_FRAM_I_TID',
    'error',
    'claims.0.payments.0.on',
    decide({ claims: [{ ...firstClaim, payments: [{ on: date('2026-11-23'), amount: oere(1) }] }, interestClaim] }),
    decide({ claims: [{ ...firstClaim, payments: [{ on: date('2026-11-22'), amount: oere(1) }] }, interestClaim] }),
  ],
  [
    'V-23',
    'PRIORITET_IKKE_VANLIG_FOR_KRAVTYPE',
    'warning',
    'claims.0.letter',
    reg(withClaims(principal({ letter: 'c' }))),
    reg(withClaims(principal({ letter: 'e' }))),
  ],
  [
    'V-23',
    'PRIORITET_DEKNINGSLOVEN_MANGLER',
    'error',
    'claims.0.letter',
    reg(withClaims(principal({ letter: null }))),
    reg(withClaims(principal({ letter: 'd' }))),
  ],
  [
    'V-24',
    'PRIORITET_RENTER',
    'warning',
    'claims.1.letter',
    reg(withClaims(principal(), interest({ letter: 'd' }))),
    reg(withClaims(principal(), interest({ letter: 'e' }))),
  ],
  [
    'V-25',
    'PRIORITET_MANGLER',
    'error',
    'claims.1.order',
    reg(withClaims(principal({ order: 1 }), interest())),
    reg(withClaims(principal({ order: 1 }), interest({ order: 2 }))),
  ],
  [
    'V-25',
    'PRIORITET_MANGLER',
    'error',
    'claims.0.order',
    reg(withClaims(principal({ order: 100 }))),
    reg(withClaims(principal({ order: 99 }))),
  ],
  [
    'V-25',
    'PRIORITET_MANGLER_PÅ_RENTEOPPLYSNINGER',
    'error',
    'claims.0.bearsInterest.order',
    decide({
      claims: [
        { ...firstClaim, order: 1 },
        { ...interestClaim, order: 2 },
      ],
    }),
    decide({
      claims: [
        { ...firstClaim, order: 1, bearsInterest: { order: 3 } },
        { ...interestClaim, order: 2 },
      ],
    }),
  ],
  [
    'V-26',
    'UGYLDIG_KONTONR',
    'error',
    'payment.account',
    reg({ payment: { account: '15037354838', kid: '6487719756' } }),
    reg({ payment: { account: '1503.73.54837', kid: '6487719756' } }),
  ],
  [
    'V-26',
    'UGYLDIG_KID',
    'error',
    'payment.kid',
    change({ payment: { account: '15037354837', kid: '6487719757' } }),
    change({ payment: { account: '15037354837', kid: '1234560' } }),
  ],
  [
    'V-26',
    'UGYLDIG_KID',
    'error',
    'payment.kid',
    reg({ payment: { account: '15037354837', kid: '' } }),
    decide({ payment: { account: '15037354837', kid: '' } }),
  ],
  [
    'V-27',
    'DUPLIKAT_INNSENDING',
    'error',
    'reference',
    reg({}, other({ registered: registered({ state: 'slettet' }) })),
    reg({}, other({ registered: registered({ state: 'slettet', reference: '2026/418' }) })),
  ],
  [
    'V-27',
    'DUPLIKAT_INNSENDING',
    'error',
    'reference',
    decide({}, other({ received: { ...received({ claims: [] }) } })),
    decide({}, other({ received: { ...received({ claims: [], decisionDate: date('2026-11-19') }) } })),
  ],
  [
    'V-27',
    'DUPLIKAT_INNSENDING',
    'error',
    'reference',
    decide({}, { ofOtherDebtors: [trekk({ received: received() })] }),
    decide({ reference: '2026/417-2' }, { ofOtherDebtors: [trekk({ received: received() })] }),
  ],
  [
    'V-28',
    'KRAV_ALLEREDE_I_TREKK',
    'error',
    'claims.0.reference',
    change({ claims: [principal()] }, other({ registered: registered() })),
    change({ claims: [principal()] }, other({ registered: registered({ state: 'avsluttet' }) })),
  ],
  [
    'V-28',
    'KRAV_ALLEREDE_I_TREKK',
    'error',
    'claims.0.reference',
    decide(
      { claims: [firstClaim] },
      other({ act: sending({ kind: 'beslutning', content: beslutning({ reference: 'x' }) }) }),
    ),
    // what runs under the old rules is moved by it
    decide({ claims: [firstClaim] }, other({ registered: registered({ reference: 'x' }) })),
  ],
  [
    'V-29',
    'EGET_TREKK_LOEPER',
    'warning',
    '',
    reg({ ...withClaims(principal({ reference: 'ES-2' })), reference: 'x' }, other({ registered: registered() })),
    reg(
      { ...withClaims(principal({ reference: 'ES-2' })), reference: 'x' },
      other({ registered: registered({ state: 'avsluttet' }) }),
    ),
  ],
  ['V-29', 'EGET_TREKK_LOEPER', 'warning', '', reg({}, { ownTrekkFound: true }), decide({}, { ownTrekkFound: true })],
  [
    'V-30',
    'SAMORDNING_MANGLER',
    'error',
    'samordning',
    reg({}, { coordination: 'too-old' }),
    reg({}, { coordination: 'assessed' }),
  ],
  [
    'V-30',
    'SAMORDNING_MANGLER',
    'error',
    'samordning',
    reg({ samordning: null }, { lookupId: null }),
    reg({ samordning: null }),
  ],
  [
    'V-30',
    'ULD-022',
    'error',
    'samordning',
    reg({}, { lookupId: '0f7c2a1e-6a1b-4f55-8a57-2d5b1f0d9c02' }),
    reg({}, { lookupId: LOOKUP }),
  ],
  [
    'V-30',
    'VENTENDE_SAMSVARER_IKKE_MED_SAMORDNING',
    'error',
    'waiting',
    reg({ waiting: true }),
    reg({ waiting: true }, { waits: true }),
  ],
  [
    'V-31',
    'TREKKPLIKTIG_IKKE_FUNNET',
    'warning',
    'payer.organisationNumber',
    change({}, { payerFound: false }),
    change({}, { payerFound: true }),
  ],
  [
    'V-32',
    'SKYLDNERSTATUS',
    'warning',
    '',
    reg({}, { condition: { aliveAndAdult: true, debtNegotiation: true, bankruptcy: false } }),
    reg(),
  ],
  [
    'V-32',
    'SKYLDNERSTATUS',
    'warning',
    '',
    decide({}, { condition: { aliveAndAdult: null, debtNegotiation: false, bankruptcy: false } }),
    decide(),
  ],
];

/** What is not in the table: the guards of 7.1, and the form of the contract. */
const guards: readonly (readonly [ViolationCode, string, Case, Case])[] = [
  ['SAKEN_KAN_IKKE_BESLUTTES', '', reg({}, { mayDecide: false }), change({}, { mayDecide: false })],
  [
    'IKKE_UTLOEPT',
    'reason',
    end({ reason: 'utloept' }, { today: date('2028-02-29') }),
    end({ reason: 'utloept' }, { today: date('2028-03-01') }),
  ],
  [
    'FEIL_TILSTAND',
    'reason',
    change({ reason: 'gjenopptak' }, { registered: registered({ state: 'loepende' }) }),
    change({ reason: 'gjenopptak' }, { registered: registered({ state: 'stanset' }) }),
  ],
  ['FEIL_TILSTAND', 'reason', change({}, { registered: registered({ state: 'avsluttet' }) }), change()],
  ['FEIL_TILSTAND', 'reason', end({}, { registered: registered({ state: 'slettet' }) }), end()],
  [
    'IKKE_INNFRIDD',
    'reason',
    end({ reason: 'innfridd' }, { remaining: oere(1) }),
    end({ reason: 'innfridd' }, { remaining: oere(0) }),
  ],
  [
    'BEGRUNNELSE_MANGLER',
    'explanation',
    end({ explanation: ' ' }),
    end({ explanation: ' ', reason: 'overfoertTilSamordnetTrekk' }),
  ],
  [
    'BEGRUNNELSE_MANGLER',
    'explanation',
    change({ reason: 'midlertidigStans', explanation: '' }, { registered: registered({ state: 'loepende' }) }),
    change({ explanation: '' }),
  ],
  [
    'RENTEBAERENDE_KRAV_MANGLER',
    'claims.0.bearsInterest',
    decide({
      claims: [
        { ...firstClaim, bearsInterest: null },
        { ...interestClaim, relatedTo: [`${firstClaim.reference} `] },
      ],
    }),
    decide(),
  ],
  ['FELT_MANGLER', 'reference', reg({ reference: ' ' }), reg()],
  ['FELT_MANGLER', 'claims.0.reference', reg(withClaims(principal({ reference: '' }))), reg()],
  ['FELT_MANGLER', 'signedBy', decide({ signedBy: '' }), decide()],
  [
    'FELT_MANGLER',
    'district.reason',
    decide({ district: { name: 'Oslo', reason: '' } }),
    decide({ district: { name: 'Oslo', reason: 'Bor der' } }),
  ],
  [
    'FELT_MANGLER',
    'claims.0.payments.0.on',
    decide({ claims: [{ ...firstClaim, payments: [{ on: null, amount: oere(1) }] }, interestClaim] }),
    decide(),
  ],
  ['UGYLDIG_FORMAT', 'reference', reg({ reference: 'x'.repeat(65) }), reg({ reference: 'x'.repeat(64) })],
  [
    'UGYLDIG_FORMAT',
    'claims.0.reference',
    reg(withClaims(principal({ reference: 'x'.repeat(65) }))),
    reg(withClaims(principal({ reference: 'x'.repeat(64) }))),
  ],
  [
    'UGYLDIG_FORMAT',
    'contact.email',
    decide({ contact: { email: 'ingen', phone: '' } }),
    decide({ contact: { email: '', phone: '' } }),
  ],
  [
    'UGYLDIG_FORMAT',
    'address.postalCode',
    decide({ address: { kind: 'adresse', text: 'Vegen 1', postalCode: '26', city: '' } }),
    decide({ address: { kind: 'adresse', text: 'Vegen 1', postalCode: '2600', city: '' } }),
  ],
  ['UGYLDIG_DATO', 'periods.0.to', reg(withPeriod({ to: date('9999-12-31') })), reg()],
];

const brief = (case_: Case) => validateAct(...case_).map(({ rule, level, code, field }) => [rule, code, level, field]);

describe('the table of rules', () => {
  test.each(rules)('%s %s (%s) at «%s»', (rule, code, level, field, broken, kept) => {
    expect(brief(broken)).toEqual([[rule, code, level, field]]);
    expect(brief(kept)).toEqual([]);
  });

  test('V-03: the debtor is not the municipality (both numbers can never hold, so V-01 or V-02 goes with it)', () => {
    expect(brief(reg({}, { nationalId: OURS }))).toContainEqual(['V-03', 'SAMME_SAKSOEKT_SOM_SAKSOEKER', 'error', '']);
    expect(brief(reg())).toEqual([]);
  });

  test('every rule from V-01 to V-32 has a case above', () => {
    const all = Array.from({ length: 32 }, (_, index) => `V-${String(index + 1).padStart(2, '0')}`);
    expect(all.filter((rule) => rule !== 'V-03' && !rules.some(([one]) => one === rule))).toEqual([]);
  });

  test.each(guards)('%s at «%s»', (code, field, broken, kept) => {
    expect(brief(broken)).toEqual([[null, code, 'error', field]]);
    expect(brief(kept)).toEqual([]);
  });
});

describe('which rules an act is held to', () => {
  const found = ([what, around]: Case) => [...new Set(validateAct(what, around).map(({ rule }) => rule))].toSorted();
  /** Everything outside the act is wrong. */
  const allWrong: Partial<ValidationContext> = {
    nationalId: OURS,
    authenticatedAs: PAYER,
    organisationNumber: OURS,
    rules: 'stop',
    mayDecide: false,
    coordination: 'failed',
    waits: true,
    ownTrekkFound: true,
    payerFound: false,
    netPay: kroner(100),
    condition: { aliveAndAdult: null, debtNegotiation: null, bankruptcy: null },
    others: [trekk({ registered: registered(), received: received() })],
  };
  test.each([
    [
      'registrer',
      reg({}, allWrong),
      ['V-01', 'V-03', 'V-04', 'V-08', 'V-15', 'V-27', 'V-28', 'V-29', 'V-30', 'V-31', 'V-32', null],
    ],
    ['endre', change({}, allWrong), ['V-15', 'V-28', 'V-31']],
    ['avslutt', end({}, allWrong), []],
    ['beslutning', decide({}, allWrong), ['V-01', 'V-03', 'V-04', 'V-08', 'V-27', 'V-28', 'V-32', null]],
  ])('%s', (_, case_, expected) => {
    expect(found(case_)).toEqual(expected);
  });
});

test('the gap of a stop that is over may stay in later changes', () => {
  const periods = [
    { ...period, to: date('2027-01-31') },
    { ...period, from: date('2027-06-01') },
  ];
  const stopped = registered({ terms: { ...registered().terms, periods } });
  expect(brief(change({ periods }, { registered: stopped }))).toEqual([]);
  expect(brief(change({ periods }))).toEqual([['V-10', 'UGYLDIG_PERIODE', 'error', 'periods.1.from']]);
});

test('an earlier decision is not later than this one (V-05)', () => {
  expect(brief(decide({ earlierDecisionDate: date('2026-11-20') }))).toEqual([]);
  expect(brief(decide({ earlierDecisionDate: date('2026-11-21') }))).toEqual([
    ['V-05', 'UGYLDIG_BESLUTNINGSDATO', 'error', 'earlierDecisionDate'],
  ]);
});

test('a change may end with nothing left, which then can be ended as paid', () => {
  expect(
    brief(change({ claims: [principal({ remaining: oere(0) })], periods: [{ ...period, amount: oere(0) }] })),
  ).toEqual([]);
});

describe('whatever is typed', () => {
  const day = fc
    .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
    .map((one) => date(one.toISOString().slice(0, 10)));
  const maybeDay = fc.option(day);
  const typed = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constantFrom('', 'ES-1', PAYER, '15037354837', '6487719756'),
  );
  const money = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -10, max: 10_000 })).map((one) => oere(one));
  const claim = fc.record({
    reference: typed,
    type: fc.constantFrom('eiendomsskatt', 'annet'),
    detail: fc.constantFrom('Hovedkrav', 'Rentekrav', 'UtenrettsligeKostnader'),
    description: fc.string({ maxLength: 500 }),
    due: maybeDay,
    original: money,
    remaining: money,
    letter: fc.option(fc.constantFrom('a', 'b', 'c', 'd', 'e')),
    order: fc.option(fc.maxSafeInteger()),
    relatedTo: fc.array(typed, { maxLength: 3 }),
  });
  const terms = {
    payer: fc.record({ organisationNumber: typed, name: typed, pays: fc.constantFrom('loenn', 'trygd') }),
    periods: fc.array(
      fc.record({ from: maybeDay, to: maybeDay, amount: fc.option(money), percent: fc.option(fc.maxSafeInteger()) }),
      { maxLength: 5 },
    ),
    claims: fc.array(claim, { maxLength: 4 }),
    payment: fc.record({ account: typed, kid: typed }),
  };
  const act = fc.oneof(
    fc.record({
      kind: fc.constant('registrer'),
      content: fc.record({
        ...terms,
        reference: fc.string({ maxLength: 64 }),
        decisionDate: day,
        noticeDate: maybeDay,
        waiting: fc.boolean(),
        samordning: fc.constant(null),
      }),
    }),
    fc.record({
      kind: fc.constant('endre'),
      content: fc.record({
        ...terms,
        reason: fc.constantFrom('klage', 'midlertidigStans'),
        date: day,
        explanation: typed,
      }),
    }),
    fc.record({
      kind: fc.constant('avslutt'),
      content: fc.record({
        reason: fc.constantFrom('innfridd', 'utloept', 'feilregistrert'),
        lastDay: day,
        explanation: typed,
        transferredTo: fc.constant(null),
      }),
    }),
    fc.record({
      kind: fc.constant('beslutning'),
      content: fc.record({
        reference: fc.string({ maxLength: 64 }),
        decisionDate: day,
        earlierDecisionDate: maybeDay,
        signedBy: typed,
        contact: fc.record({ email: typed, phone: typed }),
        address: fc.constant({ kind: 'ukjent' }),
        district: fc.option(fc.record({ name: typed, reason: typed })),
        payment: fc.record({ account: typed, kid: typed }),
        claims: fc.array(
          fc
            .tuple(
              claim,
              fc.record({
                payments: fc.array(fc.record({ on: maybeDay, amount: money }), { maxLength: 2 }),
                interestPeriod: fc.option(fc.record({ from: day, to: day })),
                bearsInterest: fc.option(fc.record({ order: fc.option(fc.maxSafeInteger()) })),
              }),
            )
            .map(([one, more]) => ({ ...one, ...more })),
          { maxLength: 4 },
        ),
        document: fc.constant(null),
      }),
    }),
  );

  test('the rules never throw, and every finding points at a field that is there', () => {
    fc.assert(
      fc.property(act, (one) => {
        const what = ActContent.parse(one);
        const around = context({
          registered: registered(),
          netPay: null,
          others: [trekk({ registered: registered() })],
        });
        for (const { field } of validateAct(what, around)) expect(hasField(what.content, field)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  /** Does the path lead to a member, be it null? Nothing can be typed in a null's inside. */
  const hasField = (content: unknown, field: string): boolean => {
    if (field === '') return true;
    let at: unknown = content;
    for (const name of field.split('.')) {
      if (typeof at !== 'object' || at === null || !(name in at)) return false;
      at = (at as Record<string, unknown>)[name];
    }
    return true;
  };
});
