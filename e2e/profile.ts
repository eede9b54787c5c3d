import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { openKeychain } from '../electron/secrets/keychain.ts';
import type { SecretName } from '../electron/secrets/SecretStore.ts';

/** The folder of the training environment inside a profile. */
export const trainingFolder = (profileDir: string): string => path.join(profileDir, 'training');

/** Every file under a folder, sockets and links left out. */
export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}

/** What the program has put into the keychain for a training profile, read past the program; throws when it is not there. */
export async function secretOf(profileDir: string, name: SecretName): Promise<Uint8Array> {
  const id = readFileSync(path.join(trainingFolder(profileDir), 'installation-id'), 'utf8').trim();
  const keychain = await openKeychain(`training/${id}`);
  const secret = keychain.ok ? await keychain.value.read(name) : keychain;
  if (!secret.ok || secret.value === null) throw new Error(`${name} is not in the keychain`);
  return secret.value;
}
