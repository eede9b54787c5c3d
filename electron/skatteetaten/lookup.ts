import type { NationalId } from '../../shared/identity/nationalId.ts';
import { failure } from '../../shared/ipc/errors.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import type { Answered } from './ask.ts';
import type { Empty, Failed } from './errorsOfSkatteetaten.ts';

/** Which desk asks: each has its own rettighetspakke. */
export type Desk = keyof ClientSettings['packages'];

/** About whom, and the proof that the journal knows. */
export interface Lookup {
  readonly ticket: LookupTicket;
  readonly personId: NationalId;
  readonly signal: AbortSignal;
}

/**
 * Something was delivered. `shielded`: everything in it was withheld; `partlyShielded`: it may be incomplete (skatteetaten-apis.md 9).
 * `raw` is the response text as it came, for the source lines.
 */
export interface Delivered<T> {
  readonly state: 'delivered' | 'partlyShielded' | 'shielded';
  readonly answer: T;
  readonly raw: string;
  readonly correlationId: string | null;
}

/** What one lookup ended with. Nothing, unknown, withdrawn and failed stay apart. */
export type LookupReply<T> = Delivered<T> | Empty | Failed;

/** Delivered, or with less: `held` says whether anything at all, readable or not, was left in the answer. */
export function weigh<T extends { readonly shielded: boolean }>(
  answer: T,
  held: boolean,
  { raw, correlationId }: Answered,
): Delivered<T> | Empty {
  if (!held && !answer.shielded) return { state: 'nothing', authorityCode: null, correlationId };
  const state = !answer.shielded ? 'delivered' : held ? 'partlyShielded' : 'shielded';
  return { state, answer, raw, correlationId };
}

/** JSON, but not what this API answers with: something else sits at the address. */
export const notThisApi = ({ correlationId }: Answered): Failed => ({
  state: 'failed',
  failure: failure('api-bad-answer', correlationId === null ? {} : { trace: correlationId }),
});
