import { createPublicKey, verify } from 'node:crypto';

/** What stands beside the feed with its signature: `latest-linux.yml` and `latest-linux.yml.sig`. */
export const SIGNATURE_SUFFIX = '.sig';

/**
 * Is this the feed that was signed? Ed25519 over the feed's exact bytes; the signature as base64 in a text file, the key as base64 of its SPKI.
 * electron-updater itself trusts whoever can write the folder (packaging.md 8).
 */
export function isSigned(feed: string, signature: string, publicKey: string): boolean {
  const raw = Buffer.from(signature.trim(), 'base64');
  if (raw.length !== 64) return false;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(feed, 'utf8'), key, raw);
}
