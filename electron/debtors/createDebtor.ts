import { randomUUID } from 'node:crypto';
import type { DebtorCase, DebtorDetails } from '../../shared/garnishment/debtorCase.ts';
import { type NationalId, parseNationalId } from '../../shared/identity/nationalId.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import { insertDebtorCase } from '../storage/debtorCases.ts';
import type { WritableDb } from '../storage/Store.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import { readDebtorCase } from './debtorCase.ts';

/**
 * Makes a case on a debtor, version 1, with nothing entered or fetched. A debtor may have several cases. Errors: `invalid-input` for a number
 * that can't be one here.
 */
export async function createDebtor(
  ports: DebtorPorts,
  { details, nationalId }: CallInput<'collection.create'>,
): Promise<Result<DebtorCase, Failure>> {
  const person = parseNationalId(nationalId, ports.environment);
  if (!person.ok) return fail(failure('invalid-input'));
  return ports.store.write(async (db) => readDebtorCase(db, await insertNewDebtor(db, ports, details, person.value)));
}

/** The same inside the caller's own transaction; returns the id. */
export async function insertNewDebtor(
  db: WritableDb,
  { now, actor }: Pick<DebtorPorts, 'now' | 'actor'>,
  details: DebtorDetails,
  nationalId: NationalId,
): Promise<string> {
  const id = randomUUID();
  const at = now();
  await insertDebtorCase(db, {
    ...details,
    id,
    version: 1,
    nationalId,
    status: 'ny',
    claims: [],
    notices: [],
    answers: [],
    household: null,
    choices: { coordination: null, trekkpliktig: null, spouseMethod: null, size: 'amount' },
    createdAt: at,
    createdBy: actor().userName,
    updatedAt: at,
  });
  return id;
}
