import { rowState } from '../../shared/batch/plan.ts';
import { updateRow } from '../storage/batchRows.ts';
import type { WritableDb } from '../storage/Store.ts';
import { questionsByRow } from './questionsByRow.ts';

/** Gives rows (null = all that are asked about) the state that follows from where their questions stand. */
export async function settleRows(db: WritableDb, batchId: string, positions: readonly number[] | null): Promise<void> {
  for (const [position, questions] of await questionsByRow(db, batchId, positions)) {
    await updateRow(db, batchId, position, { state: rowState(questions.map(({ state }) => state)) });
  }
}
