import { rowState } from '../../shared/batch/plan.ts';
import { updateRow } from '../storage/batchRows.ts';
import type { WritableDb } from '../storage/Store.ts';
import { questionsByRow } from './questionsByRow.ts';

/** Gives every row that is asked about the state that follows from where its questions stand. */
export async function settleRows(db: WritableDb, batchId: string): Promise<void> {
  for (const [position, questions] of await questionsByRow(db, batchId, null)) {
    await updateRow(db, batchId, position, { state: rowState(questions.map(({ state }) => state)) });
  }
}
