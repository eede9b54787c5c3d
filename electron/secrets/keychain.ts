import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../../shared/result.ts';
import { entryStore, type KeychainEntries, MAX_ENTRY_LENGTH } from './entryStore.ts';
import type { SecretProblem, SecretStore } from './SecretStore.ts';

/** What the user sees in the system's own keychain program. */
const SERVICE = 'Saksbord';

/**
 * Opens the operating system's keychain: Windows Credential Manager, macOS Keychain, or the Secret Service on Linux (libsecret). Takes who the
 * secrets belong to (one profile in one environment): lower-case letters, digits, hyphen, slash. `no-keychain` when the library does not
 * load, no service answers, or what is written does not come back; there is no other store to fall back to, by intention.
 * What a probe cannot see is a keychain that forgets at the next start of the machine; keytar's back ends on the three systems are all on disk.
 */
export async function openKeychain(owner: string): Promise<Result<SecretStore, SecretProblem>> {
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(owner)) throw new RangeError('not a keychain owner');
  try {
    const entries = await loadKeytar();
    return (await keepsWhatItIsGiven(entries, `${owner}/probe`)) ? ok(entryStore(entries, owner)) : fail('no-keychain');
  } catch {
    return fail('no-keychain');
  }
}

/** Loaded on demand: without libsecret on the machine the import itself fails, and the program must live to say so. */
async function loadKeytar(): Promise<KeychainEntries> {
  const { default: keytar } = await import('keytar');
  return {
    get: (account) => keytar.getPassword(SERVICE, account),
    set: (account, text) => keytar.setPassword(SERVICE, account, text),
    delete: (account) => keytar.deletePassword(SERVICE, account),
  };
}

/** Writes an entry of the full length, reads it back, erases it, and looks that it is gone. */
async function keepsWhatItIsGiven(entries: KeychainEntries, account: string): Promise<boolean> {
  const text = randomBytes(MAX_ENTRY_LENGTH / 2).toString('hex');
  await entries.set(account, text);
  const cameBack = (await entries.get(account)) === text;
  await entries.delete(account);
  return cameBack && (await entries.get(account)) === null;
}
