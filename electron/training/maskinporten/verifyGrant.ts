import { createHash, type KeyObject, verify } from 'node:crypto';
import { isOrganisationNumber, isSyntheticNumber } from '../identifiers.ts';
import type { Client, Organisation } from '../organisations.ts';
import type { Settings } from '../settings.ts';
import { type Certificate, isIssuedBy, Oid, organisationNumberOf } from './certificate.ts';
import { type Grant, isBase64Url, readGrant, type TokenRequest } from './readGrant.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { ReplayMemory } from './replayMemory.ts';
import { isJsonObject, type JsonObject } from './strictJson.ts';

/** A public key that is registered on a client. */
export interface RegisteredKey {
  readonly kid: string;
  readonly publicKey: KeyObject;
  readonly use: string;
  /** Milliseconds since 1970; a key lives for a year. */
  readonly registeredAt: number;
}

/** What Maskinporten knows when it judges a grant. */
export interface GrantWorld {
  readonly issuer: string;
  /** The server's clock, milliseconds since 1970. */
  readonly now: number;
  readonly settings: Pick<Settings, 'nonRepudiationOnly' | 'unreachableCrl' | 'deprecatedClaims' | 'resource'>;
  readonly client: (clientId: string) => Client | undefined;
  readonly keysOf: (clientId: string) => readonly RegisteredKey[];
  readonly organisation: (number: string) => Organisation | undefined;
  /** Trusted CAs of this environment, roots and issuing. */
  readonly trustAnchors: readonly Certificate[];
  readonly revocation: (certificate: Certificate) => 'good' | 'revoked' | 'unreachable';
  readonly hasDelegated: (from: string, to: string, scope: string) => boolean;
  readonly hasDelegationSource: (scope: string) => boolean;
  readonly systemUserOf: (organisationNumber: string) => string | undefined;
  readonly replay: ReplayMemory;
  /** Told when something is let through that may be refused one day. */
  readonly warn: (about: string) => void;
}

/** A point of maskinporten.md 12.3. Gives a refusal, or nothing when the grant passes. */
export interface Check {
  readonly point: number;
  readonly name: string;
  readonly run: (grant: Grant, world: GrantWorld) => Refusal | undefined;
}

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const MAX_BODY = 64 * 1024;
const SKEW_SECONDS = 10;
const MAX_LIFETIME_SECONDS = 120;
const REPLAY_MARGIN_SECONDS = 60;
const KEY_LIFE_MS = 365 * 86_400_000;

const DIGESTS = new Map([
  ['RS256', 'sha256'],
  ['RS384', 'sha384'],
  ['RS512', 'sha512'],
]);
const HEADER_MEMBERS = new Set(['alg', 'x5c', 'kid', 'typ']);
const CLAIMS = new Set([
  'aud',
  'iss',
  'scope',
  'iat',
  'exp',
  'jti',
  'resource',
  'consumer_org',
  'pid',
  'authorization_details',
]);
const DEPRECATED_CLAIMS = new Set(['nbf', 'iss_onbehalfof']);
const UNDERSTOOD_EXTENSIONS: readonly string[] = [Oid.keyUsage, Oid.basicConstraints];

/** Policies of Buypass (exact) and Commfides (any version below the arc; 913 in test), as Digdir's list has them (9.2). */
const ACCEPTED_POLICIES = [/^2\.16\.578\.1\.26\.1\.3\.[25]$/, /^2\.16\.578\.1\.29\.(13|913)\.2[012]0(\.\d+)*$/];

const seconds = (world: GrantWorld): number => Math.floor(world.now / 1000);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const clientOf = (grant: Grant, world: GrantWorld): Client | undefined => world.client(text(grant.claims?.iss));
const keyOf = (grant: Grant, world: GrantWorld): RegisteredKey | undefined =>
  world.keysOf(text(grant.claims?.iss)).find(({ kid }) => kid === grant.header?.kid);
const scopesOf = (grant: Grant): string[] => text(grant.claims?.scope).split(' ');
const consumerOf = (grant: Grant, world: GrantWorld): string =>
  text(grant.claims?.consumer_org) || (clientOf(grant, world)?.organisationNumber ?? '');

/** The key that must have signed: the leaf's, or the registered one. */
const signerOf = (grant: Grant, world: GrantWorld): KeyObject | undefined =>
  grant.certificates?.[0]?.publicKey ?? keyOf(grant, world)?.publicKey;

/** From leaf to anchor, both included; null when no path leads to a trusted CA. Intermediates come from x5c or the configured list. */
function pathOf(grant: Grant, world: GrantWorld): readonly Certificate[] | null {
  const [leaf, ...sent] = grant.certificates ?? [];
  if (!leaf) return null;
  const isAnchor = (certificate: Certificate): boolean =>
    world.trustAnchors.some(({ der }) => der.equals(certificate.der));
  const path = [leaf];
  for (let last = leaf; !isAnchor(last); ) {
    const issuer = [...world.trustAnchors, ...sent].find(
      (candidate) => !path.includes(candidate) && isIssuedBy(last, candidate),
    );
    if (!issuer) return null;
    path.push(issuer);
    last = issuer;
  }
  return path;
}

const isValidAt = (certificate: Certificate, now: number): boolean =>
  certificate.notBefore <= now && now <= certificate.notAfter;

/** The rules for a CA that stands `depth` places above the leaf (1: it issued the leaf). */
function mayIssue(authority: Certificate, depth: number): boolean {
  const hasRoom = authority.pathLength === null || authority.pathLength >= depth - 1;
  return authority.isCa && hasRoom && authority.keyUsage?.bits.has('keyCertSign') === true;
}

/** Points 1–33, in the order Maskinporten is believed to check them: format, client, key material, signature, times, replay, scopes, delegation. */
export const CHECKS: readonly Check[] = [
  {
    point: 1,
    name: 'POST, a form, grant_type and assertion exactly once, nothing else',
    run: ({ request, parameters }) => {
      const names = parameters.map(([name]) => name).sort();
      const isForm = /^application\/x-www-form-urlencoded(\s*;.*)?$/i.test(request.contentType);
      if (request.method !== 'POST' || !isForm) return refuse.badRequest('A form must be posted.');
      return names.join() === 'assertion,grant_type'
        ? undefined
        : refuse.badRequest('Two parameters are wanted, each once.');
    },
  },
  {
    point: 2,
    name: 'grant_type is the jwt-bearer URN',
    run: ({ parameters }) =>
      parameters.some(([name, value]) => name === 'grant_type' && value === GRANT_TYPE)
        ? undefined
        : refuse.grantType(''),
  },
  {
    point: 3,
    name: 'no other client authentication',
    run: ({ request }) =>
      request.hasAuthorization ? refuse.badRequest('No Authorization header is wanted.') : undefined,
  },
  {
    point: 4,
    name: 'body below 64 kB, three base64url parts without padding or whitespace',
    run: ({ request, assertion }) => {
      const parts = assertion.split('.');
      const isCompact = parts.length === 3 && parts.every(isBase64Url);
      return request.body.length < MAX_BODY && isCompact
        ? undefined
        : refuse.badRequest('The assertion is not a compact JWS.');
    },
  },
  {
    point: 5,
    name: 'alg is RS256, RS384 or RS512',
    run: ({ header }) =>
      DIGESTS.has(text(header?.alg)) ? undefined : refuse.badRequest('The algorithm is not supported.'),
  },
  {
    point: 6,
    name: 'exactly one of x5c and kid',
    run: ({ header }) =>
      header !== null && 'x5c' in header !== 'kid' in header
        ? undefined
        : refuse.badRequest('Exactly one of x5c and kid is wanted.'),
  },
  {
    point: 7,
    name: 'no header member beyond alg, x5c, kid and typ JWT',
    run: ({ header }) => {
      const isKnown = Object.keys(header ?? {}).every((name) => HEADER_MEMBERS.has(name));
      const isJwt = header?.typ === undefined || header.typ === 'JWT';
      return isKnown && isJwt ? undefined : refuse.badRequest('The header has a member that is not documented.');
    },
  },
  {
    point: 8,
    name: 'x5c is an array of standard base64, each one DER certificate with nothing after it',
    run: ({ certificates }) => (certificates ? undefined : refuse.x5c('')),
  },
  {
    point: 21,
    name: 'the payload is one JSON object with documented claims only, none twice',
    run: ({ claims }, { settings }) => {
      if (!claims) return refuse.badRequest('The payload is not a JSON object without duplicates.');
      const isAllowed = (name: string): boolean =>
        CLAIMS.has(name) || (settings.deprecatedClaims === 'accept' && DEPRECATED_CLAIMS.has(name));
      return Object.keys(claims).every(isAllowed)
        ? undefined
        : refuse.badRequest('The assertion has a claim that is not documented.');
    },
  },
  {
    point: 22,
    name: 'aud is the issuer, one string with its slash',
    run: ({ claims }, { issuer }) => (claims?.aud === issuer ? undefined : refuse.audience('')),
  },
  {
    point: 23,
    name: 'iss is a known, active client',
    run: (grant, world) => (clientOf(grant, world)?.active ? undefined : refuse.unknownClient('')),
  },
  {
    point: 24,
    name: 'iat and exp are whole seconds',
    run: ({ claims }) => {
      const isSeconds = (value: unknown): boolean =>
        Number.isInteger(value) && Number(value) > 0 && Number(value) < 1e11;
      return isSeconds(claims?.iat) && isSeconds(claims?.exp)
        ? undefined
        : refuse.badRequest('iat and exp are whole seconds.');
    },
  },
  {
    point: 10,
    name: 'a registered, living signing key by kid; x5c only where no key is registered',
    run: (grant, world) => {
      const isKeyMode = clientOf(grant, world)?.authentication === 'key';
      if (grant.header?.kid === undefined) return isKeyMode ? refuse.keyRequired('') : undefined;
      const key = keyOf(grant, world);
      if (!isKeyMode || key?.use !== 'sig') return refuse.unknownKey('');
      return world.now - key.registeredAt < KEY_LIFE_MS ? undefined : refuse.expiredKey('');
    },
  },
  {
    point: 9,
    name: 'element 0 of x5c is no CA, each following one issued the one before',
    run: ({ certificates }) => {
      const chain = certificates ?? [];
      const isChain = chain.every((certificate, index) => {
        const next = chain[index + 1];
        return next === undefined || isIssuedBy(certificate, next);
      });
      return isChain && !chain[0]?.isCa ? undefined : refuse.certificate('The chain is not in order.');
    },
  },
  {
    point: 19,
    name: 'the leaf is not self-signed',
    run: ({ certificates }) => {
      const leaf = certificates?.[0];
      return leaf?.subject.equals(leaf.issuer) ? refuse.certificate('Self-signed.') : undefined;
    },
  },
  {
    point: 12,
    name: 'RSA of at least 2048 bits with a sane exponent',
    run: (grant, world) => {
      const signer = signerOf(grant, world);
      const { modulusLength = 0, publicExponent = 0n } = signer?.asymmetricKeyDetails ?? {};
      const isSane = modulusLength >= 2048 && publicExponent > 65_536n && publicExponent % 2n === 1n;
      return signer?.asymmetricKeyType === 'rsa' && isSane
        ? undefined
        : refuse.certificate('The key is not a usable RSA key.');
    },
  },
  {
    point: 13,
    name: 'a path leads to a trusted CA of this environment',
    run: (grant, world) =>
      grant.certificates?.length === 0 || pathOf(grant, world)
        ? undefined
        : refuse.certificate('The issuer is not trusted here.'),
  },
  {
    point: 14,
    name: 'every certificate of the path is valid now; CAs may issue',
    run: (grant, world) => {
      const path = pathOf(grant, world) ?? [];
      if (!path.every((certificate) => isValidAt(certificate, world.now)))
        return refuse.certificate('Outside its validity.');
      return path.every((certificate, index) => index === 0 || mayIssue(certificate, index))
        ? undefined
        : refuse.certificate('A certificate in the path may not issue certificates.');
    },
  },
  {
    point: 15,
    name: 'the leaf has a critical key usage with digitalSignature',
    run: ({ certificates }, { settings, warn }) => {
      const leaf = certificates?.[0];
      if (!leaf || (leaf.keyUsage?.critical && leaf.keyUsage.bits.has('digitalSignature'))) return undefined;
      const canSign = leaf.keyUsage?.critical === true && leaf.keyUsage.bits.has('nonRepudiation');
      if (!canSign || settings.nonRepudiationOnly === 'refuse')
        return refuse.certificate('The key usage does not fit.');
      warn('a certificate with nonRepudiation only was accepted');
      return undefined;
    },
  },
  {
    point: 16,
    name: 'no critical extension that is not understood',
    run: (grant, world) =>
      (pathOf(grant, world) ?? []).every(({ criticalExtensions }) =>
        criticalExtensions.every((oid) => UNDERSTOOD_EXTENSIONS.includes(oid)),
      )
        ? undefined
        : refuse.certificate('Unknown critical extension.'),
  },
  {
    point: 17,
    name: 'the leaf has a policy of an enterprise certificate',
    run: ({ certificates }) => {
      const leaf = certificates?.[0];
      const isAccepted = leaf?.policies.some((oid) => ACCEPTED_POLICIES.some((pattern) => pattern.test(oid))) ?? true;
      return isAccepted ? undefined : refuse.certificate('Not an enterprise certificate.');
    },
  },
  {
    point: 18,
    name: 'the leaf is not revoked',
    run: ({ certificates }, world) => {
      const leaf = certificates?.[0];
      const answer = leaf ? world.revocation(leaf) : 'good';
      const isRefused =
        answer === 'revoked' || (answer === 'unreachable' && world.settings.unreachableCrl === 'refuse');
      return isRefused ? refuse.certificate('Revoked.') : undefined;
    },
  },
  {
    point: 20,
    name: 'the organisation number of the certificate is the client’s',
    run: (grant, world) => {
      const leaf = grant.certificates?.[0];
      const isOwn = !leaf || organisationNumberOf(leaf) === clientOf(grant, world)?.organisationNumber;
      return isOwn ? undefined : refuse.organisation('');
    },
  },
  {
    point: 11,
    name: 'the signature verifies over the bytes that were received',
    run: (grant, world) => {
      const signer = signerOf(grant, world);
      const digest = DIGESTS.get(text(grant.header?.alg));
      return signer && verify(digest, grant.signingInput, signer, grant.signature) ? undefined : refuse.signature('');
    },
  },
  {
    point: 25,
    name: 'exp is after iat, by 120 seconds at most',
    run: ({ claims }) => {
      const lifetime = Number(claims?.exp) - Number(claims?.iat);
      return lifetime > 0 && lifetime <= MAX_LIFETIME_SECONDS ? undefined : refuse.time('Too long lifetime, or none.');
    },
  },
  {
    point: 26,
    name: 'iat is within 10 seconds of now',
    run: ({ claims }, world) => {
      const age = seconds(world) - Number(claims?.iat);
      if (age < -SKEW_SECONDS) return refuse.time('Issue time is after now.');
      return age <= SKEW_SECONDS ? undefined : refuse.expired('Issued too long ago.');
    },
  },
  {
    point: 27,
    name: 'exp is not past',
    run: ({ claims }, world) => (Number(claims?.exp) >= seconds(world) - SKEW_SECONDS ? undefined : refuse.expired('')),
  },
  {
    point: 28,
    name: 'jti is there, long enough, and like the assertion itself not used before',
    run: ({ claims, assertion }, { now, replay }) => {
      const jti = text(claims?.jti);
      if (jti.length < 16) return refuse.badRequest('jti is missing or too short.');
      const until = (Number(claims?.exp) + REPLAY_MARGIN_SECONDS) * 1000;
      const traces = [
        `jti ${text(claims?.iss)} ${jti}`,
        `sha256 ${createHash('sha256').update(assertion).digest('hex')}`,
      ];
      return replay.isFirstUse(traces, until, now) ? undefined : refuse.usedBefore('');
    },
  },
  {
    point: 29,
    name: 'scopes are well formed, on the client, for Maskinporten, and granted to the consumer',
    run: (grant, world) => {
      const scopes = scopesOf(grant);
      const client = clientOf(grant, world);
      if (scopes.includes('') || new Set(scopes).size < scopes.length)
        return refuse.badRequest('scope is not well formed.');
      if (!scopes.every((scope) => client?.scopes.includes(scope))) return refuse.scopeOfClient('');
      if (client?.integration !== 'maskinporten') return refuse.scopeOfUserLogin('');
      const granted = world.organisation(consumerOf(grant, world))?.scopes ?? [];
      return scopes.every((scope) => granted.includes(scope)) ? undefined : refuse.scopeOfConsumer('');
    },
  },
  {
    point: 30,
    name: 'consumer_org is another organisation, which has delegated each scope',
    run: (grant, world) => {
      const consumer = grant.claims?.consumer_org;
      const supplier = clientOf(grant, world)?.organisationNumber ?? '';
      if (consumer === undefined) return undefined;
      if (!isOrganisationNumber(text(consumer)))
        return refuse.badRequest('consumer_org is not an organisation number.');
      if (consumer === supplier) return refuse.ownConsumer('');
      const isDelegated = scopesOf(grant).every(
        (scope) => world.hasDelegationSource(scope) && world.hasDelegated(text(consumer), supplier, scope),
      );
      return isDelegated ? undefined : refuse.notDelegated('');
    },
  },
  {
    point: 31,
    name: 'resource is an array of absolute URIs, and not used with Skatteetaten’s scopes',
    run: (grant, { settings }) => {
      const resource = grant.claims?.resource;
      if (resource === undefined) return undefined;
      const isUris =
        Array.isArray(resource) &&
        resource.length > 0 &&
        resource.every((uri) => typeof uri === 'string' && URL.canParse(uri));
      if (!isUris) return refuse.badRequest('resource is an array of absolute URIs.');
      const isSkatteetaten = scopesOf(grant).some((scope) => scope.startsWith('skatteetaten:'));
      return isSkatteetaten && settings.resource === 'refuse'
        ? refuse.badRequest('Skatteetaten does not use resource.')
        : undefined;
    },
  },
  {
    point: 32,
    name: 'authorization_details is one system user that exists',
    run: ({ claims }, world) => {
      const details = claims?.authorization_details;
      return details === undefined ? undefined : checkDetails(details, world);
    },
  },
  {
    point: 33,
    name: 'pid is a valid national identity number',
    run: ({ claims }) =>
      claims?.pid === undefined || isSyntheticNumber(text(claims.pid))
        ? undefined
        : refuse.badRequest('pid is not valid.'),
  },
];

const ORGANISATION_AUTHORITY = 'iso6523-actorid-upis';

function checkDetails(details: unknown, world: GrantWorld): Refusal | undefined {
  const detail: unknown = Array.isArray(details) && details.length === 1 ? details[0] : undefined;
  if (!isJsonObject(detail) || detail.type !== 'urn:altinn:systemuser') return refuse.detailsType('');
  const organisation = detail.systemuser_org;
  const members = [...Object.keys(detail), ...Object.keys(isJsonObject(organisation) ? organisation : {})];
  if (!members.every((name) => ['type', 'systemuser_org', 'externalRef', 'authority', 'ID'].includes(name)))
    return refuse.detailsField('');
  return systemUserNumber(detail) && world.systemUserOf(systemUserNumber(detail)) ? undefined : refuse.detailsValue('');
}

/** The organisation number in `systemuser_org`; empty when it is not in order. */
function systemUserNumber(detail: JsonObject): string {
  const organisation = detail.systemuser_org;
  if (!isJsonObject(organisation) || organisation.authority !== ORGANISATION_AUTHORITY) return '';
  return /^0192:(\d{9})$/.exec(text(organisation.ID))?.[1] ?? '';
}

/** What an accepted grant gives a token for. */
export interface AcceptedGrant {
  readonly client: Client;
  readonly scopes: readonly string[];
  readonly consumer: string;
  /** The client's organisation where it acts for another. */
  readonly supplier: string | null;
  readonly resource: readonly string[] | null;
  readonly pid: string | null;
  readonly systemUser: { readonly id: string; readonly organisationNumber: string } | null;
}

/** Judges a token request: the first point that refuses, or what to give a token for. A refused grant is used up all the same (point 28). */
export function verifyGrant(
  request: TokenRequest,
  world: GrantWorld,
): { readonly accepted: AcceptedGrant } | { readonly refused: Refusal; readonly point: number } {
  const grant = readGrant(request);
  for (const { point, run } of CHECKS) {
    const refused = run(grant, world);
    if (refused) return { refused, point };
  }
  const client = clientOf(grant, world);
  if (!client) throw new Error('a grant without a client has passed every check');
  const consumer = consumerOf(grant, world);
  const [detail] = (grant.claims?.authorization_details as readonly JsonObject[] | undefined) ?? [];
  const organisationNumber = detail ? systemUserNumber(detail) : '';
  const systemUserId = world.systemUserOf(organisationNumber);
  return {
    accepted: {
      client,
      scopes: scopesOf(grant),
      consumer,
      supplier: consumer === client.organisationNumber ? null : client.organisationNumber,
      resource: (grant.claims?.resource as readonly string[] | undefined) ?? null,
      pid: text(grant.claims?.pid) || null,
      systemUser: systemUserId ? { id: systemUserId, organisationNumber } : null,
    },
  };
}
