import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from 'node:crypto';
import type { RsaKey } from '../certificates/rsaKeys.ts';
import { isBase64Url } from './readGrant.ts';
import { type JsonObject, readStrictObject } from './strictJson.ts';
import type { AcceptedGrant } from './verifyGrant.ts';

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** What an access token says about who may do what; read by the simulated APIs. */
export interface TokenClaims {
  readonly scopes: readonly string[];
  readonly consumer: string;
  readonly clientId: string;
}

const ORGANISATION_AUTHORITY = 'iso6523-actorid-upis';
const organisation = (number: string): JsonObject => ({ authority: ORGANISATION_AUTHORITY, ID: `0192:${number}` });

/** Maskinporten's signing keys: the newest signs, and the others are published until their last token has expired. */
export class AccessTokens {
  readonly #issuer: string;
  #keys: readonly SigningKey[];

  constructor(issuer: string, key: RsaKey) {
    this.#issuer = issuer;
    this.#keys = [signingKey(key)];
  }

  /** From now on tokens are signed with this key; the one before stays published. */
  rotateTo(key: RsaKey): void {
    this.#keys = [signingKey(key), ...this.#keys.slice(0, 1)];
  }

  /** The published keys (RFC 7517). */
  jwks(): { keys: JsonWebKey[] } {
    return {
      keys: this.#keys.map(({ kid, publicKey }) => ({
        ...publicKey.export({ format: 'jwk' }),
        kid,
        use: 'sig',
        alg: 'RS256',
      })),
    };
  }

  /** A signed token for an accepted grant (maskinporten.md 4). Time in milliseconds, lifetime in seconds. */
  issue(grant: AcceptedGrant, now: number, lifetime: number): string {
    const [key] = this.#keys;
    if (!key) throw new Error('no signing key');
    const iat = Math.floor(now / 1000);
    const claims = {
      iss: this.#issuer,
      client_id: grant.client.clientId,
      client_amr: grant.client.authentication === 'key' ? 'private_key_jwt' : 'virksomhetssertifikat',
      token_type: 'Bearer',
      scope: grant.scopes.join(' '),
      consumer: organisation(grant.consumer),
      ...(grant.supplier
        ? { supplier: organisation(grant.supplier), delegation_source: 'https://tt02.altinn.no/' }
        : {}),
      ...(grant.resource ? { aud: grant.resource } : {}),
      ...(grant.pid ? { pid: grant.pid } : {}),
      ...(grant.systemUser ? { authorization_details: [systemUserDetail(grant.systemUser)] } : {}),
      iat,
      exp: iat + lifetime,
      jti: randomUUID(),
    };
    const input = `${encode({ kid: key.kid, alg: 'RS256' })}.${encode(claims)}`;
    return `${input}.${sign('sha256', Buffer.from(input), key.privateKey).toString('base64url')}`;
  }

  /**
   * Reads a token as an API does: signature by a published key, issuer, expiry; a token with a real `aud` was meant for somebody else
   * (Skatteetaten wants none). Null when it is not good.
   */
  read(token: string, now: number): TokenClaims | null {
    const parts = token.split('.');
    const [headerPart = '', payloadPart = '', signaturePart = ''] = parts;
    if (parts.length !== 3 || !parts.every(isBase64Url)) return null;
    const header = readStrictObject(Buffer.from(headerPart, 'base64url'));
    const key = this.#keys.find(({ kid }) => kid === header?.kid);
    const input = Buffer.from(`${headerPart}.${payloadPart}`);
    if (header?.alg !== 'RS256' || !key) return null;
    if (!verify('sha256', input, key.publicKey, Buffer.from(signaturePart, 'base64url'))) return null;
    return this.#readClaims(readStrictObject(Buffer.from(payloadPart, 'base64url')), now);
  }

  #readClaims(claims: JsonObject | null, now: number): TokenClaims | null {
    const { iss, exp, aud, scope, client_id, consumer } = claims ?? {};
    const isForUs = aud === undefined || aud === 'unspecified';
    if (iss !== this.#issuer || typeof exp !== 'number' || exp * 1000 <= now || !isForUs) return null;
    const id = typeof consumer === 'object' && consumer !== null && 'ID' in consumer ? String(consumer.ID) : '';
    const [, number = ''] = id.split(':'); // more parts may follow for sub-entities
    return { scopes: String(scope).split(' '), consumer: number, clientId: String(client_id) };
  }
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const systemUserDetail = ({ id, organisationNumber }: NonNullable<AcceptedGrant['systemUser']>): JsonObject => ({
  type: 'urn:altinn:systemuser',
  systemuser_org: organisation(organisationNumber),
  systemuser_id: [id],
  system_id: 'opplaering_saksbord',
});

function signingKey({ privateKey, publicKey }: RsaKey): SigningKey {
  return {
    kid: createHash('sha256').update(publicKey).digest('base64url').slice(0, 22),
    privateKey: createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }),
    publicKey: createPublicKey({ key: publicKey, format: 'der', type: 'spki' }),
  };
}
