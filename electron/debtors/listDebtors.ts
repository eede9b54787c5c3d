import type { DebtorSummary } from '../../shared/ipc/collectionCalls.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { listDebtorSummaries } from '../storage/debtorCases.ts';
import type { DebtorPorts } from './DebtorPorts.ts';

/** All cases of the collection desk, the last changed first. */
export const listDebtors = (ports: DebtorPorts): Promise<Result<DebtorSummary[], Failure>> =>
  ports.store.read(async (db) => ok(await listDebtorSummaries(db)));
