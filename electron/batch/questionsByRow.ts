import { type RowQuestion, readQuestions } from '../storage/batchQuestions.ts';
import type { ReadableDb } from '../storage/Store.ts';

/** The questions about some rows (null = all that are asked about) by the row's position, in the order of the list. */
export async function questionsByRow(
  db: ReadableDb,
  batchId: string,
  positions: readonly number[] | null,
): Promise<Map<number, RowQuestion[]>> {
  const byRow = new Map<number, RowQuestion[]>();
  for (const question of await readQuestions(db, batchId, positions)) {
    const ofRow = byRow.get(question.position);
    if (ofRow) ofRow.push(question);
    else byRow.set(question.position, [question]);
  }
  return byRow;
}
