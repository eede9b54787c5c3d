import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../setup/cache.mjs';
import { SetupError, say } from '../setup/run.mjs';
import type { Order } from './order.ts';

/** Keys for tests and rehearsals, made on this machine the first time they are needed. They are worth nothing anywhere else. */
const throwAway = path.join(cacheFolder, 'throw-away-keys');

/** What the program itself checks: its own files and the update feed. Ed25519; the public half is compiled in. */
export interface SealKey {
  /** SubjectPublicKeyInfo, DER in base64. */
  readonly publicKey: string;
  readonly publicPem: string;
  /** The signature's 64 bytes. */
  readonly sign: (bytes: Uint8Array) => Uint8Array;
}

/** The key in the file that `SAKSBORD_SEAL_KEY` names (PEM). Tests and rehearsals may do without one. */
export function sealKey(order: Order): SealKey {
  const file = given(order, 'SAKSBORD_SEAL_KEY') ?? throwAwaySealKey();
  const key = createPrivateKey(readFileSync(file));
  const publicKey = createPublicKey(key);
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign(null, bytes, key),
  };
}

/** The OpenPGP key that signs packages and the APT repository. */
export interface PackageKey {
  /** Fingerprint. */
  readonly id: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The key `SAKSBORD_GPG_KEY` names, in gpg's own key ring: a file, a smart card, or an HSM through gnupg-pkcs11-scd, as gpg is set up.
 * Tests and rehearsals may do without one.
 */
export function packageKey(order: Order): PackageKey {
  const id = given(order, 'SAKSBORD_GPG_KEY');
  if (id !== undefined) return { id, env: process.env };
  const home = path.join(throwAway, 'gnupg');
  const env = { ...process.env, GNUPGHOME: home };
  if (!existsSync(home)) {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const who = 'Saksbord throw-away key <test@saksbord.invalid>';
    execFileSync(
      'gpg',
      ['--batch', '--quiet', '--passphrase', '', '--quick-gen-key', who, 'rsa3072', 'sign', 'never'],
      {
        env,
        stdio: 'ignore',
      },
    );
  }
  const listed = execFileSync('gpg', ['--list-keys', '--with-colons'], { env, encoding: 'utf8' });
  const fingerprint = /^fpr:+([0-9A-F]+):/m.exec(listed)?.[1];
  if (fingerprint === undefined) throw new SetupError(`no key in ${home}. Delete that folder and run this again.`);
  return { id: fingerprint, env };
}

function given({ flavour, rehearsal }: Order, variable: string): string | undefined {
  const value = process.env[variable];
  if (value !== undefined) return value;
  if (flavour === 'release' && !rehearsal) throw new SetupError(`a release needs its key: set ${variable}`);
  return undefined;
}

function throwAwaySealKey(): string {
  const file = path.join(throwAway, 'seal.pem');
  if (!existsSync(file)) {
    say(`making throw-away keys in ${throwAway}`);
    mkdirSync(throwAway, { recursive: true, mode: 0o700 });
    const { privateKey } = generateKeyPairSync('ed25519');
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  }
  return file;
}

/** The public keys that packages must have been signed with, as files. */
export interface TrustedKeys {
  /** OpenPGP, armoured. */
  readonly packages: string;
  /** Ed25519, PEM. */
  readonly seal: string;
}

/** Where they lie beside the packages. On another machine: use the ones IT was given. */
export const keysBeside = (folder: string): TrustedKeys => ({
  packages: path.join(folder, 'saksbord-key.asc'),
  seal: path.join(folder, 'saksbord-seal.pem'),
});
