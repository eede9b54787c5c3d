import { z } from 'zod';
import { Attention } from '../utlegg/attention.ts';
import { MovingRow } from '../utlegg/movingDay.ts';
import {
  ActContent,
  actStates,
  letterKinds,
  receivedStates,
  regelverk,
  registeredStates,
  Trekk,
  Violation,
} from '../utlegg/trekk.ts';
import { avslutningsaarsaker, endringsaarsaker, kanaler } from '../utlegg/trekkContent.ts';
import { zDate, zInstant, zOere } from '../values.ts';
import { command, query } from './define.ts';

const nothing = z.object({});
const collection = ['collection'] as const;
const onTrekk = z.object({ trekkId: z.string() });
const onVersion = onTrekk.extend({ expectedVersion: z.int() });

/** A line of the lists. */
export const TrekkSummary = z.object({
  id: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  rules: z.enum(regelverk),
  /** What is under way, if anything; `null` state: nothing is. */
  act: z.object({ kind: z.enum(['registrer', 'endre', 'avslutt', 'beslutning']), state: z.enum(actStates) }).nullable(),
  /** As of today: `registrert` has become `loepende` when its first day has come. */
  registeredState: z.enum(registeredStates).nullable(),
  receivedState: z.enum(receivedStates).nullable(),
  /** Last day of the last period; null under the new rules. */
  endsOn: zDate.nullable(),
  remaining: zOere,
  mine: z.boolean(),
  createdBy: z.string(),
  updatedAt: zInstant,
  attention: z.array(Attention),
});
export type TrekkSummary = z.infer<typeof TrekkSummary>;

/** What the review shows: everything that is wrong or odd, and for a change what differs from the registered version. */
export const TrekkReview = z.object({
  violations: z.array(Violation),
  /** Path in the content, and the values before and after, as texts the screen formats by path; null = was not there. */
  differences: z.array(z.object({ field: z.string(), before: z.unknown().nullable(), after: z.unknown().nullable() })),
  /** What stands between here and sending. */
  missing: z.array(
    z.enum([
      'not-checked',
      'lookup-too-old',
      'reason-for-warning',
      ...letterKinds,
      'document',
      'second-person',
      'elan-not-confirmed',
    ]),
  ),
});
export type TrekkReview = z.infer<typeof TrekkReview>;

export const trekkCalls = {
  'trekk.list': query({ input: nothing, output: z.array(TrekkSummary), roles: collection, journal: 'none' }),
  /** The trekk of one debtor's case, with those of the register that are ours and not followed here yet. */
  'trekk.ofCase': query({
    input: z.object({ caseId: z.string() }),
    output: z.object({
      trekk: z.array(TrekkSummary),
      adoptable: z.array(z.object({ utleggstrekkId: z.string(), decidedOn: zDate.nullable() })),
    }),
    roles: collection,
    journal: 'none',
  }),
  'trekk.open': query({ input: onTrekk, output: Trekk, roles: collection, journal: 'reads-person' }),
  'trekk.read': query({ input: onTrekk, output: Trekk, roles: collection, journal: 'none' }),

  /** Begins a registration (old rules) or a decision (new), filled in from the case as it stands. `invalid-input` when the case may not be decided. */
  'trekk.begin': command({
    input: z.object({ caseId: z.string() }),
    output: Trekk,
    roles: collection,
    journal: 'none',
  }),
  /** Follows a running trekk of our own that was registered elsewhere: read by id, kept as `registered`. */
  'trekk.adopt': command({
    input: z.object({ caseId: z.string(), utleggstrekkId: z.string() }),
    output: Trekk,
    roles: collection,
    journal: 'looks-up-person',
  }),
  'trekk.beginChange': command({
    input: onVersion.extend({ reason: z.enum(endringsaarsaker) }),
    output: Trekk,
    roles: collection,
    journal: 'none',
  }),
  'trekk.beginEnd': command({
    input: onVersion.extend({ reason: z.enum(avslutningsaarsaker) }),
    output: Trekk,
    roles: collection,
    journal: 'none',
  }),
  /** Keeps what is typed, whatever the rules say of it: the act is an `utkast` again. */
  'trekk.save': command({
    input: onVersion.extend({
      debtorName: z.string().max(200),
      what: ActContent,
      reasons: z.record(z.string(), z.string().max(2000)),
    }),
    output: Trekk,
    roles: collection,
    journal: 'none',
  }),
  /** What is wrong with the act as it is typed. Nothing is kept. */
  'trekk.validate': query({
    input: onTrekk.extend({ what: ActContent }),
    output: z.array(Violation),
    roles: collection,
    journal: 'none',
  }),
  /** Holds the act against every rule and the freshness of the lookups; without errors it becomes `kontrollert`. */
  'trekk.check': command({ input: onVersion, output: Trekk, roles: collection, journal: 'none' }),
  'trekk.review': query({ input: onTrekk, output: TrekkReview, roles: collection, journal: 'none' }),
  /** The one deliberate step: the message, its key and the new state are written together, and then it is sent. Returns when it is written, not when it is answered. */
  'trekk.confirm': command({ input: onVersion, output: Trekk, roles: collection, journal: 'looks-up-person' }),
  /** Four eyes, for `feilregistrert`: someone else than who asked says yes (which sends it) or no. */
  'trekk.approve': command({
    input: onVersion.extend({ approved: z.boolean() }),
    output: Trekk,
    roles: collection,
    journal: 'looks-up-person',
  }),
  /** A refused or unsent act becomes a draft again. `invalid-input` while nobody knows whether it arrived. */
  'trekk.backToDraft': command({ input: onVersion, output: Trekk, roles: collection, journal: 'none' }),
  /** Throws a draft away. A trekk that never was anything but a draft goes with it: null. */
  'trekk.discard': command({
    input: onVersion,
    output: z.object({ trekk: Trekk.nullable() }),
    roles: collection,
    journal: 'none',
  }),
  /** Tries now what waits for its next try. */
  'trekk.sendNow': command({ input: onTrekk, output: Trekk, roles: collection, journal: 'none' }),
  /** Reads our registered trekk again by its id. */
  'trekk.refresh': command({ input: onVersion, output: Trekk, roles: collection, journal: 'looks-up-person' }),
  /** What Skatteetaten has told about a decision that ELAN has received, entered by hand. */
  'trekk.recordState': command({
    input: onVersion.extend({
      state: z.enum(receivedStates),
      since: zDate,
      source: z.string().trim().min(1).max(200),
      caseReference: z.string().trim().max(64).nullable(),
    }),
    output: Trekk,
    roles: collection,
    journal: 'none',
  }),
  /** The officer picks the decision document (PDF); it is kept encrypted until it has been uploaded. null: nothing was picked. */
  'trekk.pickDocument': command({
    input: onVersion,
    output: z.object({ trekk: Trekk.nullable() }),
    roles: collection,
    journal: 'none',
  }),
  /** Makes the letter as PDF and saves it where the officer says; null: nowhere. */
  'trekk.makeLetter': command({
    input: onVersion.extend({ kind: z.enum(letterKinds) }),
    output: z.object({ trekk: Trekk.nullable() }),
    roles: collection,
    journal: 'none',
  }),
  'trekk.recordLetter': command({
    input: onVersion.extend({ letterId: z.string(), on: zDate, channel: z.enum(kanaler) }),
    output: Trekk,
    roles: collection,
    journal: 'none',
  }),
  /** The work list until 1 January 2027 and 2028. */
  'trekk.movingDay': query({ input: nothing, output: z.array(MovingRow), roles: collection, journal: 'none' }),
  /** Saves the work list (or the rows of it that are named) as CSV; null: nowhere. */
  'trekk.exportMovingDay': command({
    input: z.object({ trekkIds: z.array(z.string()).nullable() }),
    output: z.object({ fileName: z.string().nullable() }),
    roles: collection,
    journal: 'none',
  }),
} as const;
