import type { Failure } from '../../shared/ipc/errors.ts';
import type { TrekkSummary } from '../../shared/ipc/trekkCalls.ts';
import { ok, type Result } from '../../shared/result.ts';
import { summaries, trekkAtHand } from './summary.ts';
import type { TrekkPorts } from './TrekkPorts.ts';

/** Every trekk of ours, the last changed first. */
export const listTrekk = (ports: TrekkPorts): Promise<Result<TrekkSummary[], Failure>> =>
  ports.store.read(async (db) => ok(await summaries(db, ports, await trekkAtHand(db))));
