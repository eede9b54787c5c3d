import { z } from 'zod';
import { zDate, zOere } from '../values.ts';
import { registeredStates } from './trekk.ts';

/** What a running trekk under the old rules needs on the way to 1 January 2027 and 2028. */
export const movingNeeds = [
  'look-up', // not looked up lately: does the debtor stand under the new rules?
  'end-now', // ran out or is paid
  'transfer', // the debtor is under the new rules: send the decision, then end the old one
  'finish-transfer', // ELAN has it: end the old one
  'decide-before-cut-over', // a change that must be made under the old rules before 1 January 2027
  'runs-out', // runs on to its last day: nothing to do
] as const;

/** One of the municipality's own running trekk, and what it needs next. Øre. */
export const MovingRow = z.object({
  trekkId: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  state: z.enum(registeredStates),
  endsOn: zDate.nullable(),
  remaining: zOere,
  need: z.enum(movingNeeds),
  /** The latest day for it; null when there is none. */
  by: zDate.nullable(),
});
export type MovingRow = z.infer<typeof MovingRow>;
