import type { Batch } from '../../shared/batch/batch.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readBatch, type StoredBatch } from '../storage/batches.ts';
import { countRows, readFirstCells } from '../storage/batchRows.ts';
import type { ReadableDb } from '../storage/Store.ts';
import type { BatchRunner } from './BatchRunner.ts';
import { readProgress } from './readProgress.ts';

/** How many values show what a column holds. */
const SAMPLES = 3;

/** The batch as the window may see it. Errors: `not-found`. */
export async function describeBatch(
  db: ReadableDb,
  batchId: string,
  runner: Pick<BatchRunner, 'pace' | 'hindrance'>,
): Promise<Result<Batch, Failure>> {
  const batch = await readBatch(db, batchId);
  if (!batch) return fail(failure('not-found'));
  const progress = await readProgress(db, batchId, runner);
  if (!progress.ok) return progress;
  const { rows, refused, repairable, inSeveralCases } = await countRows(db, batchId);
  const heading = batch.mapping.header ? 1 : 0;
  return ok({
    ...batch,
    topics: [...batch.topics],
    columns: columnsOf(batch, await readFirstCells(db, batchId, SAMPLES)),
    counts: {
      records: heading + batch.blank + rows,
      heading,
      blank: batch.blank,
      usable: rows - refused,
      refused,
      repairable,
      inSeveralCases,
    },
    progress: progress.value,
  });
}

function columnsOf({ mapping, firstRecord }: StoredBatch, rows: readonly (readonly string[])[]): Batch['columns'] {
  const width = Math.max(firstRecord.cells.length, ...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, column) => ({
    heading: mapping.header ? masked(firstRecord.cells[column] ?? '') : '',
    samples: rows.map((cells) => masked(cells[column] ?? '')),
  }));
}

/** The digits that tell one person from others, wherever they stand. */
const masked = (text: string): string => text.replace(/(\d{6})[ \u00a0]?\d{5}/g, '$1 *****');
