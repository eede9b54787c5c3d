import { formatDate } from '../../../shared/dates.ts';
import type { RoomRefusal } from '../../../shared/garnishment/debtorAnalysis.ts';
import { monthRange } from '../../../shared/text/monthRange.ts';
import type { Text } from '../../../shared/text/text.ts';

/** Why there is no room to show, as one sentence that names the table or the months. */
export const refusalText = ({ decision: { room } }: Text, { code, validFrom, months }: RoomRefusal): string =>
  room.refusals[code]({ date: validFrom === null ? '' : formatDate(validFrom), months: monthRange(months) });
