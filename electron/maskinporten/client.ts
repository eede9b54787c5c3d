import { X509Certificate } from 'node:crypto';
import type { Endpoints } from '../../shared/endpoints.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Environment } from '../../shared/session.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import type { SigningIdentity } from '../certificate/Signer.ts';

/** Everything a grant needs besides scope and time: who asks, where, and with what it signs. */
export interface TokenClient {
  readonly environment: Environment;
  readonly clientId: string;
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly identity: SigningIdentity;
}

/**
 * Puts together the municipality's Maskinporten client. Fails with `not-configured` while IT has not entered organisation number and client id,
 * and with `mp-organisation-mismatch` when the certificate is another organisation's (compared here, before Maskinporten has to: MP-122).
 */
export function tokenClient(
  environment: Environment,
  settings: ClientSettings,
  { issuer, tokenEndpoint }: Endpoints['maskinporten'],
  identity: SigningIdentity,
): Result<TokenClient, Failure> {
  const { orgNumber, clientId } = settings;
  if (orgNumber === '' || clientId === '') return fail(failure('not-configured'));
  if (identity.orgNumber !== null && identity.orgNumber !== orgNumber) {
    return fail(failure('mp-organisation-mismatch', { detail: { clientId, environment } }));
  }
  return ok({ environment, clientId, issuer, tokenEndpoint, identity });
}

/** Refuses a certificate whose last day is past, before anything is signed with it. `now`: milliseconds since 1970. */
export function stillValid(identity: SigningIdentity, now: number): Result<SigningIdentity, Failure> {
  if (!('x5c' in identity.header)) return ok(identity);
  const validTo = Date.parse(new X509Certificate(Buffer.from(identity.header.x5c[0] ?? '', 'base64')).validTo);
  if (now <= validTo) return ok(identity);
  return fail(failure('certificate-expired', { detail: { date: new Date(validTo).toISOString().slice(0, 10) } }));
}
