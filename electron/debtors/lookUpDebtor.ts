import type { Instant } from '../../shared/dates.ts';
import type { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { readDebtorRow, type StoredDebtorCase } from '../storage/debtorCases.ts';
import { insertDebtorLookup } from '../storage/debtorLookups.ts';
import type { WritableDb } from '../storage/Store.ts';
import { type Answered, askDebtor, givenUp, journalFacts, toStoredLookup } from './askDebtor.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import type { DebtorRegisters } from './DebtorRegisters.ts';
import type { DebtorQuestion } from './planDebtorQuestions.ts';

export interface LookUpDebtorPorts extends DebtorPorts {
  readonly registers: DebtorRegisters;
}

/**
 * One lookup: the journal's row, the question, and then the answer into the case and the outcome into the journal, together. Its time is when it
 * was asked, which decides how old it is. Errors: the store's; without the journal's row nothing is asked.
 */
export async function lookUpDebtor(
  ports: LookUpDebtorPorts,
  debtorCase: StoredDebtorCase,
  question: DebtorQuestion,
  signal: AbortSignal,
): Promise<Result<DebtorLookup, Failure>> {
  const { journal, registers } = ports;
  const askedAt = ports.now();
  const ticket = await journal.beginLookup({
    actor: ports.actor(),
    caseAtHand: debtorCase,
    ...journalFacts(registers, question),
  });
  if (!ticket.ok) return ticket;
  const answered = await askDebtor(registers, question, ticket.value, signal);
  return ports.store.write(async (db) => {
    const { errorCode, state, reference } = answered.ending;
    await journal.finishLookup(db, ticket.value, errorCode ?? state, reference);
    return ok(await keep(db, ports, debtorCase.id, question, answered, askedAt));
  });
}

/** Notes in the case that a question was given up before it was asked. */
export const keepDebtorCancelled = (
  ports: DebtorPorts,
  debtorCase: StoredDebtorCase,
  question: DebtorQuestion,
): Promise<Result<DebtorLookup, Failure>> =>
  ports.store.write(async (db) => ok(await keep(db, ports, debtorCase.id, question, givenUp(question), ports.now())));

/** Into the case, unless its debtor got another number while we waited: then it is about somebody else. */
async function keep(
  db: WritableDb,
  { environment }: DebtorPorts,
  caseId: string,
  question: DebtorQuestion,
  answered: Answered,
  at: Instant,
): Promise<DebtorLookup> {
  const stored = toStoredLookup(question, answered, { at, environment });
  const person = (await readDebtorRow(db, caseId))?.nationalId;
  if (person === question.person) await insertDebtorLookup(db, caseId, stored);
  return stored.lookup;
}
