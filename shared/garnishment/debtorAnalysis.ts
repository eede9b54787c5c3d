import { z } from 'zod';
import { Trace } from '../housing/assessment.ts';
import { Confidence } from '../rules/housingRule.ts';
import { zDate, zInstant, zMonth, zOere } from '../values.ts';
import { priorityLetters } from './claims.ts';
import { coordinationChoices } from './debtorCase.ts';
import { debtorSources } from './debtorLookup.ts';
import { spouseMethods } from './room.ts';

/** Something that stops a decision or that the officer must see; the sentence is in shared/text. */
const findingCodes = [
  // which rules
  'regime-not-looked-up',
  'regime-unavailable',
  'regime-too-old', // date: when it was looked up
  'regime-mismatch', // case F although the lookup said old: to be reported to Skatteetaten
  'ground-not-valid', // text: the ground that is none on the decision date
  // trekk that are there already
  'coordination-not-looked-up',
  'coordination-failed',
  'coordination-too-old',
  'coordination-incomplete', // part of the answer could not be read
  'coordination-choice-needed',
  'coordination-reason-missing',
  'coordination-choice-not-open', // the choice made is not open any more
  'coordination-waits-for-authority',
  'coordination-no-trekk', // the officer has chosen pant instead
  'own-trekk-running',
  'others-must-be-told', // text: whom
  'intet-til-utlegg', // date
  'entry-incomplete', // entryRef
  'entry-starts-later', // entryRef, date
  'entry-on-hold', // entryRef
  'old-trekk-under-new-rules', // entryRef
  // claims
  'no-claims',
  'claim-never-listed', // claimId
  'claim-not-listed-yet', // claimId, date: from when
  'claim-not-due', // claimId, date
  'claim-nothing-remaining', // claimId
  'claim-no-letter', // claimId: the municipality has not decided
  'claim-letter-unusual', // claimId
  'claim-remaining-over-original', // claimId
  'claim-reference-twice', // claimId
  // deadlines
  'no-notice', // claimId
  'notice-before-due', // claimId
  'answer-time-too-short', // claimId, date: the earliest
  'answer-time-not-over', // claimId, date: decide from
  'fresh-notice-needed', // claimId, date: from when
  'foreldet', // claimId, date
  'legal-pant-over', // claimId, date
  'legal-pant-ends-soon', // claimId, date
  // money
  'room-refused',
  'no-room',
  'income-shielded',
  'income-partly-shielded',
  'income-unread',
  'income-without-amount',
  'income-unplaced',
  'income-unclear-kind', // money that is neither cash, in kind nor expenses
  'income-back-pay',
  'income-negative', // months
  'month-without-reports', // months
  'withholding-positive', // months
  'size-over-half',
  // who pays
  'no-payer',
  'trekkpliktig-not-chosen',
  'trekkpliktig-not-found', // V-31
  // tax basis
  'tax-not-fetched',
  'tax-failed',
  'tax-shielded',
  'tax-partly-shielded',
  'tax-nothing',
  'tax-unread',
  // the debtor (V-32)
  'child-of-age', // does not count as a child
  'debtor-not-checked',
  'debtor-dead-or-minor',
  'debt-negotiation',
  'bankruptcy',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** `stop`: no decision while it stands. */
export const Finding = z.object({
  level: z.enum(['stop', 'warning']),
  code: z.enum(findingCodes),
  claimId: z.string().optional(),
  entryRef: z.string().optional(),
  date: zDate.optional(),
  months: z.array(zMonth).optional(),
  text: z.string().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** Which rules, and why. `stop`: nobody knows, and nothing falls through to the old ones. */
export const RegimeResult = z.object({
  rules: z.enum(['old', 'new', 'stop']),
  because: z.enum([
    'before-new-rules',
    'cut-over',
    'lookup',
    'new-entry-found',
    'not-looked-up',
    'unavailable',
    'too-old',
  ]),
  lookedUpAt: zInstant.nullable(),
  cutOver: zDate,
});
export type RegimeResult = z.infer<typeof RegimeResult>;

const coordinationCases = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;
export type CoordinationCase = (typeof coordinationCases)[number];

/** What the trekk that are there mean for ours. Several cases can hold at once; `lead` decides what is done. */
export const Coordination = z.object({
  /** `not-needed`: under the new rules nothing goes to utleggsdatabasen. */
  state: z.enum(['assessed', 'not-needed', 'not-looked-up', 'failed', 'too-old']),
  lookedUpAt: zInstant.nullable(),
  /** Every case that holds, the lead first, with the entries it rests on (`ref`). */
  cases: z.array(z.object({ case: z.enum(coordinationCases), entryRefs: z.array(z.string()) })),
  lead: z.enum(coordinationCases).nullable(),
  /** null: the officer must choose. */
  defaultChoice: z.enum(coordinationChoices).nullable(),
  /** Open to the officer, the default among them. */
  choices: z.array(z.object({ choice: z.enum(coordinationChoices), needsReason: z.boolean() })),
  /** What stands: the officer's choice when it is open, else the default. */
  chosen: z.enum(coordinationChoices).nullable(),
  /** Each entry, and what it takes before ours, øre a month; null = takes nothing before ours, or not known. */
  entries: z.array(
    z.object({
      ref: z.string(),
      relation: z.enum(['own', 'better', 'equal', 'worse', 'new-kind', 'over', 'intet-til-utlegg', 'unknown']),
      monthly: zOere.nullable(),
      missing: z.array(z.enum(['authority', 'letter', 'size', 'payer-income', 'period'])),
    }),
  ),
  /** What is taken before ours, øre a month; null while it is not known. */
  betterPriority: zOere.nullable(),
  /** First day after the last trekk that goes before ours; null when none has an end. */
  freeFrom: zDate.nullable(),
});
export type Coordination = z.infer<typeof Coordination>;

/** What happens when to a claim; the next one is the first that is not `past`. */
export const timelineCodes = [
  'due',
  'notice-sent',
  'answer-received',
  'answer-by',
  'decide-from',
  'fresh-notice-from',
  'legal-pant-ends',
  'limitation',
  'decision',
  'complaint-ends', // costs, and which thing pant is taken in: a month after the notice
  'confirm-by',
] as const;

export const TimelineEvent = z.object({
  code: z.enum(timelineCodes),
  date: zDate,
  /** Empty: the whole case. */
  claimIds: z.array(z.string()),
  past: z.boolean(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

export const ClaimResult = z.object({
  claimId: z.string(),
  listed: z.boolean(),
  /** The law that makes the claim enforceable; null for a type that is not on the list. */
  tvangsgrunnlag: z.string().nullable(),
  letter: z.enum(priorityLetters).nullable(),
  /** The letter of interest and costs: e under the old text, the claim's own under the new (fagregler.md 2.5). */
  accessoryLetter: z.enum(priorityLetters).nullable(),
  /** Principal, interest and costs that are left. Øre. */
  total: zOere,
  limitation: zDate,
  limitationBecause: z.enum(['dueDate', 'notice']),
  /** Interest that falls due after the notice is foreldet on its own after so many years; null while no notice has interrupted. */
  laterInterestYears: z.int().nullable(),
  legalPantEnds: zDate.nullable(),
  decideFrom: zDate.nullable(),
  renotifyFrom: zDate.nullable(),
});
export type ClaimResult = z.infer<typeof ClaimResult>;

/** Someone who pays the debtor. `id`: organisation number, or a private person's number masked; null = not delivered. */
export const Payer = z.object({
  id: z.string().nullable(),
  isOrganisation: z.boolean(),
  /** From the tax basis, when it names the same organisation. */
  name: z.string().nullable(),
});
export type Payer = z.infer<typeof Payer>;

/** One payer's month. Øre. `withheld` is positive. In kind, expense money and what can't be placed are shown, never counted. */
const NetRow = z.object({
  payer: Payer,
  gross: zOere,
  withheld: zOere,
  net: zOere,
  inKind: zOere,
  expenses: zOere,
  unclear: zOere,
  traces: z.array(Trace),
});

export const netMonthStates = [
  'delivered',
  'partlyShielded',
  'nothing', // asked, and nothing was reported: not the same as no income
  'notAsked',
  'incomplete', // read before the 10th of the next month
  'shielded',
  'unknownPerson',
  'withdrawn',
  'failed',
] as const;

export const NetMonth = z.object({
  month: zMonth,
  state: z.enum(netMonthStates),
  /** One of the three that are used. */
  used: z.boolean(),
  gross: zOere.nullable(),
  withheld: zOere.nullable(),
  net: zOere.nullable(),
  rows: z.array(NetRow),
});
export type NetMonth = z.infer<typeof NetMonth>;

/** Twelve months, the oldest first, and the mean of the three newest complete ones, rounded down to whole øre. */
export const NetIncome = z.object({
  months: z.array(NetMonth),
  mean: z.object({ gross: zOere, withheld: zOere, net: zOere }).nullable(),
});
export type NetIncome = z.infer<typeof NetIncome>;

/** A payer of the three months that are used. Means in øre a month; `share` of gross in hundredths of a per cent. */
export const PayerShare = z.object({
  payer: Payer,
  gross: zOere,
  net: zOere,
  share: z.int(),
  /** What a percentage would be taken of (trekkgrunnlag). */
  withholdingBase: zOere,
  kinds: z.array(z.string()),
  newestMonth: zMonth,
  /** Organisations only: a trekkpliktig is given by organisation number. */
  canBeChosen: z.boolean(),
});
export type PayerShare = z.infer<typeof PayerShare>;

/** The rate behind a step: where it comes from, how long it holds, how sure it is, and who answers for it. */
export const UsedRate = z.object({
  name: z.string(),
  source: z.string(),
  validFrom: zDate.nullable(),
  validTo: zDate.nullable(),
  confidence: Confidence,
  signedBy: z.string().nullable(),
  signedAt: zInstant.nullable(),
});
export type UsedRate = z.infer<typeof UsedRate>;

const roomStepCodes = [
  'gross', // mean of the three months
  'withheld',
  'other-net', // label, source in text
  'own-net',
  'common-income', // label
  'spouse-net',
  'better-priority',
  'livsopphold-adults', // label: enslig or par
  'livsopphold-child', // age, ageClass, cut
  'livsopphold-samvaer', // age, ageClass, cut
  'livsopphold', // the sum
  'boutgifter', // label: documented, ceiling or undocumented
  'extra', // label, reason in text
  'need',
  'need-to-share', // need less common income
  'by-pool',
  'share-of-need', // percent: the debtor's part of the two incomes
  'by-share',
  'self-employed-cap', // percent of the gross fee
  'room',
  'amount',
  'percent', // percent: whole per cent of the payer's withholding base; amount: what that makes
] as const;

/** One line of the calculation. Øre a month. `sign`: added, taken away, a result, or only shown beside. */
export const RoomStep = z.object({
  code: z.enum(roomStepCodes),
  sign: z.enum(['plus', 'minus', 'result', 'shown']),
  amount: zOere,
  label: z.string().nullable(),
  text: z.string().nullable(),
  age: z.int().nullable(),
  ageClass: z.string().nullable(),
  cut: z.boolean(),
  /** Hundredths of a per cent. */
  percent: z.int().nullable(),
  rate: UsedRate.nullable(),
});
export type RoomStep = z.infer<typeof RoomStep>;

export const roomRefusalCodes = [
  'household-not-entered',
  'spouse-income-missing',
  'livsopphold-missing', // validFrom: the table that is missing
  'livsopphold-unverified', // validFrom
  'samvaer-missing', // validFrom
  'age-class-missing', // validFrom
  'child-not-born',
  'boutgift-guide-missing', // the municipality's own
  'boutgift-guide-not-valid', // validFrom
  'income-not-fetched',
  'income-incomplete', // months
  'income-shielded',
  'income-unknown-person',
  'income-withdrawn',
  'income-failed',
  'income-nothing-reported',
  'better-priority-unknown',
] as const;

export const RoomRefusal = z.object({
  code: z.enum(roomRefusalCodes),
  validFrom: zDate.nullable(),
  months: z.array(zMonth),
});
export type RoomRefusal = z.infer<typeof RoomRefusal>;

/** The room, with every step; or what is missing, never a guess. `basis`: another authority sets the size, and this only shows what to expect. */
export const RoomResult = z.discriminatedUnion('state', [
  z.object({ state: z.literal('refused'), reasons: z.array(RoomRefusal).min(1) }),
  z.object({
    state: z.literal('computed'),
    status: z.enum(['decision', 'basis']),
    steps: z.array(RoomStep),
    decidedBy: z.enum(['alone', 'share', 'pool', 'selfEmployedCap']),
    method: z.enum(spouseMethods),
    byShare: zOere.nullable(),
    byPool: zOere,
    /** Exact, øre a month, never below 0. */
    room: zOere,
    /** Rounded down for a decision. */
    amount: zOere,
    /** Whole per cent of the chosen payer's withholding base; null while no payer is settled. */
    percent: z.int().nullable(),
    percentAmount: zOere.nullable(),
    rates: z.array(UsedRate),
  }),
]);
export type RoomResult = z.infer<typeof RoomResult>;

export const assetKinds = [
  'bankAccount',
  'property',
  'housingShare',
  'vehicle',
  'boat',
  'security',
  'receivable',
  'insurance',
  'other',
  'loan',
] as const;
export type AssetKind = (typeof assetKinds)[number];

/** Something the tax basis names: to be considered for utlegg (or, for loans, in the way of it). Value in øre, null when it was not delivered. */
export const Asset = z.object({
  kind: z.enum(assetKinds),
  /** Skatteetaten's own name of the specification. */
  type: z.string(),
  value: zOere.nullable(),
  fields: z.array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
  traces: z.array(Trace),
});
export type Asset = z.infer<typeof Asset>;

export const Assets = z.object({
  state: z.enum(['delivered', 'partlyShielded', 'shielded', 'nothing', 'failed', 'not-fetched']),
  year: z.int().nullable(),
  /** 31 December of the income year. */
  asAt: zDate.nullable(),
  items: z.array(Asset),
});
export type Assets = z.infer<typeof Assets>;

/** A claim, or its interest and costs where they have a letter of their own, as it takes part in the sharing. Øre. */
export const SharingBase = z.object({
  /** Claim id, or `<claim id>/tillegg` for interest and costs apart. */
  id: z.string(),
  claimId: z.string(),
  letter: z.enum(priorityLetters),
  size: zOere,
  remaining: zOere,
});
export type SharingBase = z.infer<typeof SharingBase>;

/** Everything the desk can say about a debtor from what is entered and fetched. Worked out anew each time; nothing in it is stored. */
export const DebtorAnalysis = z.object({
  at: zInstant,
  regime: RegimeResult,
  coordination: Coordination,
  claims: z.array(ClaimResult),
  timeline: z.array(TimelineEvent),
  income: NetIncome,
  payers: z.array(PayerShare),
  room: RoomResult,
  assets: Assets,
  /** `deduction`: what is taken a month, as the room stands; null without a room. `firstMonth`: the month after the decision. */
  sharing: z.object({ claims: z.array(SharingBase), deduction: zOere.nullable(), firstMonth: zMonth }),
  findings: z.array(Finding),
  mayDecide: z.boolean(),
  /** What is there to ask again: failed, too old, or never asked. */
  sourcesToFetch: z.array(z.enum(debtorSources)),
});
export type DebtorAnalysis = z.infer<typeof DebtorAnalysis>;
