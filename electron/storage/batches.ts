import type { Selectable } from 'kysely';
import { z } from 'zod';
import { type BatchStatus, type BatchTopic, batchTopics } from '../../shared/batch/batch.ts';
import { Mapping } from '../../shared/batch/list.ts';
import type { CsvRecord } from '../../shared/batch/readCsv.ts';
import type { Instant, Month } from '../../shared/dates.ts';
import type { ErrorCode } from '../../shared/ipc/errors.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface BatchesTable {
  id: string;
  name: string | null;
  createdAt: Instant;
  createdBy: string;
  status: BatchStatus;
  stoppedBy: ErrorCode | 'locked' | null;
  /** JSON of Mapping. */
  mapping: string;
  /** JSON of CsvRecord: the headings, or a row when there are none. */
  firstRecord: string;
  /** Lines with nothing in them. */
  blank: number;
  /** JSON of BatchTopic[]. */
  topics: string;
  fromMonth: Month | null;
  toMonth: Month | null;
  startedAt: Instant | null;
}

export interface StoredBatch extends Omit<Selectable<BatchesTable>, 'mapping' | 'firstRecord' | 'topics'> {
  readonly mapping: Mapping;
  readonly firstRecord: CsvRecord;
  readonly topics: readonly BatchTopic[];
}

const FirstRecord = z.object({ line: z.int(), cells: z.array(z.string()) });
const Topics = z.array(z.enum(batchTopics));

export async function insertBatch(db: WritableDb, batch: StoredBatch): Promise<void> {
  const { mapping, firstRecord, topics } = batch;
  const json = { mapping: JSON.stringify(mapping), firstRecord: JSON.stringify(firstRecord) };
  await db
    .insertInto('batches')
    .values({ ...batch, ...json, topics: JSON.stringify(topics) })
    .execute();
}

/** Every batch, the newest first. */
export async function readBatches(db: ReadableDb): Promise<StoredBatch[]> {
  const rows = await db.selectFrom('batches').selectAll().orderBy('createdAt', 'desc').orderBy('id').execute();
  return rows.map(toBatch);
}

/** One batch; undefined when there is none. */
export async function readBatch(db: ReadableDb, id: string): Promise<StoredBatch | undefined> {
  const row = await db.selectFrom('batches').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toBatch(row);
}

type BatchChange = Partial<Pick<StoredBatch, 'status' | 'stoppedBy' | 'mapping' | 'topics' | 'startedAt'>> &
  Partial<Pick<StoredBatch, 'fromMonth' | 'toMonth'>>;

export async function updateBatch(db: WritableDb, id: string, change: BatchChange): Promise<void> {
  const { mapping, topics, ...columns } = change;
  await db
    .updateTable('batches')
    .set({
      ...columns,
      ...(mapping && { mapping: JSON.stringify(mapping) }),
      ...(topics && { topics: JSON.stringify(topics) }),
    })
    .where('id', '=', id)
    .execute();
}

/** The batches that run, the one that was started first first. */
export const runningBatches = async (db: ReadableDb): Promise<string[]> => {
  const rows = await db
    .selectFrom('batches')
    .select('id')
    .where('status', '=', 'running')
    .orderBy('startedAt')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
};

/** Removes it with its rows and answers. */
export async function deleteBatch(db: WritableDb, id: string): Promise<void> {
  await db.deleteFrom('batches').where('id', '=', id).execute();
}

const toBatch = (row: Selectable<BatchesTable>): StoredBatch => ({
  ...row,
  mapping: Mapping.parse(JSON.parse(row.mapping)),
  firstRecord: FirstRecord.parse(JSON.parse(row.firstRecord)),
  topics: Topics.parse(JSON.parse(row.topics)),
});
