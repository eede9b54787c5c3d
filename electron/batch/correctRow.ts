import type { Batch } from '../../shared/batch/batch.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import { readBatch } from '../storage/batches.ts';
import { readRow, updateRow } from '../storage/batchRows.ts';
import type { BatchPorts } from './BatchPorts.ts';
import type { BatchRunner } from './BatchRunner.ts';
import { describeBatch } from './describeBatch.ts';
import { judgeBatch } from './judgeBatch.ts';

/** Puts a row right: what is typed stands in place of what the list says. Errors: `not-found`, `invalid-input` for a row that has been asked about. */
export function correctRow(
  ports: BatchPorts & { readonly runner: BatchRunner },
  { batchId, position, corrections }: CallInput<'batch.correct'>,
): Promise<Result<Batch, Failure>> {
  return ports.store.write(async (db) => {
    const batch = await readBatch(db, batchId);
    const row = await readRow(db, batchId, position);
    if (!batch || !row) return fail(failure('not-found'));
    if (row.state !== 'unasked' || batch.status === 'cancelled') return fail(failure('invalid-input'));
    await updateRow(db, batchId, position, { corrections: { ...row.corrections, ...corrections } });
    await judgeBatch(db, batchId, batch.mapping, ports.environment);
    return describeBatch(db, batchId, ports.runner);
  });
}
