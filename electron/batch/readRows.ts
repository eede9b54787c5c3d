import type { BatchRow } from '../../shared/batch/batch.ts';
import { formatNationalId, maskNationalId, parseNationalId } from '../../shared/identity/nationalId.ts';
import type { RowView } from '../../shared/ipc/batchCalls.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Environment } from '../../shared/session.ts';
import { readBatch } from '../storage/batches.ts';
import type { RowQuestion } from '../storage/batchQuestions.ts';
import { readView, type StoredRow, type StoredView } from '../storage/batchRows.ts';
import type { BatchPorts } from './BatchPorts.ts';
import { questionsByRow } from './questionsByRow.ts';

/** Some rows of a view, as the window may see them. Errors: `not-found`. */
export const readRows = (
  { store, environment }: BatchPorts,
  { batchId, view, offset, limit }: CallInput<'batch.rows'>,
): Promise<Result<CallOutput<'batch.rows'>, Failure>> =>
  store.read(async (db) => {
    if (!(await readBatch(db, batchId))) return fail(failure('not-found'));
    const { rows, ...counts } = await readView(db, batchId, storedView(view, environment), { offset, limit });
    const positions = rows.map(({ position }) => position);
    const questions = await questionsByRow(db, batchId, positions);
    return ok({ rows: rows.map((row) => shownRow(row, questions)), ...counts });
  });

/** Eleven digits are a person, anything else is text. */
export function storedView(view: RowView, environment: Environment): StoredView {
  const person = parseNationalId(view.text, environment);
  return { ...view, person: person.ok ? person.value : null };
}

/** A row without what only main may know: a number that can be used is masked, and the rest of the record stays here. */
export function shownRow(
  { cells: _, corrections: __, ...row }: StoredRow,
  questions: ReadonlyMap<number, readonly RowQuestion[]>,
): BatchRow {
  return {
    ...row,
    problems: [...row.problems],
    person: row.person && maskNationalId(row.person),
    written: row.person === null ? row.written : '',
    repaired: row.repaired && formatNationalId(row.repaired),
    questions: [...(questions.get(row.position) ?? [])],
  };
}
