import type { IsoDate } from '../../../shared/dates.ts';
import { defaultCorrespondence } from '../../../shared/garnishment/correspondence.ts';
import type { NationalId } from '../../../shared/identity/nationalId.ts';
import { kroner, oere } from '../../../shared/money.ts';
import type { ActContent, RegisteredTrekk } from '../../../shared/utlegg/trekk.ts';
import type {
  AvsluttContent,
  BeslutningContent,
  EndreContent,
  RegistrerContent,
  TrekkClaim,
  TrekkTerms,
} from '../../../shared/utlegg/trekkContent.ts';
import type { Letter } from './letterHtml.ts';

// What the tests of the letters are made of. All numbers are synthetic.

export const date = (text: string) => text as IsoDate;

export const claim: TrekkClaim = {
  reference: 'ES-2024-118',
  type: 'eiendomsskatt',
  detail: 'Hovedkrav',
  description: '',
  due: date('2024-03-20'),
  original: kroner(18_400),
  remaining: kroner(15_300),
  letter: 'd',
  order: null,
  relatedTo: [],
};

const interest: TrekkClaim = {
  ...claim,
  reference: 'ES-2024-118-R',
  detail: 'Rentekrav',
  due: null,
  original: oere(182_050),
  remaining: oere(182_050),
  letter: 'e',
  relatedTo: ['ES-2024-118'],
};

export const terms: TrekkTerms = {
  payer: { organisationNumber: '310442100', name: 'Fjellvik Transport AS', pays: 'loenn' },
  periods: [{ from: date('2026-12-01'), to: date('2027-11-30'), amount: kroner(2_300), percent: null }],
  claims: [claim, interest],
  payment: { account: '15037354837', kid: '6487719756' },
};

const registered: RegisteredTrekk = {
  utleggstrekkId: 'u',
  versjon: 1,
  reference: '2026/0417',
  state: 'loepende',
  decisionDate: date('2026-11-20'),
  terms,
  ended: null,
  readAt: '2026-11-20T09:00:00.000Z' as RegisteredTrekk['readAt'],
};

export const registrer = (over: Partial<RegistrerContent> = {}): ActContent => ({
  kind: 'registrer',
  content: {
    ...terms,
    reference: '2026/0417',
    decisionDate: date('2026-11-20'),
    noticeDate: date('2026-10-12'),
    waiting: false,
    samordning: null,
    ...over,
  },
});

export const endre = (over: Partial<EndreContent> = {}): ActContent => ({
  kind: 'endre',
  content: { ...terms, reason: 'nyLivsoppholdsvurdering', date: date('2027-02-01'), explanation: '', ...over },
});

export const avslutt = (over: Partial<AvsluttContent> = {}): ActContent => ({
  kind: 'avslutt',
  content: { reason: 'innfridd', lastDay: date('2027-06-30'), explanation: '', transferredTo: null, ...over },
});

export const beslutning = (over: Partial<BeslutningContent> = {}): ActContent => ({
  kind: 'beslutning',
  content: {
    reference: '2026/0417',
    decisionDate: date('2026-11-20'),
    earlierDecisionDate: null,
    signedBy: 'Amund Fagansvarlig',
    contact: { email: 'innkreving@fjellvik.example', phone: '55 00 00 00' },
    address: { kind: 'folkeregistrert' },
    district: null,
    payment: terms.payment,
    claims: terms.claims.map((one) => ({
      ...one,
      payments: [],
      interestPeriod: null,
      bearsInterest: one.detail === 'Hovedkrav' ? { order: null } : null,
    })),
    document: null,
    ...over,
  },
});

/** A letter in production, in bokmål, about an act on the running trekk above. */
export const letter = (what: ActContent, over: Partial<Letter> = {}): Letter => ({
  trekk: {
    caseNumber: '2026/0417',
    debtorName: 'Ola Testperson',
    language: 'nb',
    registered: what.kind === 'registrer' || what.kind === 'beslutning' ? null : registered,
  },
  what,
  nationalId: '25851449852' as NationalId,
  municipality: 'Fjellvik kommune',
  correspondence: {
    ...defaultCorrespondence,
    phone: '55 00 00 00',
    email: 'innkreving@fjellvik.example',
    postalAddress: 'Postboks 10, 5999 Fjellvik',
    court: 'Fjellvik tingrett',
  },
  environment: 'production',
  officer: 'Siri Innkrever',
  date: date('2026-11-22'),
  ...over,
});
