import type { Batch } from '../../shared/batch/batch.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import { readBatch } from '../storage/batches.ts';
import { readAllRows, updateRow } from '../storage/batchRows.ts';
import type { BatchPorts } from './BatchPorts.ts';
import type { BatchRunner } from './BatchRunner.ts';
import { describeBatch } from './describeBatch.ts';
import { judgeBatch } from './judgeBatch.ts';

/** Says yes to every number that a spreadsheet has changed and the control digits have given back. Errors: `not-found`, `invalid-input`. */
export function acceptRepairs(
  ports: BatchPorts & { readonly runner: BatchRunner },
  { batchId }: CallInput<'batch.acceptRepairs'>,
): Promise<Result<Batch, Failure>> {
  return ports.store.write(async (db) => {
    const batch = await readBatch(db, batchId);
    if (!batch) return fail(failure('not-found'));
    if (batch.status === 'cancelled') return fail(failure('invalid-input'));
    for (const { position, corrections, repaired } of await readAllRows(db, batchId)) {
      if (repaired === null) continue;
      await updateRow(db, batchId, position, { corrections: { ...corrections, nationalId: repaired } });
    }
    await judgeBatch(db, batchId, batch.mapping, ports.environment);
    return describeBatch(db, batchId, ports.runner);
  });
}
