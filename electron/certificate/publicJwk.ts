import { createPublicKey, type KeyObject } from 'node:crypto';

/**
 * The public half of a key as IT registers it at Digdir: one JWK as JSON text, with the members the client API demands (maskinporten.md 8,
 * item 3) and `alg` RS256. Named one by one, so that no private member can come along.
 */
export function publicJwk(privateKey: KeyObject, kid: string): string {
  const { kty, n, e } = createPublicKey(privateKey).export({ format: 'jwk' });
  return JSON.stringify({ kty, kid, use: 'sig', alg: 'RS256', n, e }, null, 2);
}
