import { rowState } from '../../shared/batch/plan.ts';
import { rowResult } from '../../shared/batch/rowResult.ts';
import type { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import type { ErrorCode } from '../../shared/ipc/errors.ts';
import type { Journal } from '../journal/Journal.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import {
  type QuestionKey,
  readAnswers,
  readQuestions,
  releaseQuestion,
  updateQuestion,
} from '../storage/batchQuestions.ts';
import { updateRow } from '../storage/batchRows.ts';
import type { StoredDebtorLookup } from '../storage/debtorLookups.ts';
import type { WritableDb } from '../storage/Store.ts';

/** Our code of a failed lookup; null for every other end. */
export const errorCodeOf = ({ state, errorCode }: DebtorLookup): ErrorCode | null =>
  state === 'failed' ? (errorCode as ErrorCode | null) : null;

/**
 * Writes down an answer and everything that follows from it: the journal's outcome, the question, the question that waited for it, and the row.
 * For one transaction: an answer that is there is never asked for again, and one that is not there counts nowhere.
 */
export async function keepAnswer(
  db: WritableDb,
  journal: Journal,
  {
    question,
    ticket,
    answer,
  }: { readonly question: QuestionKey; readonly ticket: LookupTicket; readonly answer: StoredDebtorLookup },
): Promise<void> {
  const { batchId, position } = question;
  const { lookup } = answer;
  const errorCode = errorCodeOf(lookup);
  await journal.finishLookup(db, ticket, errorCode ?? lookup.state, lookup.reference);
  await updateQuestion(db, question, { state: lookup.state, errorCode }, answer);
  if (lookup.source === 'sisteSkatteoppgjoer') await askForYear(db, question, lookup.newestYear, lookup.state);
  const questions = await readQuestions(db, batchId, [position]);
  const state = rowState(questions.map((one) => one.state));
  if (lookup.state === 'failed' || lookup.state === 'cancelled') {
    await updateRow(db, batchId, position, { state });
    return;
  }
  const answers = await readAnswers(db, batchId, position);
  const result = rowResult(answers.map((one) => one.lookup));
  await updateRow(db, batchId, position, { state, result, answeredAt: lookup.at });
}

/** The tax basis can be asked for when the newest year is known; when there is none, there is nothing to ask for. */
async function askForYear(
  db: WritableDb,
  { batchId, position }: QuestionKey,
  year: number | null,
  state: DebtorLookup['state'],
): Promise<void> {
  const taxBasis = { batchId, position, source: 'skattegrunnlag' } as const;
  if (year !== null) await releaseQuestion(db, taxBasis, { state: 'waiting', year });
  else if (state !== 'failed' && state !== 'cancelled') await releaseQuestion(db, taxBasis, { state: 'nothing' });
}
