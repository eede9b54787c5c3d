import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { insertNewDebtor } from '../debtors/createDebtor.ts';
import { readBatch } from '../storage/batches.ts';
import { readAnswers } from '../storage/batchQuestions.ts';
import { readView, updateRow } from '../storage/batchRows.ts';
import { insertDebtorLookup } from '../storage/debtorLookups.ts';
import type { BatchPorts } from './BatchPorts.ts';
import { storedView } from './readRows.ts';

/** What nobody has looked into yet (V-32). */
const NOT_CHECKED = { aliveAndAdult: null, debtNegotiation: null, bankruptcy: null };

/**
 * One debtor case for each row of a view that can be used and has none, with the answers that were got for it: as if they had been fetched in the case.
 * All of them or none. Errors: `not-found`.
 */
export function createCases(
  ports: BatchPorts,
  { batchId, view, details }: CallInput<'batch.createCases'>,
): Promise<Result<CallOutput<'batch.createCases'>, Failure>> {
  return ports.store.write(async (db) => {
    if (!(await readBatch(db, batchId))) return fail(failure('not-found'));
    const page = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
    const { rows } = await readView(db, batchId, storedView(view, ports.environment), page);
    let created = 0;
    for (const { position, caseNumber, person, purpose, problems, caseId } of rows) {
      if (problems.length > 0 || person === null || purpose === null || caseId !== null) continue;
      const made = { ...details, caseNumber, purpose, condition: NOT_CHECKED };
      const id = await insertNewDebtor(db, ports, made, person);
      for (const answer of await readAnswers(db, batchId, position)) await insertDebtorLookup(db, id, answer);
      await updateRow(db, batchId, position, { caseId: id });
      created += 1;
    }
    return ok({ created });
  });
}
