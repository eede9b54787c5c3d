import type { Failure } from '../../shared/ipc/errors.ts';
import type { ParsedTrekk } from '../../shared/utlegg/parseTrekk.ts';
import type { Violation } from '../../shared/utlegg/trekk.ts';

/** What an authority's answer to a message means. `unknown`: nothing in it proves what became of the message. */
export type Meaning =
  | { readonly kind: 'registered'; readonly trekk: ParsedTrekk }
  | { readonly kind: 'received'; readonly caseReference: string | null }
  | { readonly kind: 'uploaded' }
  | { readonly kind: 'refused'; readonly failure: Failure; readonly violations: readonly Violation[] }
  /** Somebody registered something since we looked; what we hold of our trekk is old when `now` is given. */
  | { readonly kind: 'changed-since'; readonly failure: Failure; readonly now: ParsedTrekk | null }
  /** Only the register's present state tells. */
  | { readonly kind: 'read-back'; readonly failure: Failure }
  | { readonly kind: 'unknown'; readonly failure: Failure };

/** How one try ended. `not-sent`: the authority surely did nothing. */
export type Ending =
  | Exclude<Meaning, { readonly kind: 'read-back' | 'unknown' }>
  /** Our trekk is not in the register (any more). */
  | { readonly kind: 'gone'; readonly failure: Failure }
  | { readonly kind: 'unknown' | 'not-sent'; readonly failure: Failure; readonly retryAfterMs: number | null };
