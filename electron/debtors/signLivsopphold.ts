import { livsoppholdProblems, livsoppholdTables } from '../../shared/garnishment/livsopphold.ts';
import type { CollectionSetup } from '../../shared/ipc/collectionCalls.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { writeSetting } from '../storage/settings.ts';
import { readCollectionSettings, toCollectionSetup } from './collectionSettings.ts';
import type { DebtorPorts } from './DebtorPorts.ts';

/**
 * Adds a table of livsoppholdssatser in the name of who is at the desk; from now on it decides the days it covers. Earlier tables are kept, so
 * that what was decided by them can be understood. Errors: `invalid-input` when the table can't be right (`livsoppholdProblems`).
 */
export const signLivsopphold = (
  ports: Pick<DebtorPorts, 'store' | 'actor' | 'now'>,
  { table }: CallInput<'collection.signLivsopphold'>,
): Promise<Result<CollectionSetup, Failure>> =>
  ports.store.write(async (db) => {
    const settings = await readCollectionSettings(db);
    const before = [...livsoppholdTables, ...settings.livsopphold].findLast(
      ({ validFrom, rates }) => validFrom < table.validFrom && rates !== null,
    );
    if (livsoppholdProblems(table, before?.rates ?? null).some(({ level }) => level === 'error')) {
      return fail(failure('invalid-input'));
    }
    const signed = {
      ...table,
      confidence: 'verified',
      signedBy: ports.actor().userName,
      signedAt: ports.now(),
    } as const;
    const saved = { ...settings, livsopphold: [...settings.livsopphold, signed] };
    await writeSetting(db, 'collection', saved);
    return ok(toCollectionSetup(saved));
  });
