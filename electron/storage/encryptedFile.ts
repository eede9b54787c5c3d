import type { SqliteDatabase } from 'kysely';
import Libsql from 'libsql';

/** How long a statement waits for another process that is writing. */
const BUSY_MS = 5000;

/** An open, encrypted SQLite file. All of it is synchronous and throws SQLite's errors; `storageFailure` reads them. */
export interface EncryptedFile extends SqliteDatabase {
  exec(sql: string): void;
  /** The schema's version number, `user_version`; 0 for a new file. */
  version(): number;
  /** Runs and commits; rolls back and rethrows when `work` throws. Takes the write lock at once. */
  inTransaction(work: () => void): void;
  /** Writes a compact copy, encrypted with the same key, to a path where nothing is. */
  copyTo(path: string): void;
}

/**
 * Opens or makes the file at `path`. `key` is 32 random bytes, handed on as hex; what libsql offers is AES-256-CBC per page, in the WAL
 * too, without authentication, so damage is looked for (`quick_check`) instead of proven absent. Throws `SQLITE_NOTADB` or `SQLITE_CORRUPT`
 * for a wrong key or a damaged file.
 */
export function openEncryptedFile(path: string, key: Uint8Array): EncryptedFile {
  const options = {
    encryptionCipher: 'aes256cbc',
    encryptionKey: Buffer.from(key).toString('hex'),
    timeout: BUSY_MS,
  };
  const database = openOrExplain(path, options);
  const pragma = (name: string): unknown => Object.values(database.prepare(`pragma ${name}`).all()[0] ?? {})[0];
  try {
    pragma('journal_mode = wal');
    database.exec(`
      pragma synchronous = full;
      pragma foreign_keys = on;
      pragma secure_delete = on;
      pragma recursive_triggers = on; -- else INSERT OR REPLACE deletes past a trigger
      pragma temp_store = memory;
    `);
    if (pragma('quick_check(1)') !== 'ok') throw new Damaged();
  } catch (thrown) {
    database.close();
    throw thrown;
  }

  return {
    // After a full disk or a read error SQLite has rolled back by itself, and kysely's own rollback would fail and hide why.
    prepare: (sql) => database.prepare(sql === 'rollback' && !database.inTransaction ? 'select 1 where 0' : sql),
    exec: (sql) => {
      database.exec(sql);
    },
    version: () => Number(pragma('user_version')),
    inTransaction: (work) => database.transaction(work).immediate(),
    copyTo: (copy) => {
      database.prepare('vacuum into ?').run(copy);
    },
    close: () => {
      try {
        // libsql leaves the WAL where it is; emptied, the file alone is the whole store.
        pragma('wal_checkpoint(truncate)');
      } finally {
        database.close();
      }
    },
  };
}

/** `quick_check` found something wrong: the same to the caller as SQLite noticing by itself. */
class Damaged extends Error {
  readonly code = 'SQLITE_CORRUPT';
}

/** libsql says in prose, not in a code, that a file could not be opened. */
class CannotOpen extends Error {
  readonly code = 'SQLITE_CANTOPEN';
}

function openOrExplain(path: string, options: Libsql.Options): Libsql.Database {
  try {
    return new Libsql(path, options);
  } catch {
    throw new CannotOpen();
  }
}
