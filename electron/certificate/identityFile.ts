import { createHash, createPrivateKey, type KeyObject, timingSafeEqual, X509Certificate } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { CertificateFacts } from '../../shared/certificate/facts.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Environment, environments } from '../../shared/session.ts';
import { zDate, zInstant } from '../../shared/values.ts';
import type { SecretProblem, SecretStore } from '../secrets/SecretStore.ts';

/** Where one environment's identity lies: the key in the keychain, the rest in `identity.json` in the profile's folder. */
export interface IdentityPlace {
  readonly secrets: SecretStore;
  readonly folder: string;
  readonly environment: Environment;
}

/**
 * `certificate-file-changed`: the file and the key in the keychain no longer belong together, because one of them was changed, swapped or is gone.
 * `file-not-written`: the disk said no.
 */
export type IdentityProblem = SecretProblem | 'certificate-file-changed' | 'file-not-written';

/** Two places for one key, so that a new one can be read back before the old is erased. */
export const slots = ['a', 'b'] as const;
type Slot = (typeof slots)[number];

const common = { format: z.literal(1), environment: z.enum(environments), slot: z.enum(slots) };
const IdentityFile = z.discriminatedUnion('mode', [
  z.object({
    ...common,
    mode: z.literal('certificate'),
    keptAt: zInstant,
    facts: CertificateFacts,
    /** Base64 of DER, leaf first: the `x5c` of every grant. */
    chain: z.array(z.base64().min(1)).min(1),
  }),
  z.object({ ...common, mode: z.literal('ownKey'), kid: z.string().regex(/^[A-Za-z0-9._-]+$/), createdOn: zDate }),
]);
type IdentityFile = z.infer<typeof IdentityFile>;

/** What is to be kept; the place adds the rest. */
export type NewIdentity = IdentityFile extends infer Variant
  ? Variant extends IdentityFile
    ? Omit<Variant, keyof typeof common>
    : never
  : never;

/** A file that fits its key. */
export interface StoredIdentity {
  readonly file: IdentityFile;
  readonly privateKey: KeyObject;
}

const HASH_BYTES = 32;
export const secretName = (slot: Slot) => `signing-key-${slot}` as const;
export const filePath = ({ folder }: IdentityPlace): string => join(folder, 'identity.json');
export const draftPath = (place: IdentityPlace): string => `${filePath(place)}.new`;

/**
 * Reads what is kept; null when nothing is. The secret is the SHA-256 of the file followed by the key's PKCS#8 (RSA-4096: 2407 bytes), so
 * that one changed byte of the file is noticed, whatever it says: a swapped certificate, another `kid`, another environment.
 */
export async function loadIdentity(place: IdentityPlace): Promise<Result<StoredIdentity | null, IdentityProblem>> {
  const bytes = await readPresent(place);
  return bytes === null ? expectNoKey(place) : loadFrom(bytes, place);
}

/**
 * Keeps a new identity in place of the old one. Takes the private key as PKCS#8 DER, which the caller overwrites. The new key goes into the
 * slot that the present file does not name; the file's rename is the moment of change, and comes only after both new halves have been
 * read back and fit. Until then, whatever fails, the old pair is in force; after it, the old key is erased.
 */
export async function storeIdentity(
  place: IdentityPlace,
  identity: NewIdentity,
  pkcs8: Uint8Array,
): Promise<Result<void, IdentityProblem>> {
  const present = parse((await readPresent(place)) ?? Buffer.alloc(0));
  const [old, slot]: readonly [Slot, Slot] = present?.slot === 'a' ? ['a', 'b'] : ['b', 'a'];
  const file = { ...identity, format: 1, environment: place.environment, slot };
  const bytes = Buffer.from(`${JSON.stringify(file, null, 2)}\n`);

  const stored = await writeBoth(place, slot, bytes, pkcs8);
  // Whichever key is not in force now goes. Should that fail, the next store or removal does it.
  await place.secrets.erase(secretName(stored.ok ? old : slot));
  return stored;
}

async function writeBoth(
  place: IdentityPlace,
  slot: Slot,
  bytes: Buffer,
  pkcs8: Uint8Array,
): Promise<Result<void, IdentityProblem>> {
  const secret = Buffer.concat([hashOf(bytes), pkcs8]);
  const written = await place.secrets.write(secretName(slot), secret);
  secret.fill(0);
  if (!written.ok) return written;
  try {
    await writeThrough(draftPath(place), bytes);
    const back = await loadFrom(await readFile(draftPath(place)), place);
    if (!back.ok) return back;
    await rename(draftPath(place), filePath(place));
    await syncFolder(place.folder);
    return ok(undefined);
  } catch {
    return fail('file-not-written');
  }
}

async function loadFrom(bytes: Buffer, place: IdentityPlace): Promise<Result<StoredIdentity, IdentityProblem>> {
  const file = parse(bytes);
  if (file?.environment !== place.environment) return fail('certificate-file-changed');
  const read = await place.secrets.read(secretName(file.slot));
  if (!read.ok) return fail(read.error === 'keychain-damaged' ? 'certificate-file-changed' : read.error);
  const secret = read.value ?? new Uint8Array();
  try {
    const belongsTogether =
      secret.byteLength > HASH_BYTES && timingSafeEqual(secret.subarray(0, HASH_BYTES), hashOf(bytes));
    if (!belongsTogether) return fail('certificate-file-changed');
    const der = Buffer.from(secret.buffer, secret.byteOffset + HASH_BYTES, secret.byteLength - HASH_BYTES);
    const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
    return fits(file, privateKey) ? ok({ file, privateKey }) : fail('certificate-file-changed');
  } finally {
    secret.fill(0);
  }
}

function fits(file: IdentityFile, privateKey: KeyObject): boolean {
  if (file.mode === 'ownKey') return true;
  return new X509Certificate(Buffer.from(file.chain[0] ?? '', 'base64')).checkPrivateKey(privateKey);
}

/** No file: then there must be no key either, or somebody took the file away. */
async function expectNoKey({ secrets }: IdentityPlace): Promise<Result<null, IdentityProblem>> {
  for (const slot of slots) {
    const read = await secrets.read(secretName(slot));
    if (read.ok && read.value === null) continue;
    if (!read.ok && read.error !== 'keychain-damaged') return read;
    if (read.ok) read.value?.fill(0);
    return fail('certificate-file-changed');
  }
  return ok(null);
}

function parse(bytes: Buffer): IdentityFile | null {
  try {
    return IdentityFile.safeParse(JSON.parse(bytes.toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Null when there is no file; what cannot be read is as good as empty. */
async function readPresent(place: IdentityPlace): Promise<Buffer | null> {
  try {
    return await readFile(filePath(place));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? null : Buffer.alloc(0);
  }
}

async function writeThrough(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename outlive a power cut; Windows has no such call and does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();
