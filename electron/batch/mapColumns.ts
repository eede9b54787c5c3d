import type { Batch } from '../../shared/batch/batch.ts';
import { judgeRows } from '../../shared/batch/judgeRows.ts';
import type { Mapping } from '../../shared/batch/list.ts';
import { listShape } from '../../shared/batch/listShape.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import { readBatch, type StoredBatch, updateBatch } from '../storage/batches.ts';
import { deleteRow, insertRows } from '../storage/batchRows.ts';
import type { WritableDb } from '../storage/Store.ts';
import { readSetting, writeSetting } from '../storage/settings.ts';
import type { BatchPorts } from './BatchPorts.ts';
import type { BatchRunner } from './BatchRunner.ts';
import { describeBatch } from './describeBatch.ts';
import { judgeBatch } from './judgeBatch.ts';

/** How many shapes of lists are remembered. */
const REMEMBERED = 20;

/**
 * Says anew which column holds what, reads every row by it, and remembers it for the next list of the same shape. What has been corrected stands.
 * Errors: `not-found`, `invalid-input` after the first start.
 */
export function mapColumns(
  ports: BatchPorts & { readonly runner: BatchRunner },
  { batchId, mapping }: CallInput<'batch.map'>,
): Promise<Result<Batch, Failure>> {
  return ports.store.write(async (db) => {
    const batch = await readBatch(db, batchId);
    if (!batch) return fail(failure('not-found'));
    if (batch.startedAt !== null) return fail(failure('invalid-input'));
    if (mapping.header !== batch.mapping.header) await moveFirstRecord(db, batch, mapping, ports);
    await updateBatch(db, batchId, { mapping });
    await judgeBatch(db, batchId, mapping, ports.environment);
    await remember(db, listShape(batch.firstRecord.cells, mapping.header), mapping);
    return describeBatch(db, batchId, ports.runner);
  });
}

/** The first record becomes the headings, or a row like the others. */
async function moveFirstRecord(
  db: WritableDb,
  { id, firstRecord }: StoredBatch,
  mapping: Mapping,
  { environment }: BatchPorts,
): Promise<void> {
  if (mapping.header) {
    await deleteRow(db, id, 0);
    return;
  }
  const row = { ...firstRecord, position: 0, corrections: {} };
  const [judged] = judgeRows([row], mapping, environment);
  if (judged) await insertRows(db, id, [{ ...row, judged }]);
}

async function remember(db: WritableDb, shape: string, mapping: Mapping): Promise<void> {
  const others = ((await readSetting(db, 'listMappings')) ?? []).filter(
    (one) => one.shape !== shape || one.mapping.header !== mapping.header,
  );
  const remembered = [{ shape, mapping: { ...mapping, purposeForAll: null } }, ...others];
  await writeSetting(db, 'listMappings', remembered.slice(0, REMEMBERED));
}
