import type { CollectionSetup } from '../../shared/ipc/collectionCalls.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { readCollectionSettings, toCollectionSetup } from './collectionSettings.ts';
import type { DebtorPorts } from './DebtorPorts.ts';

/** The desk's settings, the published livsoppholdssatser, and a guide to begin from. */
export const readCollectionSetup = (ports: Pick<DebtorPorts, 'store'>): Promise<Result<CollectionSetup, Failure>> =>
  ports.store.read(async (db) => ok(toCollectionSetup(await readCollectionSettings(db))));
