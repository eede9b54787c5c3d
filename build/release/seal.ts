import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SealKey } from './keys.ts';

/**
 * Seals the program's own files: `seal` lists them with their SHA-256 as `sha256sum` does, `seal.sig` is its Ed25519 signature.
 * electron/integrity/seal.ts checks it at every start, and so does build/installer/linux/start.sh on Linux.
 * @param resources the folder with app.asar; sealed after its libraries have been signed, which changes them
 */
export function sealFolder(resources: string, key: SealKey): void {
  const sealed = readdirSync(resources, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(resources, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .filter((name) => name === 'app.asar' || name === 'build.json' || name.startsWith('app.asar.unpacked/'))
    .sort();
  const lines = sealed.map((name) => `${sha256(path.join(resources, name))}  ${name}\n`);
  const text = Buffer.from(lines.join(''));
  writeFileSync(path.join(resources, 'seal'), text);
  writeFileSync(path.join(resources, 'seal.sig'), key.sign(text));
}

export const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');
