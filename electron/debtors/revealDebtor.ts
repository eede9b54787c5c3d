import type { NationalId } from '../../shared/identity/nationalId.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import type { DebtorPorts } from './DebtorPorts.ts';

/** The debtor's whole number; the door has journalled it by then. Errors: `not-found`. */
export const revealDebtor = (
  ports: DebtorPorts,
  { caseId }: { readonly caseId: string },
): Promise<Result<{ nationalId: NationalId }, Failure>> =>
  ports.store.read(async (db) => {
    const row = await readDebtorRow(db, caseId);
    return row ? ok({ nationalId: row.nationalId }) : fail(failure('not-found'));
  });
