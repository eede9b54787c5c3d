import { createHmac, createSecretKey } from 'node:crypto';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { SecretStore } from '../secrets/SecretStore.ts';
import { createKey, readKey } from '../storage/keys.ts';

/** The same person always gives the same text, and nobody without the key can find out who it is (a bare hash of 11 digits can be guessed). */
export type PersonHash = (id: NationalId) => string;

/**
 * The keyed hash (HMAC-SHA-256, hex) of this installation; its key is made at first use. A key that is gone from the keychain is replaced:
 * older rows then stand, but can no longer be found by number. Errors: the keychain's.
 */
export async function openPersonHash(secrets: SecretStore): Promise<Result<PersonHash, Failure>> {
  const found = await readKey(secrets, 'journal-key');
  if (!found.ok) return found;
  const bytes = found.value === null ? await createKey(secrets, 'journal-key') : ok(found.value);
  if (!bytes.ok) return bytes;
  const key = createSecretKey(bytes.value);
  bytes.value.fill(0);
  return ok((id) => createHmac('sha256', key).update(id).digest('hex'));
}
