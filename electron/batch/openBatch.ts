import type { Batch } from '../../shared/batch/batch.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { BatchPorts } from './BatchPorts.ts';
import type { BatchRunner } from './BatchRunner.ts';
import { describeBatch } from './describeBatch.ts';

/** Shows a batch to someone; one row in the journal says that what was found about many people was opened. Errors: `not-found`. */
export const openBatch = (
  { store, journal, actor, runner }: BatchPorts & { readonly runner: BatchRunner },
  { batchId }: { readonly batchId: string },
): Promise<Result<Batch, Failure>> =>
  store.write(async (db) => {
    const batch = await describeBatch(db, batchId, runner);
    if (!batch.ok) return batch;
    const detail = `batch.open ${batchId}`;
    await journal.record(db, { actor: actor(), action: 'opened', caseAtHand: null, person: null, detail });
    return batch;
  });
