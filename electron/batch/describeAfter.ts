import type { Batch } from '../../shared/batch/batch.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { BatchPorts } from './BatchPorts.ts';
import type { BatchRunner } from './BatchRunner.ts';
import { describeBatch } from './describeBatch.ts';

/** The batch as it stands after something has been `done` to its run. Errors: `not-found`, and what went wrong with that. */
export async function describeAfter(
  { store, runner }: BatchPorts & { readonly runner: BatchRunner },
  { batchId }: { readonly batchId: string },
  done: Promise<Result<null, Failure>>,
): Promise<Result<Batch, Failure>> {
  const before = await done;
  return before.ok ? store.read((db) => describeBatch(db, batchId, runner)) : before;
}
