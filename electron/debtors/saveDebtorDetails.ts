import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import { parseNationalId } from '../../shared/identity/nationalId.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { deleteDebtorLookups } from '../storage/debtorLookups.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import { changeDebtor } from './debtorCase.ts';

/**
 * Replaces what the officer has entered about the case; with another number the case is about somebody else, and what was looked up is forgotten.
 * Errors: `not-found`, `version-conflict`, `invalid-input` for a number that can't be one here.
 */
export const saveDebtorDetails = (
  ports: DebtorPorts,
  input: CallInput<'collection.saveDetails'>,
): Promise<Result<DebtorCase, Failure>> =>
  changeDebtor(ports.store, input, ports.now(), async (db, { id, nationalId }) => {
    if (input.nationalId === null) return ok(input.details);
    const person = parseNationalId(input.nationalId, ports.environment);
    if (!person.ok) return fail(failure('invalid-input'));
    if (person.value !== nationalId) await deleteDebtorLookups(db, id);
    return ok({ ...input.details, nationalId: person.value });
  });
