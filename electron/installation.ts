import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The name under which this installation's secrets lie in the keychain: a random id kept in the profile's folder, made at first use, so that
 * two profiles on one PC never share a key. Null when there is a database but no id: a new one would make its key impossible to find.
 */
export function installationId(folder: string): string | null {
  const path = join(folder, 'installation-id');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    const found = readFileSync(path, 'utf8').trim();
    if (/^[0-9a-f-]{36}$/.test(found)) return found;
  } catch {
    // Not there yet.
  }
  if (existsSync(join(folder, 'saksbord.db'))) return null;
  const id = randomUUID();
  writeFileSync(path, `${id}\n`, { mode: 0o600 });
  return id;
}
