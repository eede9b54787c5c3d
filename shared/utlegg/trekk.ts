import { z } from 'zod';
import { languages } from '../housing/caseFile.ts';
import { CallError } from '../ipc/errors.ts';
import { zDate, zInstant } from '../values.ts';
import {
  AvsluttContent,
  BeslutningContent,
  EndreContent,
  kanaler,
  RegistrerContent,
  TrekkTerms,
} from './trekkContent.ts';

/** Which rules the decision follows (Regelverk). */
export const regelverk = ['gammelt', 'nytt'] as const;

/** What has been done with an act before the authority confirmed it (utleggsdatabasen.md 7.1, 7.2): these live only in Saksbord. */
export const actStates = ['utkast', 'kontrollert', 'tilGodkjenning', 'sendes', 'ukjent', 'avvist'] as const;
export type ActState = (typeof actStates)[number];

/** The contract's states of a registered trekk under the old rules (utleggsdatabasen.md 7.1). */
export const registeredStates = ['registrert', 'ventende', 'loepende', 'stanset', 'avsluttet', 'slettet'] as const;
export type RegisteredState = (typeof registeredStates)[number];

/** What is known of a decision that ELAN has received (utleggsdatabasen.md 7.2). After `mottatt` the officer enters what Skatteetaten tells. */
export const receivedStates = [
  'mottatt',
  'iTrekk',
  'etableringForsoekes',
  'ikkeEtablert',
  'iKravkoe',
  'dekkes',
  'dekket',
  'trukketTilbake',
] as const;
export type ReceivedState = (typeof receivedStates)[number];

/** One rule of utleggsdatabasen.md 8 that is broken. `field` is the path in the act's content (`periods.0.to`), '' for the whole. */
export const Violation = z.object({
  /** `V-12`; null outside the table: a guard of 7.1, the form of the contract, or a rule that only the authority knows. */
  rule: z.string().nullable(),
  level: z.enum(['error', 'warning']),
  /** `vilkaarnavn`. */
  code: z.string(),
  field: z.string(),
  /** The authority's own words for a code we have no sentence for. Shown, never logged. */
  text: z.string().nullable(),
});
export type Violation = z.infer<typeof Violation>;

/** The authority's no. */
export const Refusal = z.object({ at: zInstant, error: CallError, violations: z.array(Violation) });
export type Refusal = z.infer<typeof Refusal>;

/** What is being done to get it there. */
export const Sending = z.object({
  /** `vedlegg`: the decision document goes first; `melding`: the message itself. */
  step: z.enum(['vedlegg', 'melding']),
  confirmedAt: zInstant,
  attempts: z.int(),
  lastTriedAt: zInstant.nullable(),
  nextTryAt: zInstant.nullable(),
  /** How the last try ended; null while none has failed. */
  error: CallError.nullable(),
});
export type Sending = z.infer<typeof Sending>;

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('registrer'), content: RegistrerContent }),
  z.object({ kind: z.literal('endre'), content: EndreContent }),
  z.object({ kind: z.literal('avslutt'), content: AvsluttContent }),
  z.object({ kind: z.literal('beslutning'), content: BeslutningContent }),
]);
/** What an act is about, by its kind. */
export const ActContent = content;
export type ActContent = z.infer<typeof ActContent>;
export type ActKind = ActContent['kind'];

/** The one thing that is being prepared, is on its way, or was refused. Confirmed by the authority it is gone, and `registered` or `received` is new. */
export const Act = z.object({
  id: z.string(),
  state: z.enum(actStates),
  what: ActContent,
  /** Why the officer goes on in spite of a warning, by its `vilkaarnavn`. */
  reasons: z.record(z.string(), z.string().max(2000)),
  startedBy: z.string(),
  startedAt: zInstant,
  /** Four eyes: who has asked for a second pair; null when none is asked for. */
  askedBy: z.string().nullable(),
  sending: Sending.nullable(),
  refusal: Refusal.nullable(),
});
export type Act = z.infer<typeof Act>;

/** Our trekk as utleggsdatabasen held it when it was last confirmed or read. */
export const RegisteredTrekk = z.object({
  utleggstrekkId: z.string(),
  versjon: z.int().positive(),
  state: z.enum(registeredStates),
  /** `innsendersReferanse`; '' when the register did not deliver it. */
  reference: z.string(),
  decisionDate: zDate,
  terms: TrekkTerms,
  ended: AvsluttContent.pick({ reason: true, lastDay: true }).nullable(),
  readAt: zInstant,
});
export type RegisteredTrekk = z.infer<typeof RegisteredTrekk>;

/** Our decision as ELAN has received it. */
export const ReceivedDecision = z.object({
  content: BeslutningContent,
  /** ELAN's `saksreferanse`; null when it was only told that it has the decision already. */
  caseReference: z.string().nullable(),
  receivedAt: zInstant,
  state: z.enum(receivedStates),
  /** The day the state holds from, and where the officer has it from; '' for `mottatt`. */
  since: zDate,
  source: z.string().max(200),
});
export type ReceivedDecision = z.infer<typeof ReceivedDecision>;

/** Underretning: to the debtor. Under the old rules also, to the one who deducts: trekkpålegg, and opphør when it shall deduct no more. */
export const letterKinds = ['underretning', 'trekkpaalegg', 'opphoer'] as const;
export type LetterKind = (typeof letterKinds)[number];

/** A letter that was made, and, when it has gone out, how and when. `actId`: what it tells of. */
export const TrekkLetter = z.object({
  id: z.string(),
  actId: z.string(),
  kind: z.enum(letterKinds),
  fileName: z.string(),
  sha256: z.string(),
  madeAt: zInstant,
  madeBy: z.string(),
  sent: z.object({ on: zDate, channel: z.enum(kanaler) }).nullable(),
});
export type TrekkLetter = z.infer<typeof TrekkLetter>;

/** Something that happened to the trekk, for its history. `act` null: the register or the officer changed what we know. */
export const trekkEvents = [
  'started',
  'checked',
  'edited',
  'back-to-draft', // refused, or taken back before it left
  'discarded',
  'approval-asked',
  'approval-refused',
  'confirmed',
  'sent-unknown',
  'refused',
  'changed-since', // 409: back to coordination
  'accepted',
  'read',
  'adopted',
  'state-recorded',
  'letter-made',
  'letter-sent',
] as const;
export const TrekkEvent = z.object({
  at: zInstant,
  by: z.string(),
  event: z.enum(trekkEvents),
  act: z.enum(['registrer', 'endre', 'avslutt', 'beslutning']).nullable(),
  detail: z.string().nullable(),
});
export type TrekkEvent = z.infer<typeof TrekkEvent>;

/** An utleggstrekk of our own as Saksbord follows it: under the old rules in utleggsdatabasen, under the new as a decision with ELAN. */
export const Trekk = z.object({
  id: z.string(),
  version: z.int(),
  caseId: z.string(),
  caseNumber: z.string(),
  rules: z.enum(regelverk),
  /** `010180 *****` */
  maskedId: z.string(),
  /** As it shall stand in letters and in the review; never sent to an authority. */
  debtorName: z.string().max(200),
  language: z.enum(languages),
  act: Act.nullable(),
  registered: RegisteredTrekk.nullable(),
  received: ReceivedDecision.nullable(),
  letters: z.array(TrekkLetter),
  events: z.array(TrekkEvent),
  createdAt: zInstant,
  createdBy: z.string(),
  updatedAt: zInstant,
});
export type Trekk = z.infer<typeof Trekk>;
