import { z } from 'zod';
import { priorityLetters } from '../garnishment/claims.ts';
import { zDate, zInstant, zOere } from '../values.ts';

/** The six states of our contract with utleggsdatabasen; a state we don't know is `ukjent`, never taken for ended (utleggsdatabasen.md 7.1, 11). */
export const utleggStates = [
  'registrert',
  'ventende',
  'loepende',
  'stanset',
  'avsluttet',
  'slettet',
  'ukjent',
] as const;

/** Size in one period: exactly one of amount (øre a month) and percent (hundredths of a per cent) unless the answer had neither or both. */
export const TrekkPeriod = z.object({
  from: zDate,
  to: zDate.nullable(),
  amount: zOere.nullable(),
  percent: z.int().nullable(),
});
export type TrekkPeriod = z.infer<typeof TrekkPeriod>;

/** Someone in the register: an authority, a creditor or a payer. */
const Body = z.object({ organisationNumber: z.string().nullable(), name: z.string().nullable() });

/** One utleggstrekk as the register shows it to us. Everything another authority may withhold is nullable: missing is never zero. */
export const UtleggstrekkEntry = z.object({
  kind: z.literal('utleggstrekk'),
  /** Place in the answer: `utlegg[2]` is `2`. */
  ref: z.string(),
  id: z.string().nullable(),
  version: z.int().nullable(),
  level: z.enum(['full', 'begrenset', 'ukjent']),
  rules: z.enum(['gammelt', 'nytt', 'ukjent']),
  state: z.enum(utleggStates),
  decidedOn: zDate.nullable(),
  registeredOn: zDate.nullable(),
  creditor: Body.nullable(),
  authority: Body.extend({ type: z.string().nullable(), caseNumber: z.string().nullable() }).nullable(),
  payer: Body.nullable(),
  periods: z.array(TrekkPeriod),
  /** The best letter of its claims (`bestePrioritetDekningsloven`, or the best among `krav`). */
  letter: z.enum(priorityLetters).nullable(),
  claimReferences: z.array(z.string()),
  ended: z.object({ reason: z.string().nullable(), lastDay: zDate.nullable() }).nullable(),
});
export type UtleggstrekkEntry = z.infer<typeof UtleggstrekkEntry>;

/** «Intet til utlegg»: looked at, never registered by a municipality (utleggsdatabasen.md 3.1). */
export const IntetTilUtlegg = z.object({
  kind: z.literal('intetTilUtlegg'),
  ref: z.string(),
  decidedOn: zDate.nullable(),
  registeredOn: zDate.nullable(),
  authority: Body.nullable(),
  deletedOn: zDate.nullable(),
});
export type IntetTilUtlegg = z.infer<typeof IntetTilUtlegg>;

/** What utleggsdatabasen holds on one person. `unread`: an entry, or a part of one, was there but could not be read: the picture is not whole. */
export const UtleggOverview = z.object({
  /** Goes into `samordning` when a trekk is registered. */
  lookupId: z.string(),
  /** When the register says it looked. */
  at: zInstant,
  entries: z.array(z.discriminatedUnion('kind', [UtleggstrekkEntry, IntetTilUtlegg])),
  unread: z.array(z.object({ ref: z.string(), why: z.enum(['bad-shape', 'unknown-type', 'count-differs']) })),
});
export type UtleggOverview = z.infer<typeof UtleggOverview>;
