import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../shared/ipc/errors.ts';
import { createHttp } from '../skatteetaten/http.ts';
import { type Answer, json, localServer, testTime } from '../skatteetaten/testKit.ts';
import type { TokenClient } from './client.ts';
import { requestToken } from './requestToken.ts';
import { certificateIdentity, keyIdentity } from './testIdentity.ts';

const SECRET = 'eyJhbGciOiJSUzI1NiJ9.c2VjcmV0.c2lnbmF0dXJl';
const good = { access_token: SECRET, token_type: 'Bearer', expires_in: 119, scope: 'skatteetaten:inntekt' };
const forever = new AbortController().signal;
const identity = keyIdentity();
/** The server's date is cut to whole seconds, and its clock is ours. */
const nearZero = expect.closeTo(0, -1);

const grantError = (mpCode: string, error = 'invalid_grant') => ({
  error,
  error_description: `Something (trace_id: bd1d0e3bfb1c7a7bd99fd447714a316c)`,
  error_uri: `https://test.maskinporten.no/errors/${mpCode}`,
});

async function maskinporten(answer: Answer, { identity: signer = identity as TokenClient['identity'] } = {}) {
  const { base, seen } = await localServer(answer);
  const time = testTime();
  const http = createHttp(fetch, [base], time);
  const client: TokenClient = {
    environment: 'test',
    clientId: 'c-1',
    issuer: `${base}/`,
    tokenEndpoint: `${base}/token`,
    identity: signer,
  };
  const ask = (signal = forever) => requestToken({ http, time }, client, 'skatteetaten:inntekt', signal);
  const assertions = () => seen.map(({ body }) => new URLSearchParams(body).get('assertion') ?? '');
  return { ask, seen, time, assertions, base };
}

const claimsOf = (assertion: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));

const failureOf = async (result: Promise<{ ok: boolean; error?: Failure }>) => (await result).error;

describe('requestToken', () => {
  it('posts the two parameters as a form and nothing else', async () => {
    const { ask, seen, assertions, base } = await maskinporten((_, response) => json(response, 200, good));
    const result = await ask();
    expect(result).toMatchObject({ ok: true, value: { lifeSeconds: 119, offsetSeconds: nearZero } });
    expect(result.ok && result.value.token.toAuthorizationHeader()).toBe(`Bearer ${SECRET}`);
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/token' });
    expect(seen[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(seen[0]?.headers.authorization).toBeUndefined();
    expect([...new URLSearchParams(seen[0]?.body).keys()]).toEqual(['grant_type', 'assertion']);
    expect(new URLSearchParams(seen[0]?.body).get('grant_type')).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer');
    expect(claimsOf(assertions()[0] ?? '')).toMatchObject({
      aud: `${base}/`,
      iss: 'c-1',
      scope: 'skatteetaten:inntekt',
    });
  });

  it.each([
    ['a gateway error', 503],
    ['an HTML page with 500', 500],
    ['too many requests', 429],
  ])('tries again after %s, with a new assertion', async (_, status) => {
    const { ask, assertions, time } = await maskinporten((_seen, response, count) =>
      count < 4
        ? response.writeHead(status, { 'content-type': 'text/html' }).end('<h1>no</h1>')
        : json(response, 200, good),
    );
    expect((await ask()).ok).toBe(true);
    expect(new Set(assertions().map((one) => claimsOf(one).jti)).size).toBe(4);
    expect(time.pauses).toHaveLength(3);
    expect(time.pauses[0]).toBeLessThanOrEqual(1000);
    expect(time.pauses[2]).toBeGreaterThanOrEqual(2000);
  });

  it('never sends the same assertion twice when the connection is cut', async () => {
    const { ask, assertions } = await maskinporten((_, response, count) =>
      count < 3 ? response.destroy() : json(response, 200, good),
    );
    expect((await ask()).ok).toBe(true);
    expect(new Set(assertions()).size).toBe(3);
  });

  it('gives up after four tries', async () => {
    const { ask, seen } = await maskinporten((_, response) => response.writeHead(502).end());
    expect(await failureOf(ask())).toMatchObject({ code: 'mp-unavailable', detail: { status: 502 } });
    expect(seen).toHaveLength(4);
  });

  it('gives up when 30 seconds would not be enough', async () => {
    const { ask, seen, time } = await maskinporten((_, response) => {
      time.move(14_600, 14_600);
      response.writeHead(503).end();
    });
    expect(await failureOf(ask())).toMatchObject({ code: 'mp-unavailable' });
    expect(seen).toHaveLength(2);
  });

  it('waits as long as Retry-After says', async () => {
    const { ask, time } = await maskinporten((_, response, count) =>
      count === 1 ? response.writeHead(429, { 'retry-after': '7' }).end() : json(response, 200, good),
    );
    expect((await ask()).ok).toBe(true);
    expect(time.pauses).toEqual([7000]);
  });

  it('does not wait longer than it may', async () => {
    const { ask, seen } = await maskinporten((_, response) => response.writeHead(429, { 'retry-after': '31' }).end());
    expect(await failureOf(ask())).toMatchObject({ code: 'mp-too-many-requests' });
    expect(seen).toHaveLength(1);
  });

  it.each([
    ['MP-012', 'mp-grant-reused'],
    ['MP-130', 'mp-assertion-expired'],
  ])('tries once more after %s', async (mpCode, code) => {
    const { ask, assertions } = await maskinporten((_, response) => json(response, 400, grantError(mpCode)));
    expect(await failureOf(ask())).toMatchObject({ code });
    expect(new Set(assertions()).size).toBe(2);
  });

  it.each([
    [
      'no JSON',
      (response: Parameters<Answer>[1]) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Log on</h1>'),
    ],
    [
      'broken JSON',
      (response: Parameters<Answer>[1]) =>
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"access'),
    ],
    ['no token', (response: Parameters<Answer>[1]) => json(response, 200, { ...good, access_token: undefined })],
    ['no lifetime', (response: Parameters<Answer>[1]) => json(response, 200, { ...good, expires_in: undefined })],
    [
      'a token that is no header value',
      (response: Parameters<Answer>[1]) => json(response, 200, { ...good, access_token: 'a\r\nb' }),
    ],
    [
      'another type of token',
      (response: Parameters<Answer>[1]) => json(response, 200, { ...good, token_type: 'DPoP' }),
    ],
  ])('tries once more when a 200 brings %s', async (_, answer) => {
    const { ask, seen } = await maskinporten((_seen, response) => answer(response));
    expect(await failureOf(ask())).toMatchObject({ code: 'mp-bad-answer' });
    expect(seen).toHaveLength(2);
  });

  it.each([
    ['MP-100', 'invalid_grant', 'mp-client-unknown'],
    ['MP-120', 'invalid_grant', 'mp-certificate-refused'],
    ['MP-200', 'invalid_scope', 'mp-scope-not-added'],
    ['MP-250', 'forbidden', 'mp-scope-not-granted'],
  ])('does not repeat itself after %s', async (mpCode, error, code) => {
    const { ask, seen } = await maskinporten((_, response) => json(response, 400, grantError(mpCode, error)));
    expect(await failureOf(ask())).toEqual({
      code,
      trace: 'bd1d0e3bfb1c7a7bd99fd447714a316c',
      detail: {
        status: 400,
        authorityCode: mpCode,
        scope: 'skatteetaten:inntekt',
        clientId: 'c-1',
        environment: 'test',
        offsetSeconds: nearZero,
      },
    });
    expect(seen).toHaveLength(1);
  });

  it.each([30, -30, -200])('says that the clock is wrong when it is %i s off', async (seconds) => {
    const { ask, seen, time } = await maskinporten((_, response) => json(response, 400, grantError('MP-130')));
    time.move(seconds * 1000, 0);
    const failed = await failureOf(ask());
    expect(failed?.code).toBe('clock-wrong');
    expect(Math.abs((failed?.detail?.offsetSeconds ?? 0) - seconds)).toBeLessThanOrEqual(1);
    expect(seen).toHaveLength(1);
  });

  it('does not blame the clock for what it did not cause', async () => {
    const { ask, time } = await maskinporten((_, response) =>
      json(response, 400, grantError('MP-200', 'invalid_scope')),
    );
    time.move(60_000, 0);
    const failed = await failureOf(ask());
    expect(failed?.code).toBe('mp-scope-not-added');
    expect(failed?.detail?.offsetSeconds).toBeGreaterThan(58);
  });

  it('takes half the round trip off the clock’s offset', async () => {
    const { ask, time } = await maskinporten((_, response) => {
      time.move(20_000, 20_000); // 10 s there and 10 s back, seen from a clock that is right
      json(response, 200, good, { date: new Date(time.now().wall - 10_000).toUTCString() });
    });
    const result = await ask();
    expect(result.ok && Math.abs(result.value.offsetSeconds ?? 99)).toBeLessThanOrEqual(1);
  });

  it('signs nothing with an expired certificate', async () => {
    const expired = await certificateIdentity(new Date(Date.now() - 1000));
    const { ask, seen } = await maskinporten((_, response) => json(response, 200, good), { identity: expired });
    expect(await failureOf(ask())).toMatchObject({ code: 'certificate-expired' });
    expect(seen).toHaveLength(0);
  });

  it('can be cancelled on the way and between tries', async () => {
    const underWay = new AbortController();
    const hanging = await maskinporten(() => underWay.abort());
    expect(await failureOf(hanging.ask(underWay.signal))).toMatchObject({ code: 'cancelled' });

    const pausing = new AbortController();
    const busy = await maskinporten((_, response) => response.writeHead(503).end());
    busy.time.pause = async () => pausing.abort();
    expect(await failureOf(busy.ask(pausing.signal))).toMatchObject({ code: 'cancelled' });
    expect(busy.seen).toHaveLength(1);
  });

  it('shows neither token nor assertion nor key to anyone who looks', async () => {
    const { ask, assertions } = await maskinporten((_, response) => json(response, 200, good));
    const result = await ask();
    const looks = [
      inspect(result, { depth: 9, showHidden: true, getters: true }),
      JSON.stringify(result),
      result.ok ? `${result.value.token}` : '',
      inspect(structuredClone(result), { depth: 9 }),
    ];
    const { privateKey } = identity;
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
    const secrets = [
      SECRET,
      ...assertions(),
      pkcs8.toString('base64').slice(40, 100),
      pkcs8.toString('hex').slice(80, 160),
    ];
    for (const look of looks) for (const secret of secrets) expect(look).not.toContain(secret);
    expect(looks[0]).toContain('[access token]');
  });
});
