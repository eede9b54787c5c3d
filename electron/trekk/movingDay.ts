import { osloDate } from '../../shared/dates.ts';
import { newestSamordnetTrekk } from '../../shared/garnishment/newestLookup.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type MovingRow, movingRow } from '../../shared/utlegg/movingDay.ts';
import { readCollectionSettings } from '../debtors/collectionSettings.ts';
import { readDebtorLookups } from '../storage/debtorLookups.ts';
import type { ReadableDb } from '../storage/Store.ts';
import { trekkAtHand } from './summary.ts';
import type { TrekkPorts } from './TrekkPorts.ts';

/** The work list until 1 January 2027 and 2028: our own running trekk under the old rules, and what each needs next. */
export const movingDay = (ports: TrekkPorts): Promise<Result<MovingRow[], Failure>> =>
  ports.store.read(async (db) => ok(await movingRows(db, ports)));

/** The same inside the caller's own transaction. */
export async function movingRows(db: ReadableDb, ports: Pick<TrekkPorts, 'now'>): Promise<MovingRow[]> {
  const { regime } = await readCollectionSettings(db);
  const today = osloDate(ports.now());
  const rows: MovingRow[] = [];
  for (const { trekk, debtorCase, others } of await trekkAtHand(db)) {
    const row = movingRow(trekk, {
      today,
      cutOver: regime.cutOver,
      inCase: debtorCase.claims,
      others,
      regime: newestSamordnetTrekk(await readDebtorLookups(db, trekk.caseId)),
    });
    if (row) rows.push(row);
  }
  return rows;
}
