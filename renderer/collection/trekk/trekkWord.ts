import type { Instant } from '../../../shared/dates.ts';
import type { ActState } from '../../../shared/utlegg/trekk.ts';

/** The three things that must never be mixed up (issue 4): it is there, it is not there, or nobody knows yet. */
export type SendWord = 'sent' | 'notSent' | 'unknown';

/** What to call a trekk in one word. With an act under way the word is about that act; a trekk without one is what the authority confirmed. */
export function sendWord(actState: ActState | null): SendWord {
  if (actState === null) return 'sent';
  return actState === 'ukjent' ? 'unknown' : 'notSent';
}

/** So long after the officer confirmed it someone should be called, if nobody knows whether it arrived. */
const CALL_AFTER_MINUTES = 60;

/** When to call: an hour after it was confirmed. */
export const callAt = (confirmedAt: Instant): Instant =>
  new Date(Date.parse(confirmedAt) + CALL_AFTER_MINUTES * 60_000).toISOString() as Instant;

/** Whole seconds from `now` (ms) until then; 0 when it has passed. */
export const secondsUntil = (then: Instant, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(then) - now) / 1000));
