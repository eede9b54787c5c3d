import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../shared/dates.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { SecretStore } from '../secrets/SecretStore.ts';
import { type EncryptedFile, openEncryptedFile } from './encryptedFile.ts';
import { createKey, readKey } from './keys.ts';
import { type Migration, migrate } from './migrate.ts';
import { firstTables } from './migrations/0010-first-tables.ts';
import { debtors } from './migrations/0020-debtors.ts';
import { batches } from './migrations/0030-batches.ts';
import { trekk } from './migrations/0040-trekk.ts';
import { createStore, type Store } from './Store.ts';
import { storageFailure } from './storageFailure.ts';

/** In order; a new one comes last. */
const migrations: readonly Migration[] = [firstTables, debtors, batches, trekk];

export interface OpenedStore {
  readonly store: Store;
  /** The name under which a file that could not be read was set aside; null normally. */
  readonly setAside: string | null;
}

/**
 * Opens the encrypted database in `folder`, or makes it. A file that can't be read is moved aside under a dated name, never deleted, and the
 * program starts empty: `setAside` says so. That covers a damaged file and one whose key is no longer in the keychain, as a new key can't
 * read it. Errors: `storage-newer`, the keychain's, `disk-full`, `file-not-written`; in all of them the file stays where it is.
 */
export async function openStore(
  folder: string,
  secrets: SecretStore,
  now: () => Instant,
): Promise<Result<OpenedStore, Failure>> {
  const found = await readKey(secrets, 'database-key');
  if (!found.ok) return found;
  const key = found.value === null ? await createKey(secrets, 'database-key') : ok(found.value);
  if (!key.ok) return key;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { file, setAside } = openOrSetAside(folder, key.value, now);
    const migrated = migrateOrClose(file, join(folder, 'saksbord-before-migration.db'));
    return migrated.ok ? ok({ store: createStore(file), setAside }) : migrated;
  } catch (thrown) {
    const failed = storageFailure(thrown);
    if (failed === null) throw thrown;
    return fail(failed);
  } finally {
    key.value.fill(0);
  }
}

function openOrSetAside(
  folder: string,
  key: Uint8Array,
  now: () => Instant,
): { readonly file: EncryptedFile; readonly setAside: string | null } {
  const path = join(folder, 'saksbord.db');
  try {
    return { file: openEncryptedFile(path, key), setAside: null };
  } catch (thrown) {
    if (storageFailure(thrown)?.code !== 'storage-damaged') throw thrown;
    const setAside = `saksbord-set-aside-${now().replace(/[:.]/g, '')}.db`;
    // The file itself goes last: until it has gone, the next start finds it and sets it aside again.
    for (const part of ['-shm', '-wal', '']) {
      if (existsSync(path + part)) renameSync(path + part, join(folder, setAside) + part);
    }
    return { file: openEncryptedFile(path, key), setAside };
  }
}

function migrateOrClose(file: EncryptedFile, copyPath: string): Result<void, Failure> {
  try {
    const migrated = migrate(file, migrations, copyPath);
    if (!migrated.ok) file.close();
    return migrated;
  } catch (thrown) {
    file.close();
    throw thrown;
  }
}
