import { osloDate } from '../../shared/dates.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { deleteExpiredRaw } from '../storage/lookups.ts';
import type { CasePorts } from './CasePorts.ts';

/** At start: removes the raw answers whose time is over. The figures read from them stay with their cases. */
export const forgetExpiredAnswers = ({
  store,
  now,
}: Pick<CasePorts, 'store' | 'now'>): Promise<Result<null, Failure>> =>
  store.write(async (db) => {
    await deleteExpiredRaw(db, osloDate(now()));
    return ok(null);
  });
