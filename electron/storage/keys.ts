import { randomBytes } from 'node:crypto';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { SecretName, SecretStore } from '../secrets/SecretStore.ts';

const KEY_BYTES = 32;

/**
 * Reads a 256-bit key from the keychain. Null when it is gone for good: never there, or what lies there is no such key. A keychain that can't
 * be reached or is locked (`no-keychain`, `keychain-refused`) is a failure instead, because the key may still be in it.
 */
export async function readKey(secrets: SecretStore, name: SecretName): Promise<Result<Uint8Array | null, Failure>> {
  const read = await secrets.read(name);
  if (read.ok) return ok(read.value?.byteLength === KEY_BYTES ? read.value : null);
  return read.error === 'keychain-damaged' ? ok(null) : fail(failure(read.error));
}

/** Makes a random 256-bit key and keeps it under the name, in place of what was there. The caller overwrites the bytes after use. */
export async function createKey(secrets: SecretStore, name: SecretName): Promise<Result<Uint8Array, Failure>> {
  const key = randomBytes(KEY_BYTES);
  const written = await secrets.write(name, key);
  if (written.ok) return ok(key);
  key.fill(0);
  return fail(failure(written.error === 'keychain-damaged' ? 'keychain-refused' : written.error));
}
