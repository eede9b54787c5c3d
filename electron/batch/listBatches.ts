import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { readBatches } from '../storage/batches.ts';
import type { BatchPorts } from './BatchPorts.ts';
import type { BatchRunner } from './BatchRunner.ts';
import { describeBatch } from './describeBatch.ts';

/** Every list that is kept, the newest first. */
export const listBatches = ({
  store,
  runner,
}: BatchPorts & { readonly runner: BatchRunner }): Promise<Result<CallOutput<'batch.list'>, Failure>> =>
  store.read(async (db) => {
    const list: CallOutput<'batch.list'> = [];
    for (const { id } of await readBatches(db)) {
      const batch = await describeBatch(db, id, runner);
      if (!batch.ok) return batch;
      list.push(batch.value);
    }
    return ok(list);
  });
