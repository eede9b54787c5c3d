import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, type JsonWebKey, verify, X509Certificate } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FJELLVIK, HAVDAL, Scope } from '../organisations.ts';
import { PEOPLE } from '../people.ts';
import { type Signer, startTraining, type TrainingClient } from '../trainingClient.ts';

let training: TrainingClient;
beforeAll(async () => {
  training = await startTraining({ people: PEOPLE });
});
afterEach(() => training.control('POST', 'reset').then(() => training.set({ latency: [0, 0] })));
afterAll(() => training.stop());

interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly scope: string;
  readonly error: string;
  readonly error_description: string;
  readonly error_uri: string;
}
const answerTo = async (response: Promise<Response>): Promise<TokenAnswer> =>
  (await (await response).json()) as TokenAnswer;
const decode = (token: string, part: 0 | 1): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[part] ?? '', 'base64url').toString());
const codeOf = ({ error_uri = '' }: Partial<TokenAnswer>): string => error_uri.split('/').at(-1) ?? '';

/** The certificate and key of a PKCS#12 file whose key usage lets them sign, taken out by openssl. */
function openFile(name: string, clientId: string): Signer {
  const file = training.description.certificates.find((certificate) => certificate.name === name);
  if (!file) throw new Error(`no file ${name}`);
  const options = ['pkcs12', '-in', file.path, '-passin', `pass:${file.password}`, '-noenc', '-legacy'];
  const pem = (kind: string): string[] => {
    const text = execFileSync('openssl', options, { stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    return text.match(new RegExp(`-----BEGIN ${kind}-----[^-]+-----END ${kind}-----`, 'g')) ?? [];
  };
  const usage = (certificate: string): string =>
    execFileSync('openssl', ['x509', '-noout', '-ext', 'keyUsage,basicConstraints'], { input: certificate }).toString();
  const leaves = pem('CERTIFICATE').filter((certificate) => !usage(certificate).includes('CA:TRUE'));
  const chosen = leaves.find((certificate) => usage(certificate).includes('Digital Signature')) ?? leaves[0] ?? '';
  const { publicKey, raw } = new X509Certificate(chosen);
  const keys = pem('PRIVATE KEY').map((key) => createPrivateKey(key));
  const key = keys.find((candidate) => createPublicKey(candidate).equals(publicKey));
  if (!key) throw new Error(`no key belongs to the certificate of ${name}`);
  return { clientId, key, header: { x5c: [raw.toString('base64')] } };
}
const clientId = (shows: RegExp): string =>
  training.description.clients.find((client) => shows.test(client.shows))?.clientId ?? '';

describe('every PKCS#12 file', () => {
  test.each([
    ['buypass', 200, ''],
    ['commfides', 200, ''],
    ['enkelt', 200, ''],
    ['utloeper-snart', 200, ''],
    ['bare-signering', 200, ''],
    ['utloept', 400, 'MP-120'],
    ['ikke-gyldig-ennaa', 400, 'MP-120'],
    ['annen-organisasjon', 400, 'MP-122'],
    ['leverandoer', 400, 'MP-122'],
    ['tilbakekalt', 400, 'MP-120'],
    ['bare-kryptering', 400, 'MP-120'],
    ['selvsignert', 400, 'MP-120'],
    ['ukjent-utsteder', 400, 'MP-120'],
  ])('%s: %i %s', async (name, status, code) => {
    const response = await training.requestToken(Scope.inntekt, openFile(name, clientId(/ordinary/)));
    expect([response.status, codeOf((await response.json()) as TokenAnswer)]).toEqual([status, code]);
  });

  test('is listed above', () => {
    expect(training.description.certificates).toHaveLength(13);
  });

  test('another municipality’s is good for its own client, which lacks a grant for Inntekt and one package', async () => {
    const signer = openFile('annen-organisasjon', clientId(/another municipality/));
    const { access_token } = await answerTo(training.requestToken(Scope.summert, signer));
    const read = (rettighetspakke: string): Promise<Response> =>
      training.get(
        `${training.description.endpoints.summertSkattegrunnlag}/oppgjoer/${rettighetspakke}/2025/${PEOPLE[0]?.nationalId}`,
        access_token,
      );
    expect((await read('saernamsmann')).status).toBe(200);
    const withoutPackage = await read('kommuneboligsosialeformaal');
    expect([withoutPackage.status, await withoutPackage.json()]).toMatchObject([403, { kode: 'SSG-005' }]);
    const refused = await training.requestToken(Scope.inntekt, signer);
    expect([refused.status, codeOf((await refused.json()) as TokenAnswer)]).toEqual([403, 'MP-250']);
  });

  test('the supplier’s gets a token for the municipality that has delegated', async () => {
    const signer = openFile('leverandoer', clientId(/supplier/));
    const { access_token } = await answerTo(
      training.requestToken(Scope.inntekt, signer, { consumer_org: FJELLVIK.number }),
    );
    expect(decode(access_token, 1)).toMatchObject({
      consumer: { ID: `0192:${FJELLVIK.number}` },
      supplier: {},
      client_amr: 'virksomhetssertifikat',
    });
    const refused = await answerTo(training.requestToken(Scope.summert, signer, { consumer_org: HAVDAL.number }));
    expect(codeOf(refused)).toBe('MP-251');
  });
});

describe('the answer', () => {
  test('point 34: four members, 120 seconds, not to be stored', async () => {
    const response = await training.requestToken(Scope.inntekt);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = (await response.json()) as TokenAnswer;
    expect(Object.keys(answer).sort()).toEqual(['access_token', 'expires_in', 'scope', 'token_type']);
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 120, scope: Scope.inntekt });
    const { iat, exp } = decode(answer.access_token, 1);
    expect(Number(exp) - Number(iat)).toBe(120);
  });

  test('point 35: signed by a published key, with the claims of section 4 and no aud', async () => {
    const token = await training.token(Scope.inntekt);
    const { keys } = (await (await fetch(training.description.jwksUri)).json()) as { keys: JsonWebKey[] };
    const [header = '', payload = '', signature = ''] = token.split('.');
    const key = keys.find(({ kid }) => kid === decode(token, 0).kid);
    if (!key) throw new Error('the key is not published');
    const publicKey = createPublicKey({ key, format: 'jwk' });
    expect(verify('sha256', Buffer.from(`${header}.${payload}`), publicKey, Buffer.from(signature, 'base64url'))).toBe(
      true,
    );
    expect(key).not.toHaveProperty('d');
    const claims = decode(token, 1);
    expect(claims).toMatchObject({
      iss: training.description.issuer,
      client_id: training.keySigner.clientId,
      client_amr: 'private_key_jwt',
      token_type: 'Bearer',
      scope: Scope.inntekt,
      consumer: { authority: 'iso6523-actorid-upis', ID: `0192:${FJELLVIK.number}` },
    });
    expect(claims).not.toHaveProperty('aud');
    expect(claims).not.toHaveProperty('supplier');
  });

  test('point 35: after a rotation new tokens have a new key, and old ones are good until they expire', async () => {
    const before = await training.token(Scope.summert);
    await training.control('POST', 'rotate-signing-key');
    const after = await training.token(Scope.summert);
    expect(decode(after, 0).kid).not.toBe(decode(before, 0).kid);
    const url = `${training.description.endpoints.sisteTilgjengeligeSkatteoppgjoer}/${PEOPLE[0]?.nationalId}`;
    expect([(await training.get(url, before)).status, (await training.get(url, after)).status]).toEqual([200, 200]);
  });

  test('pid and a system user come back in the token', async () => {
    const pid = PEOPLE[0]?.nationalId;
    const authorization_details = [
      {
        type: 'urn:altinn:systemuser',
        systemuser_org: { authority: 'iso6523-actorid-upis', ID: `0192:${FJELLVIK.number}` },
      },
    ];
    const claims = decode(await training.token(Scope.inntekt, { pid, authorization_details }), 1);
    expect(claims).toMatchObject({
      pid,
      authorization_details: [{ systemuser_id: [expect.any(String)], system_id: expect.any(String) }],
    });
  });

  test('an error has Digdir’s shape', async () => {
    const response = await training.requestToken('skatteetaten:noe');
    expect(response.status).toBe(400);
    const { error, error_description, error_uri } = (await response.json()) as TokenAnswer;
    expect(error).toBe('invalid_scope');
    expect(error_description).toMatch(/ \(trace_id: [0-9a-f]{32}\)$/);
    expect(error_uri).toBe(`${training.description.issuer}errors/MP-200`);
  });

  test('metadata names the addresses that work', async () => {
    const metadata = await (await fetch(training.description.metadataUri)).json();
    expect(metadata).toMatchObject({
      issuer: training.description.issuer,
      token_endpoint: training.description.tokenEndpoint,
      jwks_uri: training.description.jwksUri,
    });
  });

  test('point 37: everything is on loopback', () => {
    const { issuer, endpoints, control } = training.description;
    const addresses = [
      issuer,
      endpoints.inntekt,
      endpoints.summertSkattegrunnlag,
      endpoints.sisteTilgjengeligeSkatteoppgjoer,
      control.url,
    ];
    expect(addresses.map((address) => new URL(address).hostname)).toEqual(addresses.map(() => '127.0.0.1'));
  });
});

describe('registered keys', () => {
  const register = (...keys: object[]): Promise<Response> =>
    training.control('PUT', 'keys', { clientId: training.keySigner.clientId, keys });

  test('a key that is registered at the control endpoint works, and replaces the ones before', async () => {
    const own = openFile('commfides', training.keySigner.clientId);
    const jwk = { ...createPublicKey(own.key).export({ format: 'jwk' }), kid: 'ny-noekkel', use: 'sig' };
    expect((await register(jwk)).status).toBe(204);
    expect((await training.requestToken(Scope.inntekt, { ...own, header: { kid: 'ny-noekkel' } })).status).toBe(200);
    expect((await training.requestToken(Scope.inntekt)).status).toBe(400);
  });

  test('more than five keys are refused', async () => {
    const jwk = { ...createPublicKey(training.keySigner.key).export({ format: 'jwk' }), use: 'sig' };
    const keys = Array.from({ length: 6 }, (_, index) => ({ ...jwk, kid: `noekkel-${index}` }));
    expect([(await register(...keys.slice(1))).status, (await register(...keys)).status]).toEqual([204, 400]);
  });

  test('a private key is refused', async () => {
    const answer = await register({ ...training.keySigner.key.export({ format: 'jwk' }), kid: 'x', use: 'sig' });
    expect(answer.status).toBe(400);
  });
});

describe('faults of the token endpoint', () => {
  const order = (fault: object, times?: number): Promise<Response> =>
    training.control('POST', 'faults', { target: 'token', fault, ...(times ? { times } : {}) });
  const ask = (): Promise<Response> => training.requestToken(Scope.inntekt);

  test('503 once, then in order', async () => {
    await order({ kind: 'status', status: 503 }, 1);
    expect([(await ask()).status, (await ask()).status]).toEqual([503, 200]);
  });

  test('500 with HTML', async () => {
    await order({ kind: 'status', status: 500 });
    const response = await ask();
    expect([response.status, response.headers.get('content-type')]).toEqual([500, 'text/html;charset=UTF-8']);
  });

  test.each([
    [undefined, null],
    [7, '7'],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 'Wed, 21 Oct 2026 07:28:00 GMT'],
  ])('429 with Retry-After %s', async (retryAfter, header) => {
    await order({ kind: 'status', status: 429, retryAfter });
    const response = await ask();
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, header]);
  });

  test.each(['before', 'after'] as const)('a cut %s processing', async (when) => {
    await order({ kind: 'cut', when }, 1);
    const jti = `${'a'.repeat(20)}-${when}`;
    await expect(training.requestToken(Scope.inntekt, training.keySigner, { jti })).rejects.toThrow();
    const again = await training.requestToken(Scope.inntekt, training.keySigner, { jti });
    // what was processed before the cut has used its jti up
    expect(codeOf((await again.json()) as TokenAnswer)).toBe(when === 'before' ? '' : 'MP-012');
  });

  test('an answer that comes too late has used its jti up too', async () => {
    await order({ kind: 'latency', ms: 400 }, 1);
    const jti = 'b'.repeat(20);
    const started = performance.now();
    await training.requestToken(Scope.inntekt, training.keySigner, { jti });
    expect(performance.now() - started).toBeGreaterThanOrEqual(395);
    expect(codeOf(await answerTo(training.requestToken(Scope.inntekt, training.keySigner, { jti })))).toBe('MP-012');
  });

  test('200 with broken JSON', async () => {
    await order({ kind: 'brokenJson' });
    const response = await ask();
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow(SyntaxError);
  });

  test.each(['expires_in', 'access_token', 'scope', 'token_type'] as const)('200 without %s', async (member) => {
    await order({ kind: 'withoutMember', member });
    const response = await ask();
    expect(response.status).toBe(200);
    expect(await response.json()).not.toHaveProperty(member);
  });

  test.each([1, 5, 30, 7200])('expires_in %i, in the answer and in the token', async (seconds) => {
    await order({ kind: 'expiresIn', seconds });
    const { expires_in, access_token } = await answerTo(ask());
    const { iat, exp } = decode(access_token, 1);
    expect([expires_in, Number(exp) - Number(iat)]).toEqual([seconds, seconds]);
  });

  test.each([
    [30, 'MP-130', 'JWT is expired'],
    [-30, '', 'Issue time is after now'],
    [-200, '', 'Issue time is after now'],
    [200, 'MP-130', 'JWT is expired'],
  ])('a clock that is %i seconds off shows in the error and in the Date header', async (seconds, code, words) => {
    await order({ kind: 'clockSkew', seconds });
    const response = await ask();
    const answer = (await response.json()) as TokenAnswer;
    expect(codeOf(answer)).toBe(code);
    expect(answer.error_description).toContain(words);
    const shown = Date.parse(response.headers.get('date') ?? '') - Date.now();
    expect(Math.abs(shown / 1000 - seconds)).toBeLessThan(5);
  });

  test.each([
    [{ kind: 'scopeRemoved', scope: Scope.inntekt }, 400, 'MP-200'],
    [{ kind: 'scopeNotGranted', scope: Scope.inntekt }, 403, 'MP-250'],
    [{ kind: 'keyExpired' }, 400, 'MP-121'],
  ])('%j between two calls', async (fault, status, code) => {
    expect((await ask()).status).toBe(200);
    await order(fault);
    const response = await ask();
    expect([response.status, codeOf((await response.json()) as TokenAnswer)]).toEqual([status, code]);
    await training.control('DELETE', 'faults');
    expect((await ask()).status).toBe(200);
  });

  test('a certificate that is revoked between two calls', async () => {
    const signer = openFile('buypass', clientId(/ordinary/));
    expect((await training.requestToken(Scope.inntekt, signer)).status).toBe(200);
    await order({ kind: 'certificateRevoked' });
    expect(codeOf(await answerTo(training.requestToken(Scope.inntekt, signer)))).toBe('MP-120');
  });

  test('the code only in the text, or nowhere', async () => {
    await order({ kind: 'codePlace', place: 'text' }, 1);
    await order({ kind: 'scopeRemoved', scope: Scope.inntekt });
    const inText = await answerTo(ask());
    expect([codeOf(inText), inText.error_description.startsWith('MP-200 ')]).toEqual(['', true]);
    await order({ kind: 'codePlace', place: 'neither' });
    const nowhere = await answerTo(ask());
    expect(JSON.stringify(nowhere)).not.toContain('MP-');
    expect(nowhere.error).toBe('invalid_scope');
  });
});
