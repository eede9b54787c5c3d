import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);

/** An RSA key pair as DER: PKCS#8 and SubjectPublicKeyInfo. */
export interface RsaKey {
  readonly privateKey: Buffer;
  readonly publicKey: Buffer;
}

/** Makes an RSA key pair of the given size; runs in the thread pool, so several at once use all cores. */
export const makeRsaKey = (bits: 2048 | 3072): Promise<RsaKey> =>
  generate('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
