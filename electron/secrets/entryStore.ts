import { timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/result.ts';
import { MAX_SECRET_BYTES, type SecretName, type SecretProblem, type SecretStore } from './SecretStore.ts';

/** One keychain's entries of text, by account. `set` replaces in one step; each may reject. */
export interface KeychainEntries {
  get(account: string): Promise<string | null>;
  set(account: string, text: string): Promise<void>;
  delete(account: string): Promise<boolean>;
}

/** The longest text every keychain takes in one entry: Windows' CRED_MAX_CREDENTIAL_BLOB_SIZE, 5 × 512 bytes of UTF-8. */
export const MAX_ENTRY_LENGTH = 2560;
const TAILS = ['a', 'b'] as const;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Keeps bytes of up to `MAX_SECRET_BYTES` in entries that hold at most 2560 bytes of text without NUL.
 *
 * Why two entries: an RSA-4096 key is 2375 bytes of PKCS#8, and UTF-8 text carries at most 7.17 bits per byte (the x that solves
 * 127/x + 1920/x² + 61440/x³ + 1048576/x⁴ = 1 is 143.7), so no encoding gets it into 2560. Base64 needs no cleverness and fits in two.
 *
 * Entry `name` is the head: one character and the first 2559 of the base64. `0` means that was all; `a` or `b` that the rest is in
 * `name.a` or `name.b`. A write puts the rest where the present head does not point, then replaces the head, then removes the other
 * rests. The operating system replaces one entry in one step, so at whatever point the program dies, the head is either
 * the old one, whose rest is untouched, or the new one, whose rest is already there. All keychains use this one path, so that Windows'
 * limit is met in every test run on Linux too.
 */
export function entryStore(entries: KeychainEntries, owner: string): SecretStore {
  const head = (name: SecretName): string => `${owner}/${name}`;
  const tail = (name: SecretName, which: string): string => `${head(name)}.${which}`;

  const readEntries = async (name: SecretName): Promise<Result<Uint8Array | null, SecretProblem>> => {
    const first = await entries.get(head(name));
    if (first === null) return ok(null);
    const which = first.slice(0, 1);
    const rest = which === '0' ? '' : await entries.get(tail(name, which));
    const base64 = first.slice(1) + (rest ?? '');
    const complete = rest !== null && (which === '0' || TAILS.some((known) => known === which));
    return complete && base64 !== '' && BASE64.test(base64)
      ? ok(Buffer.from(base64, 'base64'))
      : fail('keychain-damaged');
  };

  const writeEntries = async (name: SecretName, secret: Uint8Array): Promise<Result<void, SecretProblem>> => {
    const base64 = Buffer.from(secret.buffer, secret.byteOffset, secret.byteLength).toString('base64');
    const start = base64.slice(0, MAX_ENTRY_LENGTH - 1);
    const rest = base64.slice(start.length);
    const present = (await entries.get(head(name)))?.slice(0, 1);
    const which = rest === '' ? '0' : present === 'a' ? 'b' : 'a';
    if (rest !== '') await entries.set(tail(name, which), rest);
    await entries.set(head(name), which + start);
    for (const other of TAILS) if (other !== which) await entries.delete(tail(name, other));

    const back = await readEntries(name);
    if (!back.ok) return back;
    const same = back.value?.byteLength === secret.byteLength && timingSafeEqual(back.value, secret);
    back.value?.fill(0);
    return same ? ok(undefined) : fail('keychain-refused');
  };

  // The head goes last: while it stands, an interrupted erase is seen as damage and erased again, not taken for «nothing there».
  const eraseEntries = async (name: SecretName): Promise<Result<void, SecretProblem>> => {
    for (const account of [...TAILS.map((which) => tail(name, which)), head(name)]) {
      await entries.delete(account);
      if ((await entries.get(account)) !== null) return fail('keychain-refused');
    }
    return ok(undefined);
  };

  // Two writes of one name must not interleave. A keychain's own message may name the user and is in the system's language: the code is enough.
  let previous: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<Result<T, SecretProblem>>): Promise<Result<T, SecretProblem>> => {
    const result = previous.then(work).catch(() => fail<SecretProblem>('keychain-refused'));
    previous = result;
    return result;
  };

  return {
    read: (name) => inTurn(() => readEntries(name)),
    write: async (name, secret) => {
      if (secret.byteLength === 0) throw new RangeError('an empty secret is a bug in the caller');
      if (secret.byteLength > MAX_SECRET_BYTES) return fail('keychain-too-large');
      return inTurn(() => writeEntries(name, secret));
    },
    erase: (name) => inTurn(() => eraseEntries(name)),
  };
}
