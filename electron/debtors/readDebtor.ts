import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import { readDebtorCase } from './debtorCase.ts';

/** The case with what was fetched then; asks no register. For `collection.open` (which the door journals) and `collection.read`. Errors: `not-found`. */
export const readDebtor = (
  ports: DebtorPorts,
  { caseId }: { readonly caseId: string },
): Promise<Result<DebtorCase, Failure>> => ports.store.read((db) => readDebtorCase(db, caseId));
