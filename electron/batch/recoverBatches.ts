import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { readBatches, updateBatch } from '../storage/batches.ts';
import { moveQuestions } from '../storage/batchQuestions.ts';
import type { Store } from '../storage/Store.ts';
import { settleRows } from './settleRows.ts';

/**
 * What the program does at start: runs that were going when it stopped are interrupted, and so are the questions that were on their way, since nobody
 * knows if they were answered. Nothing is asked before someone says so.
 */
export const recoverBatches = (store: Store): Promise<Result<null, Failure>> =>
  store.write(async (db) => {
    for (const { id, status } of await readBatches(db)) {
      await moveQuestions(db, id, ['asking'], status === 'cancelled' ? 'cancelled' : 'interrupted');
      if (status === 'running') await updateBatch(db, id, { status: 'interrupted', stoppedBy: null });
      if (status === 'running' || status === 'paused' || status === 'cancelled') await settleRows(db, id);
    }
    return ok(null);
  });
