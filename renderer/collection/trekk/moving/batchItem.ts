import type { CallError } from '../../../../shared/ipc/errors.ts';
import type { TrekkReview } from '../../../../shared/ipc/trekkCalls.ts';
import type { MovingRow } from '../../../../shared/utlegg/movingDay.ts';
import type { Trekk } from '../../../../shared/utlegg/trekk.ts';

/** One row of the guided batch, as far as it has come. */
export interface BatchItem {
  readonly row: MovingRow;
  /** null until it has been prepared. */
  readonly trekk: Trekk | null;
  readonly review: TrekkReview | null;
  /** The debtor's, as it is typed for the letters. */
  readonly name: string;
  /** The act that was confirmed; null before. */
  readonly confirmed: string | null;
  /** Only looked up: nothing is to be sent. */
  readonly lookedUp: boolean;
  /** Why it could not be prepared or confirmed: nothing was sent. */
  readonly problem: CallError | 'other-act' | null;
}

export const newItem = (row: MovingRow): BatchItem => ({
  row,
  trekk: null,
  review: null,
  name: '',
  confirmed: null,
  lookedUp: false,
  problem: null,
});

/** `incomplete`: something is missing, such as a letter. `problem`: it could not be prepared or confirmed, and nothing was sent. */
export type ItemState =
  | 'waiting'
  | 'lookedUp'
  | 'ready'
  | 'incomplete'
  | 'problem'
  | 'sending'
  | 'sent'
  | 'notSent'
  | 'unknown';

/** How far a row has come. Once it is confirmed the answer is one of sent, not sent and unknown, or it is on its way. */
export function itemState({ trekk, review, confirmed, lookedUp, problem }: BatchItem): ItemState {
  if (problem !== null) return 'problem';
  if (lookedUp) return 'lookedUp';
  if (trekk === null || review === null) return 'waiting';
  const act = trekk.act;
  if (confirmed === null) {
    const missing = review.missing.length > 0 || review.violations.some(({ level }) => level === 'error');
    return act?.state === 'kontrollert' && !missing ? 'ready' : 'incomplete';
  }
  if (act?.id !== confirmed) return 'sent';
  if (act.state === 'ukjent') return 'unknown';
  return act.state === 'sendes' && act.sending?.error === null ? 'sending' : 'notSent';
}

/** Why a trekk is ended, by what it needs. */
export function endReasonOf({ need, remaining }: MovingRow): 'innfridd' | 'utloept' | 'overfoertTilSamordnetTrekk' {
  if (need === 'finish-transfer') return 'overfoertTilSamordnetTrekk';
  return remaining === 0 ? 'innfridd' : 'utloept';
}
