import type { Failure } from '../../shared/ipc/errors.ts';
import type { CaseSummary } from '../../shared/ipc/housingCalls.ts';
import { ok, type Result } from '../../shared/result.ts';
import { listCaseSummaries } from '../storage/cases.ts';
import type { CasePorts } from './CasePorts.ts';

/** All cases, the last changed first. */
export const listCases = (ports: CasePorts): Promise<Result<CaseSummary[], Failure>> =>
  ports.store.read(async (db) => ok(await listCaseSummaries(db)));
