import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { readTrekk } from './trekk.ts';

/** Wakes the sender for what waits of the trekk; returns it as it stands meanwhile. Errors: `not-found`. */
export function sendNow(ports: TrekkPorts, { trekkId }: { readonly trekkId: string }): Promise<Result<Trekk, Failure>> {
  ports.outbox.sendNow(trekkId);
  return ports.store.read((db) => readTrekk(db, trekkId));
}
