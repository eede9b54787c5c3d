import { z } from 'zod';
import { priorityLetters } from '../garnishment/claims.ts';
import { zDate, zOere } from '../values.ts';

/** Kinds of claim in our contract with utleggsdatabasen (Kravtype). */
export const kravtyper = ['eiendomsskatt', 'vannOgAvloep', 'avfallsgebyr', 'feiegebyr', 'parkering', 'annet'] as const;
export type Kravtype = (typeof kravtyper)[number];

/** The codes of Skatteetaten's list «kravdetaljerUtleggsbegjaering» that a municipality's own claims need. */
export const kravdetaljer = ['Hovedkrav', 'Rentekrav', 'UtenrettsligeKostnader'] as const;
export type Kravdetalj = (typeof kravdetaljer)[number];

/** What the one who deducts pays out (Trekkpliktig.ytelsestype). */
export const ytelsestyper = ['loenn', 'trygd', 'pensjon', 'annet'] as const;
export type Ytelsestype = (typeof ytelsestyper)[number];

/** How a letter reached someone (Underretning.kanal). */
export const kanaler = ['digitalPostkasse', 'altinn', 'brev', 'forkynnelse'] as const;
export type Kanal = (typeof kanaler)[number];

/** Why a trekk is changed (EndreUtleggstrekk.endringsaarsak). */
export const endringsaarsaker = [
  'nyTrekkpliktig',
  'nyLivsoppholdsvurdering',
  'klage',
  'innbetalingPaaKrav',
  'midlertidigStans',
  'gjenopptak',
  'retting',
] as const;
export type Endringsaarsak = (typeof endringsaarsaker)[number];

/** Why a trekk is over (Avslutningsaarsak). `feilregistrert` removes it, and takes two people. */
export const avslutningsaarsaker = [
  'innfridd',
  'utloept',
  'opphevetEtterKlage',
  'opphevetAvNamsmyndigheten',
  'begjaeringTrukket',
  'ingenTrekkpliktig',
  'gjeldsordningEllerKonkurs',
  'doedsfall',
  'overfoertTilSamordnetTrekk',
  'feilregistrert',
] as const;
export type Avslutningsaarsak = (typeof avslutningsaarsaker)[number];

/** What was found when we looked for running trekk (Samordning.konklusjon). */
export const samordningskonklusjoner = [
  'ingenLoependeTrekk',
  'romEtterBedrePrioritet',
  'gaarForanDaarligerePrioritet',
  'venterTilLedig',
] as const;

/** Typed text as it stands: what is wrong with it the V-rules say (validate.ts), so that nothing typed is lost. */
const Typed = z.string().max(200);
const Prose = z.string().max(2000);

/** Size in one period while it is being filled in. Amount in øre a month, percent in hundredths of a per cent. */
export const DraftPeriod = z.object({
  from: zDate.nullable(),
  to: zDate.nullable(),
  amount: zOere.nullable(),
  percent: z.int().nullable(),
});
export type DraftPeriod = z.infer<typeof DraftPeriod>;

/** One money claim of the message: a principal, or the interest or costs of one. Øre. */
export const TrekkClaim = z.object({
  reference: Typed,
  type: z.enum(kravtyper),
  detail: z.enum(kravdetaljer),
  description: z.string().max(500),
  /** Not for interest (V-20). */
  due: zDate.nullable(),
  original: zOere,
  remaining: zOere,
  letter: z.enum(priorityLetters).nullable(),
  /** `prioritetISak`, 1–99: on all claims or none. */
  order: z.int().nullable(),
  /** References of the claims that interest or costs belong to. */
  relatedTo: z.array(Typed).max(20),
});
export type TrekkClaim = z.infer<typeof TrekkClaim>;

/** Who deducts. */
export const TrekkPayer = z.object({
  organisationNumber: Typed,
  name: Typed,
  pays: z.enum(ytelsestyper),
});
export type TrekkPayer = z.infer<typeof TrekkPayer>;

/** The part of a trekk under the old rules that may be changed after it is registered. */
export const TrekkTerms = z.object({
  payer: TrekkPayer,
  periods: z.array(DraftPeriod).max(50),
  claims: z.array(TrekkClaim).max(200),
  payment: z.object({ account: Typed, kid: Typed }),
});
export type TrekkTerms = z.infer<typeof TrekkTerms>;

/** Proof that we looked for running trekk before the decision (Samordning). */
export const Samordning = z.object({
  lookupId: z.string(),
  at: z.string(),
  conclusion: z.enum(samordningskonklusjoner),
  /** Ids of the running trekk that were taken into account. */
  considered: z.array(z.string()),
  /** Organisation numbers of the authorities that were told. */
  told: z.array(z.string()),
  assessment: Prose,
});
export type Samordning = z.infer<typeof Samordning>;

/** `registrer`: a new trekk under the old rules. `waiting`: there is no room behind better priority yet (case E). */
export const RegistrerContent = TrekkTerms.extend({
  reference: z.string().max(64),
  decisionDate: zDate,
  /** When the notice of tvangsfullbyrdelsesloven § 4-18 was sent. */
  noticeDate: zDate.nullable(),
  waiting: z.boolean(),
  /** Taken from the case when the draft is checked; null before. */
  samordning: Samordning.nullable(),
});
export type RegistrerContent = z.infer<typeof RegistrerContent>;

/** `endre`: the changeable part, whole. */
export const EndreContent = TrekkTerms.extend({
  reason: z.enum(endringsaarsaker),
  date: zDate,
  explanation: Prose,
});
export type EndreContent = z.infer<typeof EndreContent>;

/** `avslutt`: ends a trekk, or removes one that should never have been there. */
export const AvsluttContent = z.object({
  reason: z.enum(avslutningsaarsaker),
  /** Last day on which is deducted. */
  lastDay: zDate,
  explanation: Prose,
  /** ELAN's case reference, when the claim moved into the single trekk; null where ELAN gave none. */
  transferredTo: z.string().max(64).nullable(),
});
export type AvsluttContent = z.infer<typeof AvsluttContent>;

/** A claim in a decision under the new rules carries its payments, and interest its period. */
export const BeslutningClaim = TrekkClaim.extend({
  payments: z.array(z.object({ on: zDate.nullable(), amount: zOere })).max(50),
  /** For interest: the days it was reckoned for. */
  interestPeriod: z.object({ from: zDate, to: zDate }).nullable(),
  /** For a principal: does it go on bearing forsinkelsesrente, and the place of that interest in the order. */
  bearsInterest: z.object({ order: z.int().nullable() }).nullable(),
});
export type BeslutningClaim = z.infer<typeof BeslutningClaim>;

/** `beslutning`: the municipality's decision under the new rules, for ELAN. No size, period or payer: those the establishing authority sets. */
export const BeslutningContent = z.object({
  reference: z.string().max(64),
  decisionDate: zDate,
  /** Date of an earlier decision under the old rules, so that the claim keeps its place. */
  earlierDecisionDate: zDate.nullable(),
  signedBy: Typed,
  contact: z.object({ email: Typed, phone: Typed }),
  address: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('folkeregistrert') }),
    z.object({ kind: z.literal('adresse'), text: Typed, postalCode: Typed, city: Typed }),
    z.object({ kind: z.literal('ukjent') }),
  ]),
  /** Only when another district than the debtor's own is wanted. */
  district: z.object({ name: Typed, reason: Prose }).nullable(),
  payment: z.object({ account: Typed, kid: Typed }),
  claims: z.array(BeslutningClaim).max(200),
  /** The decision document that is uploaded first; null until one is chosen. `uuid` names it on the way to ELAN. */
  document: z.object({ uuid: z.string(), fileName: z.string(), sha256: z.string(), bytes: z.int() }).nullable(),
});
export type BeslutningContent = z.infer<typeof BeslutningContent>;
