import { execFileSync } from 'node:child_process';
import { createPublicKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { type CertificateRequest, now, OpensslCa, profiles, Workshop } from '../../certificate/testing/opensslCa.ts';
import {
  CLIENTS,
  type Client,
  DELEGATED_SCOPES,
  DELEGATIONS,
  FJELLVIK,
  HAVDAL,
  LEVERANDOER,
  ORGANISATIONS,
  Scope,
} from '../organisations.ts';
import { type Certificate, readCertificate } from './certificate.ts';
import { readGrant, type TokenRequest } from './readGrant.ts';
import { ReplayMemory } from './replayMemory.ts';
import { CHECKS, type GrantWorld, type RegisteredKey, verifyGrant } from './verifyGrant.ts';

// Vectors for every point of maskinporten.md 12.3: certificates, keys and signatures are made by openssl, one fault at a time.

const workshop = new Workshop();
afterAll(() => workshop.close());

const ISSUER = 'http://127.0.0.1:4000/maskinporten/';
/** The day of the practice CA's tests; its certificates are valid from 2025 to the end of 2027 unless told otherwise. */
const NOW = now.getTime();
const SECONDS = Math.floor(NOW / 1000);
const DAY_MS = 86_400_000;

interface Made {
  readonly der: Buffer;
  readonly certificate: string;
  readonly key: string;
}
const made = (certificate: string, key: string): Made => ({
  certificate,
  key,
  der: Buffer.from(readFileSync(certificate, 'utf8').replace(/-----[^-]+-----/g, ''), 'base64'),
});

const openssl = new OpensslCa(workshop, 'unused');
const SUBJECT = `/C=NO/organizationIdentifier=NTRNO-${FJELLVIK.number}/O=FJELLVIK KOMMUNE/CN=FJELLVIK KOMMUNE`;
const authorityKey = workshop.rsaKey(2048);
/** An authority; the practice CA's own have elliptic keys, and those who issue enterprise certificates have RSA. */
const authority = (subject: string, request: Partial<CertificateRequest> = {}): CertificateRequest => ({
  basicConstraints: 'critical,CA:TRUE',
  keyUsage: 'critical,keyCertSign,cRLSign',
  key: authorityKey,
  subject,
  ...request,
});
const rootCa = (request: CertificateRequest): Made => made(openssl.selfSigned(request), request.key);

const root = rootCa(authority('/C=NO/CN=Rot'));
const issuing = issued(authority('/C=NO/CN=Utsteder', { signedBy: root }));
const leafKey = workshop.rsaKey(2048);

function issued(request: CertificateRequest): Made {
  return made(openssl.issue(request), request.key);
}
const certificate = (request: Partial<CertificateRequest>): Made =>
  issued({ ...profiles.buypassAuthentication, subject: SUBJECT, key: leafKey, signedBy: issuing, ...request });
const leaf = certificate({});

const read = ({ der }: Made): Certificate => {
  const certificate = readCertificate(der);
  if (!certificate) throw new Error('openssl made something that cannot be read');
  return certificate;
};
const clientFor = (shows: RegExp): Client => {
  const found = CLIENTS.find((client) => shows.test(client.shows));
  if (!found) throw new Error(`no client shows ${shows}`);
  return found;
};
const certificateClient = clientFor(/ordinary/);
const keyClient = clientFor(/key mode/);
const supplierClient = clientFor(/supplier/);
const registered = (over: Partial<RegisteredKey> = {}): RegisteredKey => ({
  kid: 'noekkel-1',
  publicKey: createPublicKey(readFileSync(leaf.key)),
  use: 'sig',
  registeredAt: NOW - DAY_MS,
  ...over,
});

const world = (over: Partial<GrantWorld> = {}): GrantWorld => ({
  issuer: ISSUER,
  now: NOW,
  settings: { nonRepudiationOnly: 'accept', unreachableCrl: 'accept', deprecatedClaims: 'refuse', resource: 'accept' },
  client: (clientId) => CLIENTS.find((client) => client.clientId === clientId),
  keysOf: (clientId) => (clientId === keyClient.clientId ? [registered()] : []),
  organisation: (number) => ORGANISATIONS.find((organisation) => organisation.number === number),
  trustAnchors: [root, issuing].map(read),
  revocation: () => 'good',
  hasDelegated: (from, to, scope) =>
    DELEGATIONS.some((given) => given.from === from && given.to === to && given.scope === scope),
  hasDelegationSource: (scope) => DELEGATED_SCOPES.includes(scope),
  systemUserOf: (number) => (number === FJELLVIK.number ? 'systembruker' : undefined),
  replay: new ReplayMemory(),
  warn: () => undefined,
  ...over,
});

/** A token request, as a case wants it; what is absent is as it should be. */
interface Wish {
  readonly certificate?: Made;
  /** Signs instead of the certificate's own key. */
  readonly signer?: Made;
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
  readonly payloadText?: (text: string) => string;
  readonly assertion?: (text: string) => string;
  readonly method?: string;
  readonly contentType?: string;
  readonly hasAuthorization?: boolean;
  readonly body?: (text: string) => string;
  readonly world?: Partial<GrantWorld>;
}

const encode = (text: string): string => Buffer.from(text).toString('base64url');
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

function assertionFor({
  certificate: shown = leaf,
  signer = shown,
  header,
  claims,
  payloadText = (text) => text,
}: Wish): string {
  const fullHeader = { alg: 'RS256', x5c: [shown.der.toString('base64')], ...header };
  const fullClaims = {
    aud: ISSUER,
    iss: certificateClient.clientId,
    scope: Scope.inntekt,
    iat: SECONDS,
    exp: SECONDS + 120,
    jti: randomUUID(),
    ...claims,
  };
  const input = `${encode(JSON.stringify(fullHeader))}.${encode(payloadText(JSON.stringify(fullClaims)))}`;
  const digest = { RS384: 'sha384', RS512: 'sha512' }[String(fullHeader.alg)] ?? 'sha256';
  const signature = execFileSync('openssl', ['dgst', `-${digest}`, '-sign', signer.key], { input });
  return `${input}.${signature.toString('base64url')}`;
}

function requestFor(wish: Wish): TokenRequest {
  const { assertion = (text) => text, body = (text) => text } = wish;
  const form = new URLSearchParams({ grant_type: JWT_BEARER, assertion: assertion(assertionFor(wish)) }).toString();
  return {
    method: wish.method ?? 'POST',
    contentType: wish.contentType ?? 'application/x-www-form-urlencoded',
    hasAuthorization: wish.hasAuthorization ?? false,
    body: Buffer.from(body(form)),
  };
}

const judge = (wish: Wish, inWorld = world(wish.world)): ReturnType<typeof verifyGrant> =>
  verifyGrant(requestFor(wish), inWorld);

/** Key mode: no x5c, the registered key, its client. */
const byKey = (over: Wish = {}): Wish => ({
  ...over,
  header: { x5c: undefined, kid: 'noekkel-1', ...over.header },
  claims: { iss: keyClient.clientId, ...over.claims },
});
const chain = (...certificates: Made[]): Wish => {
  const [first] = certificates;
  return {
    ...(first ? { certificate: first } : {}),
    header: { x5c: certificates.map(({ der }) => der.toString('base64')) },
  };
};
const x5c = (value: unknown): Wish => ({ header: { x5c: value } });
const base64 = leaf.der.toString('base64');
const systemUser = (over: Record<string, unknown> = {}, organisation: Record<string, unknown> = {}): Wish => ({
  claims: {
    authorization_details: [
      {
        type: 'urn:altinn:systemuser',
        systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${FJELLVIK.number}`, ...organisation },
        ...over,
      },
    ],
  },
});
const onBehalfOf = (consumer_org: unknown, scope: string = Scope.inntekt): Wish => ({
  certificate: supplierLeaf,
  claims: { iss: supplierClient.clientId, consumer_org, scope },
});
const supplierLeaf = certificate({ subject: `/C=NO/organizationIdentifier=NTRNO-${LEVERANDOER.number}/O=L/CN=L` });

/** Point, what it is about, the request, and the code of the refusal (`passes` when there must be none; null when it has no code). */
type Case = readonly [point: number, about: string, wish: () => Wish, expected: 'passes' | string | null];

const CASES: readonly Case[] = [
  [1, 'a form with its charset', () => ({ contentType: 'application/x-www-form-urlencoded; charset=utf-8' }), 'passes'],
  [1, 'GET', () => ({ method: 'GET' }), 'MP-011'],
  [1, 'JSON', () => ({ contentType: 'application/json' }), 'MP-011'],
  [1, 'assertion twice', () => ({ body: (text) => `${text}&assertion=x` }), 'MP-011'],
  [1, 'a parameter more', () => ({ body: (text) => `${text}&resource=x` }), 'MP-011'],
  [1, 'no assertion', () => ({ body: (text) => text.replace(/&assertion=.*/, '') }), 'MP-011'],
  [2, 'the URN', () => ({}), 'passes'],
  [2, 'another grant', () => ({ body: (text) => text.replace('jwt-bearer', 'client') }), null],
  [3, 'no Authorization', () => ({}), 'passes'],
  [3, 'an Authorization header', () => ({ hasAuthorization: true }), 'MP-011'],
  [4, 'three parts', () => ({}), 'passes'],
  [4, 'a line break', () => ({ assertion: (text) => `${text}\n` }), 'MP-011'],
  [4, 'padding', () => ({ assertion: (text) => `${text}=` }), 'MP-011'],
  [4, 'four parts', () => ({ assertion: (text) => `${text}.e30` }), 'MP-011'],
  [4, 'a body of 64 kB', () => ({ body: (text) => text + 'A'.repeat(64 * 1024) }), 'MP-011'],
  [5, 'RS256', () => ({}), 'passes'],
  [5, 'RS384', () => ({ header: { alg: 'RS384' } }), 'passes'],
  [5, 'RS512', () => ({ header: { alg: 'RS512' } }), 'passes'],
  [5, 'none', () => ({ header: { alg: 'none' } }), 'MP-011'],
  [5, 'HS256', () => ({ header: { alg: 'HS256' } }), 'MP-011'],
  [5, 'PS256', () => ({ header: { alg: 'PS256' } }), 'MP-011'],
  [5, 'ES256', () => ({ header: { alg: 'ES256' } }), 'MP-011'],
  [5, 'no alg', () => ({ header: { alg: undefined } }), 'MP-011'],
  [6, 'x5c alone', () => ({}), 'passes'],
  [6, 'kid alone', () => byKey(), 'passes'],
  [6, 'both', () => ({ header: { kid: 'noekkel-1' } }), 'MP-011'],
  [6, 'neither', () => ({ header: { x5c: undefined } }), 'MP-011'],
  [7, 'typ JWT', () => ({ header: { typ: 'JWT' } }), 'passes'],
  [7, 'another typ', () => ({ header: { typ: 'at+jwt' } }), 'MP-011'],
  ...['crit', 'jku', 'jwk', 'x5u', 'x5t', 'x5t#S256'].map(
    (name): Case => [7, name, () => ({ header: { [name]: 'x' } }), 'MP-011'],
  ),
  [8, 'one certificate', () => x5c([base64]), 'passes'],
  [8, 'text instead of an array', () => x5c(base64), 'MP-123'],
  [8, 'an empty array', () => x5c([]), 'MP-123'],
  [8, 'no text in it', () => x5c([1]), 'MP-123'],
  [8, 'PEM', () => x5c([`-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----`]), 'MP-123'],
  [8, 'a line break', () => x5c([`${base64.slice(0, 64)}\n${base64.slice(64)}`]), 'MP-123'],
  [8, 'base64url', () => x5c([leaf.der.toString('base64url')]), 'MP-123'],
  [
    8,
    'something after the certificate',
    () => x5c([Buffer.concat([leaf.der, Buffer.of(0)]).toString('base64')]),
    'MP-123',
  ],
  [8, 'an extension twice', () => x5c([withExtensionTwice().toString('base64')]), 'MP-123'],
  [8, 'half a certificate', () => x5c([leaf.der.subarray(0, 500).toString('base64')]), 'MP-123'],
  [9, 'leaf and issuing CA', () => chain(leaf, issuing), 'passes'],
  [9, 'leaf, issuing CA and root', () => chain(leaf, issuing, root), 'passes'],
  [9, 'wrong order', () => chain(leaf, root, issuing), 'MP-120'],
  [9, 'a CA as leaf', () => chain(issuing), 'MP-120'],
  [10, 'a registered key', () => byKey(), 'passes'],
  [10, 'a key that is not registered', () => byKey({ header: { kid: 'noekkel-2' } }), null],
  [10, 'another client’s key', () => ({ ...byKey(), claims: {} }), null],
  [10, 'a key for encryption', () => byKey({ world: { keysOf: () => [registered({ use: 'enc' })] } }), null],
  [
    10,
    'a key that is a year old',
    () => byKey({ world: { keysOf: () => [registered({ registeredAt: NOW - 365 * DAY_MS })] } }),
    'MP-121',
  ],
  [10, 'x5c from a client with keys', () => ({ claims: { iss: keyClient.clientId } }), null],
  [11, 'signed by the leaf', () => ({}), 'passes'],
  [11, 'signed by the registered key', () => byKey(), 'passes'],
  [11, 'signed by another key', () => ({ signer: root }), 'MP-124'],
  [
    11,
    'a changed payload',
    () => ({
      assertion: (text) =>
        text.replace(
          /\.(.*)\./,
          `.${encode(JSON.stringify({ aud: ISSUER, iss: certificateClient.clientId, scope: Scope.inntekt, iat: SECONDS, exp: SECONDS + 60, jti: randomUUID() }))}.`,
        ),
    }),
    'MP-124',
  ],
  [12, '2048 bits', () => ({ certificate: certificate({ key: workshop.rsaKey(2048) }) }), 'passes'],
  [12, '3072 bits', () => ({ certificate: certificate({ key: workshop.rsaKey(3072) }) }), 'passes'],
  [12, '4096 bits', () => ({ certificate: certificate({ key: workshop.rsaKey(4096, 4) }) }), 'passes'],
  [12, '1024 bits', () => ({ certificate: certificate({ key: workshop.rsaKey(1024) }) }), 'MP-120'],
  [12, 'exponent 3', () => ({ certificate: certificate({ key: keyWithExponent3() }) }), 'MP-120'],
  [12, 'an EC key', () => ({ certificate: certificate({ key: workshop.ecKey() }) }), 'MP-120'],
  [13, 'a lone leaf below a configured CA', () => ({}), 'passes'],
  [
    13,
    'an intermediate that is sent along',
    () => ({ ...chain(leaf, issuing), world: { trustAnchors: [read(root)] } }),
    'passes',
  ],
  [13, 'an intermediate that is not sent', () => ({ world: { trustAnchors: [read(root)] } }), 'MP-120'],
  [
    13,
    'another environment’s CA',
    () => ({ certificate: certificate({ signedBy: rootCa(authority('/C=NO/CN=Fremmed')) }) }),
    'MP-120',
  ],
  [
    13,
    'a CA with the right name and another key',
    () => ({
      certificate: certificate({ signedBy: rootCa(authority('/C=NO/CN=Utsteder', { key: workshop.rsaKey(2048) })) }),
    }),
    'MP-120',
  ],
  [14, 'valid now', () => ({}), 'passes'],
  [14, 'expired', () => ({ certificate: certificate({ to: '20261122085959Z' }) }), 'MP-120'],
  [14, 'not valid yet', () => ({ certificate: certificate({ from: '20261122090001Z' }) }), 'MP-120'],
  [14, 'the CA has expired', () => below({ to: '20261122085959Z' }), 'MP-120'],
  [14, 'an issuer that is no CA', () => below({ basicConstraints: 'critical,CA:FALSE' }), 'MP-120'],
  [14, 'a CA without keyCertSign', () => below({ keyUsage: 'critical,cRLSign' }), 'MP-120'],
  [
    14,
    'a path that is longer than the root allows',
    () => {
      const strict = rootCa(authority('/CN=Streng', { basicConstraints: 'critical,CA:TRUE,pathlen:0' }));
      const middle = issued(authority('/CN=Mellom', { signedBy: strict }));
      return { ...chain(certificate({ signedBy: middle }), middle), world: { trustAnchors: [read(strict)] } };
    },
    'MP-120',
  ],
  [15, 'digitalSignature', () => ({}), 'passes'],
  [15, 'nonRepudiation only, accepted', () => withUsage('critical,nonRepudiation'), 'passes'],
  [
    15,
    'nonRepudiation only, where that is refused',
    () => ({
      ...withUsage('critical,nonRepudiation'),
      world: { settings: { ...world().settings, nonRepudiationOnly: 'refuse' } },
    }),
    'MP-120',
  ],
  [15, 'encryption only', () => withUsage('critical,keyEncipherment,dataEncipherment'), 'MP-120'],
  [15, 'key usage that is not critical', () => withUsage('digitalSignature'), 'MP-120'],
  [15, 'no key usage', () => ({ certificate: certificate({ keyUsage: null }) }), 'MP-120'],
  [16, 'key usage and basic constraints', () => ({}), 'passes'],
  [
    16,
    'an unknown extension that is not critical',
    () => ({ certificate: certificate({ more: '1.2.3.4=ASN1:NULL' }) }),
    'passes',
  ],
  [
    16,
    'an unknown critical extension',
    () => ({ certificate: certificate({ more: '1.2.3.4=critical,ASN1:NULL' }) }),
    'MP-120',
  ],
  [17, 'Buypass', () => ({}), 'passes'],
  [17, 'Buypass hard token', () => withPolicy('2.16.578.1.26.1.3.5'), 'passes'],
  [17, 'Commfides with any version', () => withPolicy('2.16.578.1.29.13.210.1.4'), 'passes'],
  [17, 'Commfides test', () => withPolicy('2.16.578.1.29.913.200.1.0'), 'passes'],
  [17, 'another policy', () => withPolicy('2.16.578.1.26.1.3.6'), 'MP-120'],
  [17, 'an arc that only begins alike', () => withPolicy('2.16.578.1.29.13.2101.1'), 'MP-120'],
  [17, 'no policy', () => ({ certificate: certificate({ policies: '' }) }), 'MP-120'],
  [18, 'not revoked', () => ({}), 'passes'],
  [18, 'a list that cannot be fetched', () => ({ world: { revocation: () => 'unreachable' } }), 'passes'],
  [18, 'revoked', () => ({ world: { revocation: () => 'revoked' } }), 'MP-120'],
  [
    18,
    'a list that cannot be fetched, where that is refused',
    () => ({ world: { revocation: () => 'unreachable', settings: { ...world().settings, unreachableCrl: 'refuse' } } }),
    'MP-120',
  ],
  [19, 'issued by a CA', () => ({}), 'passes'],
  [
    19,
    'self-signed, even where it is trusted',
    () => {
      const own = made(
        openssl.selfSigned({ ...profiles.buypassAuthentication, subject: SUBJECT, key: leafKey }),
        leafKey,
      );
      return { certificate: own, world: { trustAnchors: [read(own)] } };
    },
    'MP-120',
  ],
  [20, 'the number in 2.5.4.97', () => ({}), 'passes'],
  [20, 'the number in serialNumber', () => named(`/C=NO/serialNumber=${FJELLVIK.number}/CN=F`), 'passes'],
  [20, 'the number in both', () => named(`${SUBJECT}/serialNumber=${FJELLVIK.number}`), 'passes'],
  [20, 'two numbers that differ', () => named(`${SUBJECT}/serialNumber=${HAVDAL.number}`), 'MP-122'],
  [20, 'another organisation', () => named(`/C=NO/organizationIdentifier=NTRNO-${HAVDAL.number}/CN=H`), 'MP-122'],
  [
    20,
    'another country’s register',
    () => named(`/C=SE/organizationIdentifier=NTRSE-${FJELLVIK.number}/CN=F`),
    'MP-122',
  ],
  [20, 'no number', () => named('/C=NO/CN=F'), 'MP-122'],
  [21, 'the documented claims', () => ({}), 'passes'],
  [
    21,
    'nbf where that is accepted',
    () => ({ claims: { nbf: SECONDS }, world: { settings: { ...world().settings, deprecatedClaims: 'accept' } } }),
    'passes',
  ],
  ...['nbf', 'sub', 'iss_onbehalfof', 'client_id'].map(
    (name): Case => [21, name, () => ({ claims: { [name]: 'x' } }), 'MP-011'],
  ),
  [21, 'a claim twice', () => ({ payloadText: (text) => text.replace('{', '{"scope":"x",') }), 'MP-011'],
  [
    21,
    'a claim twice, once in disguise',
    () => ({ payloadText: (text) => text.replace('{', '{"\\u0073cope":"x",') }),
    'MP-011',
  ],
  [21, 'an array', () => ({ payloadText: (text) => `[${text}]` }), 'MP-011'],
  [21, 'something after the object', () => ({ payloadText: (text) => `${text}x` }), 'MP-011'],
  [22, 'the issuer', () => ({}), 'passes'],
  [22, 'without its slash', () => ({ claims: { aud: ISSUER.slice(0, -1) } }), 'MP-110'],
  [22, 'the token address', () => ({ claims: { aud: `${ISSUER}token` } }), 'MP-110'],
  [22, 'another environment', () => ({ claims: { aud: 'https://test.maskinporten.no/' } }), 'MP-110'],
  [22, 'an array', () => ({ claims: { aud: [ISSUER] } }), 'MP-110'],
  [22, 'nothing', () => ({ claims: { aud: undefined } }), 'MP-110'],
  [23, 'a client that exists', () => ({}), 'passes'],
  [23, 'an unknown client', () => ({ claims: { iss: randomUUID() } }), 'MP-100'],
  [23, 'the organisation number', () => ({ claims: { iss: FJELLVIK.number } }), 'MP-100'],
  [23, 'a client that is switched off', () => ({ claims: { iss: clientFor(/switched off/).clientId } }), 'MP-100'],
  [24, 'whole seconds', () => ({}), 'passes'],
  [24, 'text', () => ({ claims: { iat: String(SECONDS) } }), 'MP-011'],
  [24, 'fractions', () => ({ claims: { exp: SECONDS + 60.5 } }), 'MP-011'],
  [24, 'milliseconds', () => ({ claims: { iat: NOW, exp: NOW + 120 } }), 'MP-011'],
  [24, 'no exp', () => ({ claims: { exp: undefined } }), 'MP-011'],
  [25, '120 seconds', () => ({}), 'passes'],
  [25, '121 seconds', () => ({ claims: { exp: SECONDS + 121 } }), null],
  [25, 'no life at all', () => ({ claims: { exp: SECONDS } }), null],
  [26, '10 seconds ahead', () => ({ claims: { iat: SECONDS + 10 } }), 'passes'],
  [26, '10 seconds behind', () => ({ claims: { iat: SECONDS - 10, exp: SECONDS + 100 } }), 'passes'],
  [26, '11 seconds ahead', () => ({ claims: { iat: SECONDS + 11 } }), null],
  [26, '11 seconds behind', () => ({ claims: { iat: SECONDS - 11, exp: SECONDS + 100 } }), 'MP-130'],
  [27, 'just past, within the margin', () => ({ claims: { iat: SECONDS - 10, exp: SECONDS - 9 } }), 'passes'],
  [28, 'a new jti', () => ({}), 'passes'],
  [28, 'no jti', () => ({ claims: { jti: undefined } }), 'MP-011'],
  [28, 'a short jti', () => ({ claims: { jti: '123456789012345' } }), 'MP-011'],
  [28, 'a number', () => ({ claims: { jti: 1234567890123456 } }), 'MP-011'],
  [29, 'one scope', () => ({}), 'passes'],
  [29, 'two scopes', () => ({ claims: { scope: `${Scope.inntekt} ${Scope.summert}` } }), 'passes'],
  [29, 'no scope', () => ({ claims: { scope: '' } }), 'MP-011'],
  [29, 'two spaces', () => ({ claims: { scope: `${Scope.inntekt}  ${Scope.summert}` } }), 'MP-011'],
  [29, 'a scope twice', () => ({ claims: { scope: `${Scope.inntekt} ${Scope.inntekt}` } }), 'MP-011'],
  [29, 'a scope that is not on the client', () => ({ claims: { iss: clientFor(/MP-200/).clientId } }), 'MP-200'],
  [29, 'a client for user login', () => ({ claims: { iss: clientFor(/MP-201/).clientId } }), 'MP-201'],
  [
    29,
    'a scope that the organisation has not been granted',
    () => ({
      ...named(`/C=NO/organizationIdentifier=NTRNO-${HAVDAL.number}/CN=H`),
      claims: { iss: clientFor(/MP-250/).clientId },
    }),
    'MP-250',
  ],
  [29, 'a supplier without consumer_org', () => onBehalfOf(undefined), 'MP-250'],
  [30, 'a delegation that exists', () => onBehalfOf(FJELLVIK.number), 'passes'],
  [30, 'a scope that is not delegated', () => onBehalfOf(FJELLVIK.number, Scope.summert), 'MP-251'],
  [30, 'a scope that cannot be delegated', () => onBehalfOf(FJELLVIK.number, Scope.spesifisert), 'MP-251'],
  [30, 'its own number', () => ({ claims: { consumer_org: FJELLVIK.number } }), null],
  [
    30,
    'a wrong control digit',
    () => ({ ...onBehalfOf('310442101'), world: { organisation: () => FJELLVIK } }),
    'MP-011',
  ],
  [31, 'an array of URIs', () => ({ claims: { resource: ['https://api.example.no/'] } }), 'passes'],
  [31, 'text', () => ({ claims: { resource: 'https://api.example.no/' } }), 'MP-011'],
  [31, 'a relative URI', () => ({ claims: { resource: ['/api'] } }), 'MP-011'],
  [
    31,
    'any, with Skatteetaten’s scopes and the strict setting',
    () => ({
      claims: { resource: ['https://api.example.no/'] },
      world: { settings: { ...world().settings, resource: 'refuse' } },
    }),
    'MP-011',
  ],
  [32, 'a system user that exists', () => systemUser({ externalRef: 'a' }), 'passes'],
  [32, 'an unknown type', () => systemUser({ type: 'urn:altinn:consent' }), 'MP-301'],
  [32, 'two details', () => ({ claims: { authorization_details: [{}, {}] } }), 'MP-301'],
  [32, 'an unknown field', () => systemUser({ role: 'x' }), 'MP-302'],
  [32, 'an unknown field inside', () => systemUser({}, { name: 'x' }), 'MP-302'],
  [32, 'an organisation without a system user', () => systemUser({}, { ID: `0192:${HAVDAL.number}` }), 'MP-303'],
  [32, 'another register of organisations', () => systemUser({}, { authority: 'iso6523' }), 'MP-303'],
  [33, 'a synthetic person', () => ({ claims: { pid: '25851449852' } }), 'passes'],
  [33, 'a wrong control digit', () => ({ claims: { pid: '25851449853' } }), 'MP-011'],
  [33, 'a number', () => ({ claims: { pid: 25851449852 } }), 'MP-011'],
];

const named = (subject: string): Wish => ({ certificate: certificate({ subject }) });
const withUsage = (keyUsage: string): Wish => ({ certificate: certificate({ keyUsage }) });
const withPolicy = (policies: string): Wish => ({ certificate: certificate({ policies }) });
/** openssl writes no extension twice, so the second of two becomes the first by one changed byte. */
const withExtensionTwice = (): Buffer => {
  const { der } = certificate({ more: '1.2.3.4=ASN1:NULL\n1.2.3.5=ASN1:NULL' });
  const [first, second] = [Buffer.of(0x2a, 3, 4), Buffer.of(0x2a, 3, 5)];
  first.copy(der, der.indexOf(second));
  return der;
};
/** A leaf below an authority like this, itself below the trusted root. */
const below = (request: Partial<CertificateRequest>): Wish => {
  const between = issued(authority('/C=NO/CN=Mellom', { ...request, signedBy: root }));
  return { ...chain(certificate({ signedBy: between }), between), world: { trustAnchors: [read(root)] } };
};
const keyWithExponent3 = (): string => {
  const file = workshop.path('exponent3.pem');
  execFileSync('openssl', ['genrsa', '-3', '-out', file, '2048']);
  return file;
};

describe.each(CASES)('point %i: %s', (point, _, wish, expected) => {
  test(expected === 'passes' ? 'passes' : `is refused (${expected ?? 'without a code'})`, () => {
    const verdict = judge(wish());
    if (expected === 'passes') expect(verdict).toHaveProperty('accepted');
    else expect(verdict).toMatchObject({ point, refused: { code: expected } });
  });
});

test('point 27: alone, it refuses a grant whose time is out', () => {
  const exp = CHECKS.find(({ point }) => point === 27);
  const judged = (seconds: number) => exp?.run(readGrant(requestFor({ claims: { exp: SECONDS + seconds } })), world());
  expect([judged(-11)?.code, judged(-10)]).toEqual(['MP-130', undefined]);
});

describe('point 28: once only', () => {
  test('the same assertion, and the same jti in another, are refused the second time', () => {
    const inWorld = world();
    const assertion = assertionFor({});
    expect(judge({ assertion: () => assertion }, inWorld)).toHaveProperty('accepted');
    expect(judge({ assertion: () => assertion }, inWorld)).toMatchObject({ point: 28, refused: { code: 'MP-012' } });
    const jti = randomUUID();
    expect(judge({ claims: { jti } }, inWorld)).toHaveProperty('accepted');
    expect(judge({ claims: { jti, exp: SECONDS + 90 } }, inWorld)).toMatchObject({ refused: { code: 'MP-012' } });
    expect(inWorld.replay.reuses).toBe(2);
  });

  test('the first use counts even when a later rule refuses', () => {
    const inWorld = world();
    const jti = randomUUID();
    expect(judge({ claims: { jti, scope: 'nav:noe' } }, inWorld)).toMatchObject({ point: 29 });
    expect(judge({ claims: { jti } }, inWorld)).toMatchObject({ point: 28 });
  });

  test('another client may use the same jti', () => {
    const inWorld = world();
    const jti = randomUUID();
    expect(judge({ claims: { jti } }, inWorld)).toHaveProperty('accepted');
    expect(judge(byKey({ claims: { jti } }), inWorld)).toHaveProperty('accepted');
  });
});

test('a signature-only certificate is let through with a warning', () => {
  const warnings: string[] = [];
  judge({ ...withUsage('critical,nonRepudiation'), world: { warn: (about) => warnings.push(about) } });
  expect(warnings).toHaveLength(1);
});

test('what an accepted grant is for', () => {
  const verdict = judge(onBehalfOf(FJELLVIK.number));
  expect(verdict).toMatchObject({
    accepted: { consumer: FJELLVIK.number, supplier: LEVERANDOER.number, scopes: [Scope.inntekt] },
  });
});

test('every point from 1 to 33 is a rule, with a case that passes and one that is refused', () => {
  const points = Array.from({ length: 33 }, (_, index) => index + 1);
  expect(CHECKS.map(({ point }) => point).sort((a, b) => a - b)).toEqual(points);
  const covered = (isPass: boolean): Set<number> =>
    new Set(CASES.filter(([, , , expected]) => (expected === 'passes') === isPass).map(([point]) => point));
  expect(points.filter((point) => !covered(true).has(point))).toEqual([]);
  // 27 can only be seen alone: with 120 seconds of life and an iat within 10 seconds, exp is never past
  expect(points.filter((point) => !covered(false).has(point))).toEqual([27]);
});
