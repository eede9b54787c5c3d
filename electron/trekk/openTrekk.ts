import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { readTrekk } from './trekk.ts';

/** The trekk as it stands; asks no register. For `trekk.open` (which the door journals) and `trekk.read`. Errors: `not-found`. */
export const openTrekk = (
  ports: Pick<TrekkPorts, 'store'>,
  { trekkId }: { readonly trekkId: string },
): Promise<Result<Trekk, Failure>> => ports.store.read((db) => readTrekk(db, trekkId));
