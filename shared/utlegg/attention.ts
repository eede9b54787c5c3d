import { z } from 'zod';

/** Why a trekk needs someone, the most pressing first. The sentence and its next step are in shared/text. */
export const attentions = [
  'unknown', // nobody knows whether it arrived
  'refused',
  'awaits-approval',
  'unsent-late', // confirmed, and still not there
  'transfer-to-finish', // ELAN has the claim: our old trekk must be ended
  'ran-out', // past its last day and still registered
  'paid-not-ended', // nothing remains and still registered
  'ends-soon', // within 30 days
  'lookup-old', // checked, but the lookup is older than allowed
  'waiting-has-room-date', // a waiting trekk whose first day has come
] as const;
export const Attention = z.enum(attentions);
export type Attention = z.infer<typeof Attention>;
