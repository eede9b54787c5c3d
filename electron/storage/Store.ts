import { Kysely, SqliteDialect } from 'kysely';
import type { Failure } from '../../shared/ipc/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { EncryptedFile } from './encryptedFile.ts';
import type { Schema } from './schema.ts';
import { storageFailure } from './storageFailure.ts';

/** What a function that only reads is given. */
export type ReadableDb = Pick<Kysely<Schema>, 'selectFrom'>;
/** What a function that also writes is given: always inside a transaction. */
export type WritableDb = Pick<Kysely<Schema>, 'selectFrom' | 'insertInto' | 'updateTable' | 'deleteFrom'>;

/**
 * The encrypted database. Both calls run `work` alone in one transaction, so that it sees one state and its writes stand together or not at
 * all; a failed Result rolls back. `work` uses the database it is handed, never the store: a transaction inside a transaction would wait
 * for itself. Errors besides `work`'s own: `disk-full`, `file-not-written`, `storage-damaged`.
 */
export interface Store {
  read<T>(work: (db: ReadableDb) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>>;
  write<T>(work: (db: WritableDb) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>>;
  close(): Promise<void>;
}

/** Carries a failed Result out of the transaction, which it thereby rolls back. */
class RolledBack extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super('rolled back');
    this.failure = failure;
  }
}

/** A store on an open file. */
export function createStore(file: EncryptedFile): Store {
  const database = new Kysely<Schema>({ dialect: new SqliteDialect({ database: file }) });

  const inTransaction = async <T>(
    work: (db: WritableDb) => Promise<Result<T, Failure>>,
  ): Promise<Result<T, Failure>> => {
    try {
      return await database.transaction().execute(async (db) => {
        const result = await work(db);
        if (!result.ok) throw new RolledBack(result.error);
        return result;
      });
    } catch (thrown) {
      if (thrown instanceof RolledBack) return fail(thrown.failure);
      const failed = storageFailure(thrown);
      if (failed === null) throw thrown;
      return fail(failed);
    }
  };

  return { read: inTransaction, write: inTransaction, close: () => database.destroy() };
}
