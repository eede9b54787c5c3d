import type { IsoDate } from '../dates.ts';
import { lastDay } from './states.ts';
import { transferOf } from './transfer.ts';
import type { RegisteredTrekk, Trekk } from './trekk.ts';
import type { Avslutningsaarsak, AvsluttContent } from './trekkContent.ts';

/** An end for the reason given: today is the last day, unless the trekk ran out before. `others`: our other trekk of the debtor. */
export function endDraft(
  registered: Pick<RegisteredTrekk, 'terms'>,
  reason: Avslutningsaarsak,
  others: readonly Pick<Trekk, 'received'>[],
  today: IsoDate,
): AvsluttContent {
  const end = lastDay(registered.terms);
  return {
    reason,
    lastDay: end !== null && end < today ? end : today,
    explanation: '',
    transferredTo:
      reason === 'overfoertTilSamordnetTrekk' ? (transferOf(registered, others)?.caseReference ?? null) : null,
  };
}
