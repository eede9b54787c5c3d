import { z } from 'zod';
import { languages } from '../housing/caseFile.ts';
import { zDate, zInstant, zOere } from '../values.ts';
import { claimTypes } from './claims.ts';
import { DebtorLookup } from './debtorLookup.ts';
import { collectionGrounds } from './legalGrounds.ts';
import { samvaerClasses } from './livsopphold.ts';
import { spouseMethods } from './room.ts';

/** What the calculation is for (fagregler.md 0.1): the result says which. */
export const debtorPurposes = ['utleggstrekk', 'pantEllerTrekk', 'regulering', 'veiledning'] as const;
export type DebtorPurpose = (typeof debtorPurposes)[number];

export const debtorStatuses = ['ny', 'underArbeid'] as const;
export type DebtorStatus = (typeof debtorStatuses)[number];

/** Not negative, whole øre. */
const Amount = zOere.refine((value) => value >= 0, 'must not be negative');
const Id = z.string().min(1).max(40);
const Line = z.string().trim().min(1).max(200);

/** What the officer knows of the debtor that no register here tells (V-32); null = not checked. */
export const DebtorCondition = z.object({
  aliveAndAdult: z.boolean().nullable(),
  debtNegotiation: z.boolean().nullable(),
  bankruptcy: z.boolean().nullable(),
});
export type DebtorCondition = z.infer<typeof DebtorCondition>;

export const DebtorDetails = z.object({
  caseNumber: z.string().trim().min(1).max(40),
  legalGrounds: z.array(z.enum(collectionGrounds)).min(1),
  purpose: z.enum(debtorPurposes),
  language: z.enum(languages),
  decisionDate: zDate,
  condition: DebtorCondition,
});
export type DebtorDetails = z.infer<typeof DebtorDetails>;

/** Which thing the law charges for the claim: panteloven § 6-1 in the property, vegtrafikkloven § 38 in the vehicle (fagregler.md 2.7). */
export const legalPants = ['ingen', 'eiendom', 'kjoeretoey'] as const;
export type LegalPant = (typeof legalPants)[number];

/** One claim. Øre. Which letter of dekningsloven § 2-8 it has is the municipality's setting, not the officer's choice. */
export const DebtorClaim = z.object({
  id: Id,
  type: z.enum(claimTypes),
  reference: z.string().trim().min(1).max(64),
  dueDate: zDate,
  /** Of several instalments in a year, when the last one fell due: legal pant is counted from there (panteloven § 6-3). null = no instalments. */
  lastInstalmentDue: zDate.nullable(),
  original: Amount,
  /** What is left of the principal. */
  remaining: Amount,
  interest: Amount,
  costs: Amount,
  legalPant: z.enum(legalPants),
});
export type DebtorClaim = z.infer<typeof DebtorClaim>;

/** A notice that the municipality will decide utlegg (§ 2-15, under the old rules § 4-18), and the day it gives to answer by. */
export const Notice = z.object({ id: Id, claimIds: z.array(Id).min(1), sentOn: zDate, answerBy: zDate });
export type Notice = z.infer<typeof Notice>;

export const Answer = z.object({ id: Id, receivedOn: zDate, text: z.string().max(4000) });
export type Answer = z.infer<typeof Answer>;

export const DebtorClaims = z.object({
  claims: z.array(DebtorClaim).max(200),
  notices: z.array(Notice).max(50),
  answers: z.array(Answer).max(200),
});
export type DebtorClaims = z.infer<typeof DebtorClaims>;

/** An amount a month that no register gave: what it is and how we know. Øre. */
export const ByHand = z.object({ id: Id, text: Line, source: Line, amount: Amount });
export type ByHand = z.infer<typeof ByHand>;

/** dekningsloven § 2-7 third paragraph. Gross fee a month from the one who shall deduct; more than 20 % needs a written consent. */
const SelfEmployed = z.object({
  grossFee: Amount,
  source: Line,
  consent: z.object({ percent: z.int().min(1).max(100), givenOn: zDate }).nullable(),
});

/** What the debtor and the household live of and on. Amounts in øre a month. */
export const DebtorHousehold = z.object({
  adults: z.enum(['enslig', 'par']),
  children: z.array(z.object({ birthDate: zDate })).max(20),
  samvaer: z.array(z.object({ birthDate: zDate, klasse: z.enum(samvaerClasses) })).max(20),
  /** Net income of spouse or cohabitant, 0 when there is none; null = not entered, which refuses for a couple. */
  spouseNet: ByHand.nullable(),
  /** Barnetrygd, barnebidrag received and the like: the household's, not one person's. */
  commonIncome: z.array(ByHand).max(20),
  /** The debtor's own net income that is not in the a-ordning (own business, from abroad). */
  otherNet: z.array(ByHand).max(20),
  /** Documented housing costs; null = nothing documented. */
  boutgifter: z.object({ amount: Amount, source: Line }).nullable(),
  /** Child care, maintenance paid, illness, commuting: necessary, and reasoned. */
  extras: z.array(z.object({ id: Id, text: Line, reason: Line, amount: Amount })).max(20),
  selfEmployed: SelfEmployed.nullable(),
});
export type DebtorHousehold = z.infer<typeof DebtorHousehold>;

/** What may be done about the trekk that are there already (utleggsdatabasen.md 6); `coordination.ts` says which are open, and which need a reason. */
export const coordinationChoices = [
  'go-on', // A, G
  'after-better', // B: the size is set on what is left
  'before-worse', // C: ours goes first, the others are told
  'change-own', // D: change the trekk we have
  'end-and-register-anew', // D: for a longer period
  'second-trekk', // D: beside our own, with a reason
  'register-waiting', // E: starts when the running trekk ends
  'drop-for-pant', // E: no trekk, consider utleggspant
  'new-rules', // F: no choice
  'ask-authority', // H: ask for what is missing; nothing is decided meanwhile
  'go-on-with-gaps', // H: with a reason
] as const;
export type CoordinationChoice = (typeof coordinationChoices)[number];

export const DebtorChoices = z.object({
  /** null = the default of the case stands. */
  coordination: z.object({ choice: z.enum(coordinationChoices), reason: z.string().max(4000) }).nullable(),
  /** Organisation number of the employer or benefit payer that shall deduct. */
  trekkpliktig: z
    .string()
    .regex(/^\d{9}$/)
    .nullable(),
  /** null = the municipality's. */
  spouseMethod: z.enum(spouseMethods).nullable(),
  size: z.enum(['amount', 'percent']),
});
export type DebtorChoices = z.infer<typeof DebtorChoices>;

/** The root of everything a debtor's screens show; its version keys the rest. Lookups: the newest of each source and period, and a later failed try. */
export const DebtorCase = DebtorDetails.extend({
  ...DebtorClaims.shape,
  id: z.string(),
  version: z.int(),
  status: z.enum(debtorStatuses),
  createdAt: zInstant,
  createdBy: z.string(),
  updatedAt: zInstant,
  /** `010180 *****` */
  maskedId: z.string(),
  /** null = not entered yet. */
  household: DebtorHousehold.nullable(),
  choices: DebtorChoices,
  lookups: z.array(DebtorLookup),
});
export type DebtorCase = z.infer<typeof DebtorCase>;
