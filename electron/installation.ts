import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Failure, failure } from '../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../shared/result.ts';

/**
 * The name under which this installation's secrets lie in the keychain: a random id kept in the profile's folder, made at first use, so that
 * two profiles on one PC never share a key. Errors: `storage-damaged` when there is a database but no id, as a new one would make its key
 * impossible to find; `file-not-written` when the folder can't be written.
 */
export function installationId(folder: string): Result<string, Failure> {
  const path = join(folder, 'installation-id');
  const found = readId(path);
  if (found !== null) return ok(found);
  if (existsSync(join(folder, 'saksbord.db'))) return fail(failure('storage-damaged'));
  const id = randomUUID();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(path, `${id}\n`, { mode: 0o600 });
  } catch {
    return fail(failure('file-not-written'));
  }
  return ok(id);
}

function readId(path: string): string | null {
  try {
    return /^[0-9a-f-]{36}$/.exec(readFileSync(path, 'utf8').trim())?.[0] ?? null;
  } catch {
    return null;
  }
}
