import { addMonths, type Instant, type IsoDate, type Month, monthsBetween } from '../dates.ts';
import type { Lookup } from '../income/model.ts';
import { parseIncome } from '../income/parseIncome.ts';
import { parseTax } from '../income/parseTax.ts';
import { kroner } from '../money.ts';
import type { UtleggOverview, UtleggstrekkEntry } from '../utlegg/overview.ts';
import type { AnalysisContext } from './analyseDebtor.ts';
import { trondheimGuide } from './boutgifter.ts';
import type { ClaimType, PriorityLetter } from './claims.ts';
import { type CollectionSettings, defaultCollectionSettings } from './collectionSettings.ts';
import type { ByHand, DebtorCase, DebtorClaim, DebtorHousehold } from './debtorCase.ts';
import { DEBTOR, type SamordnetTrekkLookup, type UtleggLookup } from './debtorLookup.ts';

// What the tests of this folder are made of. All numbers are synthetic.

export const date = (text: string) => text as IsoDate;
export const month = (text: string) => text as Month;
export const instant = (text: string) => text as Instant;

export const EMPLOYER = '310442100';
export const OWN = '974761076';

const lookup = {
  memberId: DEBTOR,
  state: 'delivered',
  errorCode: null,
  authorityCode: null,
  reference: null,
} as const;

interface PaidMonths {
  readonly gross?: number;
  readonly withheld?: number;
  readonly payer?: string;
  /** Lines of the API as they come, instead of a wage. */
  readonly inntekt?: readonly object[];
  readonly months?: readonly string[];
}

/** Twelve months that end with `newest`, read on `at`: the same from each payer every month, or only in the months it names. Kroner. */
export function paid(newest: string, at: string, payers: readonly PaidMonths[], over: Partial<Lookup> = {}): Lookup {
  const from = addMonths(month(newest), -11);
  const income = parseIncome({
    oppgaveInntektsmottaker: payers.flatMap(({ gross, withheld, payer, inntekt, months }) =>
      monthsBetween(from, month(newest))
        .filter((one) => months === undefined || months.includes(one))
        .map((kalendermaaned) => ({
          kalendermaaned,
          opplysningspliktigId: payer ?? EMPLOYER,
          inntekt: inntekt ?? [
            {
              beloep: gross,
              fordel: 'kontantytelse',
              inngaarIGrunnlagForTrekk: true,
              loennsinntekt: { beskrivelse: 'fastloenn' },
            },
          ],
          ...(withheld === undefined ? {} : { forskuddstrekk: [{ beskrivelse: '', beloep: -withheld }] }),
        })),
    ),
  });
  if (!income.ok) throw new Error(income.error);
  return {
    ...lookup,
    id: 'inntekt',
    source: 'inntekt',
    fromMonth: from,
    toMonth: month(newest),
    year: null,
    at: instant(at),
    income: income.value,
    tax: null,
    newestYear: null,
    ...over,
  };
}

/** The settled tax basis of a year, posts as the API delivers them. */
export function taxed(year: number, grunnlag: readonly object[], over: Partial<Lookup> = {}): Lookup {
  const tax = parseTax({ inntektsaar: String(year), grunnlag });
  if (!tax.ok) throw new Error(tax.error);
  return {
    ...lookup,
    id: 'skatt',
    source: 'skattegrunnlag',
    fromMonth: null,
    toMonth: null,
    year,
    at: instant('2026-06-01T08:00:00.000Z'),
    income: null,
    tax: tax.value,
    newestYear: null,
    ...over,
  };
}

export const samordnet = (newRules: boolean | null, at: string): SamordnetTrekkLookup => ({
  ...lookup,
  id: 'elan',
  source: 'samordnetTrekk',
  at: instant(at),
  newRules,
  ...(newRules === null ? { state: 'failed', errorCode: 'api-unavailable' } : {}),
});

export const registered = (
  at: string,
  entries: UtleggOverview['entries'] = [],
  over: Partial<UtleggOverview> = {},
): UtleggLookup => ({
  ...lookup,
  id: 'utlegg',
  source: 'utlegg',
  at: instant(at),
  utlegg: { lookupId: '0f7c2a1e-6a1b-4f55-8a57-2d5b1f0d9c01', at: instant(at), entries, unread: [], ...over },
});

/** Another authority's running trekk of 2 500 a month from July 2025 to June 2027, letter e. */
export const othersTrekk = (over: Partial<UtleggstrekkEntry> = {}): UtleggstrekkEntry => ({
  kind: 'utleggstrekk',
  ref: '0',
  id: '7b1b5a0e-0f5e-4a56-9a05-3f6a1f1c2d01',
  version: 1,
  level: 'full',
  rules: 'gammelt',
  state: 'loepende',
  decidedOn: date('2025-06-02'),
  registeredOn: date('2025-06-05'),
  creditor: { organisationNumber: '889640782', name: null },
  authority: { organisationNumber: '889640782', name: 'NAMSFOGDEN', type: 'alminneligNamsmann', caseNumber: '2025-1' },
  payer: { organisationNumber: EMPLOYER, name: null },
  periods: [{ from: date('2025-07-01'), to: date('2027-06-30'), amount: kroner(2500), percent: null }],
  letter: 'e',
  claimReferences: [],
  ended: null,
  ...over,
});

export const claim = (id: string, over: Partial<DebtorClaim> = {}): DebtorClaim => ({
  id,
  type: 'eiendomsskatt',
  reference: `F-${id}`,
  dueDate: date('2024-03-20'),
  lastInstalmentDue: null,
  original: kroner(18_000),
  remaining: kroner(18_000),
  interest: kroner(0),
  costs: kroner(0),
  legalPant: 'eiendom',
  ...over,
});

export const byHand = (text: string, amount: number): ByHand => ({
  id: text,
  text,
  source: 'Vedtak',
  amount: kroner(amount),
});

export const alone: DebtorHousehold = {
  adults: 'enslig',
  children: [],
  samvaer: [],
  spouseNet: null,
  commonIncome: [],
  otherNet: [],
  boutgifter: null,
  extras: [],
  selfEmployed: null,
};

/** A case that nothing stops under the old rules on 10 March 2025 (before there were others), apart from what the test changes. */
export const debtorCase = (over: Partial<DebtorCase> = {}): DebtorCase => ({
  id: 'c1',
  version: 1,
  caseNumber: '2025/17',
  legalGrounds: ['tvangsfullbyrdelsesloven-5-7'],
  purpose: 'utleggstrekk',
  language: 'nb',
  decisionDate: date('2025-03-10'),
  condition: { aliveAndAdult: true, debtNegotiation: false, bankruptcy: false },
  status: 'underArbeid',
  createdAt: instant('2025-03-01T08:00:00.000Z'),
  createdBy: 'Ivar',
  updatedAt: instant('2025-03-01T08:00:00.000Z'),
  maskedId: '258514 *****',
  claims: [claim('1')],
  notices: [{ id: 'n', claimIds: ['1'], sentOn: date('2025-02-10'), answerBy: date('2025-03-03') }],
  answers: [],
  household: alone,
  choices: { coordination: null, trekkpliktig: EMPLOYER, spouseMethod: null, size: 'amount' },
  lookups: [
    paid('2025-02', '2025-03-10T08:00:00.000Z', [{ gross: 38_000, withheld: 10_400 }]),
    registered('2025-03-10T08:00:00.000Z'),
    taxed(2023, [], { at: instant('2025-03-10T08:00:00.000Z') }),
  ],
  ...over,
});

export const settingsWith = (
  letters: Partial<Record<ClaimType, PriorityLetter | null>> = {},
  over: Partial<CollectionSettings> = {},
): CollectionSettings => ({
  ...defaultCollectionSettings,
  boutgiftGuide: trondheimGuide,
  priority: {
    letters: { ...defaultCollectionSettings.priority.letters, eiendomsskatt: 'd', ...letters },
    decidedBy: 'Kommuneadvokaten',
    decidedOn: date('2024-01-10'),
  },
  ...over,
});

export const context = (over: Partial<AnalysisContext> = {}): AnalysisContext => ({
  settings: settingsWith(),
  organisationNumber: OWN,
  environment: 'production',
  now: instant('2025-03-10T09:00:00.000Z'),
  ...over,
});
