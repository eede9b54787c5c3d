import { createHash, createPublicKey, verify } from 'node:crypto';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../shared/result.ts';

/** `missing`: there is no seal. `forged`: it is not signed with our key. `broken`: a file is not as it was when it was sealed. */
export type SealProblem = 'missing' | 'forged' | 'broken';

/**
 * Are the program's files those that were built? `seal` lists them as `sha256sum` does, `seal.sig` is its Ed25519 signature; build/release/seal.ts
 * writes both. Electron checks its archive itself on Windows and macOS, but not on Linux, and nowhere the libraries beside it.
 * @param folder Electron's `resources`
 * @param publicKey SubjectPublicKeyInfo, DER in base64
 * @param read reads a file; Electron's `original-fs`, which does not look into archives
 */
export function checkSeal(
  folder: string,
  publicKey: string,
  read: (path: string) => Uint8Array,
): Result<null, SealProblem> {
  let text: Uint8Array;
  let signature: Uint8Array;
  try {
    text = read(join(folder, 'seal'));
    signature = read(join(folder, 'seal.sig'));
  } catch {
    return fail('missing');
  }
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  if (!verify(null, text, key, signature)) return fail('forged');

  const lines = Buffer.from(text).toString().trimEnd().split('\n');
  const intact = lines.every((line) => {
    const [hash, name] = line.split('  ');
    try {
      return (
        name !== undefined &&
        createHash('sha256')
          .update(read(join(folder, name)))
          .digest('hex') === hash
      );
    } catch {
      return false;
    }
  });
  return intact && lines.some((line) => line.endsWith('  app.asar')) ? ok(null) : fail('broken');
}
