import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import type { SigningIdentity } from '../certificate/Signer.ts';

/** The longest life Maskinporten documents for a grant, in seconds (maskinporten.md 3.2). */
const LIFETIME = 120;

export interface AssertionContent {
  readonly identity: SigningIdentity;
  readonly clientId: string;
  /** The audience: Maskinporten's issuer, with its trailing slash. */
  readonly issuer: string;
  readonly scope: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Makes a JWT grant for one use: every try needs its own, because Maskinporten remembers the `jti` (MP-012). Only documented claims,
 * and no `typ`: Maskinporten refuses what it doesn't document (maskinporten.md 3).
 */
export function buildAssertion({ identity, clientId, issuer, scope, now }: AssertionContent): Promise<string> {
  const issuedAt = Math.floor(now / 1000);
  const signer = 'x5c' in identity.header ? { x5c: [...identity.header.x5c] } : { kid: identity.header.kid };
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'RS256', ...signer })
    .setIssuer(clientId)
    .setAudience(issuer)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME)
    .setJti(randomUUID())
    .sign(identity.privateKey);
}
