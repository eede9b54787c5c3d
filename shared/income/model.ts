import { z } from 'zod';
import { zDate, zInstant, zMonth, zOere } from '../values.ts';

/** The four kinds of the Inntekt API, and what a response holds that we can't place. */
export const incomeKinds = [
  'loennsinntekt',
  'ytelseFraOffentlige',
  'pensjonEllerTrygd',
  'naeringsinntekt',
  'ukjent',
] as const;
export type IncomeKind = (typeof incomeKinds)[number];

/** One amount as the Inntekt API delivered it. `ref` says where in the response it stands (`3.1` = oppgave 3, inntekt 1, from 0). */
export const IncomeEntry = z.object({
  ref: z.string(),
  month: zMonth.nullable(),
  /** `opplysningspliktigId`: an organisation number, or the personal number of a private employer (`maskPayers.ts`). */
  payerId: z.string().nullable(),
  subUnitId: z.string().nullable(),
  kind: z.enum(incomeKinds),
  /** `beskrivelse`; the key into the code lists is kind + code. */
  code: z.string().nullable(),
  /** null = the response holds no amount: missing is not zero. */
  amount: zOere.nullable(),
  fordel: z.string().nullable(),
  /** `inngaarIGrunnlagForTrekk` */
  subjectToWithholding: z.boolean().nullable(),
  quantity: z.number().nullable(),
  /** `tilleggsinformasjon.etterbetalingsperiode`: the amount is back-pay for this period. */
  backPay: z.object({ from: zDate.nullable(), to: zDate.nullable() }).nullable(),
});
export type IncomeEntry = z.infer<typeof IncomeEntry>;

/** `forskuddstrekk` (usually negative) and `fradrag` of one oppgave. `ref`: `3.forskuddstrekk.0`, `3.fradrag.0`. */
export const IncomeSideAmount = z.object({
  ref: z.string(),
  month: zMonth.nullable(),
  payerId: z.string().nullable(),
  code: z.string().nullable(),
  amount: zOere.nullable(),
});
export type IncomeSideAmount = z.infer<typeof IncomeSideAmount>;

/**
 * What could not be read: where it stands (`3` = an oppgave, `3.1` an entry, `fastland.4` a post) and why, never the value. When the place is
 * that of an entry or post that was kept, only a part of it could not be read; otherwise the whole of it is missing.
 */
export const Unread = z.object({
  ref: z.string(),
  why: z.enum(['bad-amount', 'bad-month', 'bad-shape', 'no-kind', 'several-kinds']),
});
export type Unread = z.infer<typeof Unread>;

/** A whole answer of the Inntekt API. `shielded`: at least one oppgave carries `skjermet: true`. */
export const IncomeAnswer = z.object({
  entries: z.array(IncomeEntry),
  withholding: z.array(IncomeSideAmount),
  deductions: z.array(IncomeSideAmount),
  shielded: z.boolean(),
  unread: z.array(Unread),
});
export type IncomeAnswer = z.infer<typeof IncomeAnswer>;

export const taxParts = ['fastland', 'svalbard', 'kildeskatt'] as const;
export type TaxPart = (typeof taxParts)[number];

/** One post of Summert skattegrunnlag. `ref` = part and index in its list (`fastland.4`). */
export const TaxPost = z.object({
  ref: z.string(),
  part: z.enum(taxParts),
  tekniskNavn: z.string(),
  /** Display text from the year lists; null when they have none: show the name itself. */
  label: z.string().nullable(),
  kategori: z.string().nullable(),
  amount: zOere.nullable(),
  andelSkattefritt: zOere.nullable(),
  andelOverfoertFraBarn: zOere.nullable(),
  /** The name stands in one of the lists we have. */
  known: z.boolean(),
  spesifisering: z.array(
    z.object({
      ref: z.string(),
      type: z.string(),
      fields: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
    }),
  ),
});
export type TaxPost = z.infer<typeof TaxPost>;

/** A whole answer of Summert skattegrunnlag v2. Wealth and debt are as at 31 December of the year. */
export const TaxAnswer = z.object({
  year: z.int(),
  shielded: z.boolean(),
  stadie: z.string().nullable(),
  skatteoppgjoersdato: zDate.nullable(),
  ajourholdstidspunkt: z.string().nullable(),
  posts: z.array(TaxPost),
  unread: z.array(Unread),
});
export type TaxAnswer = z.infer<typeof TaxAnswer>;

export const sources = ['inntekt', 'skattegrunnlag', 'sisteSkatteoppgjoer'] as const;
export type Source = (typeof sources)[number];

/**
 * What a lookup ended with. Unlike things stay unlike: nothing reported, unknown number, withdrawn, everything shielded, and failed
 * are five different answers, and none of them is «no income».
 */
export const lookupStates = [
  'delivered',
  'partlyShielded',
  'shielded',
  'nothing',
  'unknownPerson',
  'withdrawn',
  'failed',
  'cancelled',
] as const;
export type LookupState = (typeof lookupStates)[number];

/** One lookup of one source for one person, as it was when it was made. Months for `inntekt`, a year for `skattegrunnlag`. */
export const Lookup = z.object({
  id: z.string(),
  memberId: z.string(),
  source: z.enum(sources),
  fromMonth: zMonth.nullable(),
  toMonth: zMonth.nullable(),
  year: z.int().nullable(),
  state: z.enum(lookupStates),
  at: zInstant,
  /** Our error code when failed (shared/ipc/errors.ts); the authority's own code, e.g. `IM-008`, in `authorityCode`. */
  errorCode: z.string().nullable(),
  authorityCode: z.string().nullable(),
  /** `korrelasjonsid` of the answer or our own reference: what support asks for. */
  reference: z.string().nullable(),
  income: IncomeAnswer.nullable(),
  tax: TaxAnswer.nullable(),
  newestYear: z.int().nullable(),
});
export type Lookup = z.infer<typeof Lookup>;
