import { generateKeyPair, randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { type Instant, osloDate } from '../../shared/dates.ts';
import type { Result } from '../../shared/result.ts';
import { type IdentityPlace, type IdentityProblem, storeIdentity } from './identityFile.ts';

/** Standard for enterprise certificates too (maskinporten.md 8, item 6). */
const KEY_BITS = 3072;

/**
 * Makes a key pair in this process and keeps it as the identity of a place, instead of what was there. Nothing can be fetched with it
 * until IT has registered its public JWK (`readIdentity`) on the municipality's client. `kid` is a UUID: unique also among other customers.
 */
export async function createOwnKey(place: IdentityPlace, now: Date): Promise<Result<void, IdentityProblem>> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
  const createdOn = osloDate(now.toISOString() as Instant);
  const stored = await storeIdentity(place, { mode: 'ownKey', kid: randomUUID(), createdOn }, pkcs8);
  pkcs8.fill(0);
  return stored;
}
