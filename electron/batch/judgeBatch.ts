import { judgeRows } from '../../shared/batch/judgeRows.ts';
import type { Mapping } from '../../shared/batch/list.ts';
import type { Environment } from '../../shared/session.ts';
import { readAllRows, updateRow } from '../storage/batchRows.ts';
import type { WritableDb } from '../storage/Store.ts';

/** Reads every row of a batch again, after its columns or one of its rows have been changed, and keeps what is new. */
export async function judgeBatch(
  db: WritableDb,
  batchId: string,
  mapping: Mapping,
  environment: Environment,
): Promise<void> {
  const rows = await readAllRows(db, batchId);
  for (const [index, judged] of judgeRows(rows, mapping, environment).entries()) {
    const row = rows[index];
    if (row === undefined || row.state !== 'unasked') continue;
    const { caseNumber, written, person, repaired, purpose, purposeWritten, problems, sameAs } = row;
    const before = { caseNumber, written, person, repaired, purpose, purposeWritten, problems, sameAs };
    if (JSON.stringify(before) !== JSON.stringify(judged)) await updateRow(db, batchId, row.position, { judged });
  }
}
