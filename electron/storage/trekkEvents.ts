import type { Generated } from 'kysely';
import type { TrekkEvent } from '../../shared/utlegg/trekk.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

/** Rows are only ever added; they go with a trekk that never was anything but a draft. */
export interface TrekkEventsTable {
  id: Generated<number>;
  trekkId: string;
  at: TrekkEvent['at'];
  by: string;
  event: TrekkEvent['event'];
  act: TrekkEvent['act'];
  detail: string | null;
}

export async function insertEvent(db: WritableDb, trekkId: string, event: TrekkEvent): Promise<void> {
  await db
    .insertInto('trekkEvents')
    .values({ ...event, trekkId })
    .execute();
}

/** What happened to the trekk, the oldest first. */
export const readEvents = (db: ReadableDb, trekkId: string): Promise<TrekkEvent[]> =>
  db
    .selectFrom('trekkEvents')
    .select(['at', 'by', 'event', 'act', 'detail'])
    .where('trekkId', '=', trekkId)
    .orderBy('id')
    .execute();
