import type { Instant, IsoDate } from '../../shared/dates.ts';
import type { TrekkLetter } from '../../shared/utlegg/trekk.ts';
import type { Kanal } from '../../shared/utlegg/trekkContent.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface TrekkLettersTable {
  id: string;
  trekkId: string;
  actId: string;
  kind: TrekkLetter['kind'];
  fileName: string;
  sha256: string;
  madeAt: Instant;
  madeBy: string;
  sentOn: IsoDate | null;
  channel: Kanal | null;
}

export async function insertLetter(db: WritableDb, trekkId: string, { sent, ...letter }: TrekkLetter): Promise<void> {
  await db
    .insertInto('trekkLetters')
    .values({ ...letter, trekkId, sentOn: sent?.on ?? null, channel: sent?.channel ?? null })
    .execute();
}

/** The letters of the trekk, the newest first. */
export async function readLetters(db: ReadableDb, trekkId: string): Promise<TrekkLetter[]> {
  const rows = await db
    .selectFrom('trekkLetters')
    .select(['id', 'actId', 'kind', 'fileName', 'sha256', 'madeAt', 'madeBy', 'sentOn', 'channel'])
    .where('trekkId', '=', trekkId)
    .orderBy('madeAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ sentOn: on, channel, ...letter }) => ({
    ...letter,
    sent: on === null || channel === null ? null : { on, channel },
  }));
}

/** Notes how and when the letter went out. */
export async function markLetterSent(
  db: WritableDb,
  id: string,
  sent: { readonly on: IsoDate; readonly channel: Kanal },
): Promise<void> {
  await db.updateTable('trekkLetters').set({ sentOn: sent.on, channel: sent.channel }).where('id', '=', id).execute();
}
