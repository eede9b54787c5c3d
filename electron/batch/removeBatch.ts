import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { deleteBatch, readBatch } from '../storage/batches.ts';
import type { BatchPorts } from './BatchPorts.ts';

/** Forgets a list and everything that was answered for it. Errors: `not-found`, `invalid-input` while it runs. */
export const removeBatch = (
  { store }: BatchPorts,
  { batchId }: { readonly batchId: string },
): Promise<Result<Record<never, never>, Failure>> =>
  store.write(async (db) => {
    const batch = await readBatch(db, batchId);
    if (!batch) return fail(failure('not-found'));
    if (batch.status === 'running') return fail(failure('invalid-input'));
    await deleteBatch(db, batchId);
    return ok({});
  });
