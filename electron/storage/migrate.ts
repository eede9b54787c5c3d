import { existsSync, renameSync, rmSync } from 'node:fs';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { EncryptedFile } from './encryptedFile.ts';

/** One step from the schema before it to its own. Versions go in tens, in the order of the list. */
export interface Migration {
  readonly version: number;
  readonly up: (file: EncryptedFile) => void;
}

/**
 * Brings the file to the newest schema: each step and its version number in one transaction. Before the first step a file that holds data is
 * copied to `copyPath` (encrypted with the same key); the copy is removed at the first start that has nothing to do, because expired data
 * lives in it. Errors: `storage-newer` when a later Saksbord has written the file, which is then left as it is.
 */
export function migrate(
  file: EncryptedFile,
  migrations: readonly Migration[],
  copyPath: string,
): Result<void, Failure> {
  const newest = migrations.at(-1)?.version ?? 0;
  const before = file.version();
  if (before > newest) return fail(failure('storage-newer'));
  if (before === newest) {
    rmSync(copyPath, { force: true });
    return ok(undefined);
  }
  if (before > 0) copy(file, copyPath);
  for (const step of migrations) {
    file.inTransaction(() => {
      // Read again under the lock: another process may just have taken this step.
      if (file.version() >= step.version) return;
      step.up(file);
      file.exec(`pragma user_version = ${step.version}`);
    });
  }
  return ok(undefined);
}

/** The whole file or none: a half-written copy never gets the name. */
function copy(file: EncryptedFile, path: string): void {
  const unfinished = `${path}.unfinished`;
  if (existsSync(unfinished)) rmSync(unfinished);
  file.copyTo(unfinished);
  renameSync(unfinished, path);
}
