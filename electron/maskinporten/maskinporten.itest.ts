import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SigningIdentity } from '../certificate/Signer.ts';
import { createHttp, type Http } from '../skatteetaten/http.ts';
import { startSimulator } from '../skatteetaten/simulatorKit.ts';
import { testTime } from '../skatteetaten/testKit.ts';
import { systemTime, type Time } from '../skatteetaten/time.ts';
import type { TokenClient } from './client.ts';
import { requestToken } from './requestToken.ts';
import { testConnection } from './testConnection.ts';
import { createTokens } from './tokens.ts';

const simulator = await startSimulator();
const { issuer, tokenEndpoint } = simulator.description;
const forever = new AbortController().signal;
const hurried: Time = { now: systemTime.now, pause: async () => {} };
const INNTEKT = 'skatteetaten:inntekt';
const SUMMERT = 'skatteetaten:summertskattegrunnlag';

const ordinary: TokenClient = {
  environment: 'training',
  clientId: simulator.clientId(/^certificate mode, every scope/),
  issuer,
  tokenEndpoint,
  identity: simulator.certificate('enkelt'),
};

function ask(change: Partial<TokenClient> = {}, { scope = INNTEKT, time = hurried, attemptMs = 5000 } = {}) {
  const http = createHttp(fetch, [tokenEndpoint], time);
  const impatient: Http = (request) => http({ ...request, timeoutMs: Math.min(request.timeoutMs, attemptMs) });
  return requestToken({ http: impatient, time }, { ...ordinary, ...change }, scope, forever);
}

beforeEach(() => simulator.reset());
afterEach(async () => {
  const { jtiReuse, warnings } = await simulator.counts();
  expect({ jtiReuse, warnings }).toEqual({ jtiReuse: 0, warnings: [] });
});

describe('what the strict Maskinporten accepts', () => {
  it.each(['enkelt', 'utloeper-snart'])('the certificate %s', async (name) => {
    expect(await ask({ identity: simulator.certificate(name) })).toMatchObject({
      ok: true,
      value: { lifeSeconds: 120 },
    });
  });

  it('a registered key', async () => {
    const clientId = simulator.clientId(/^key mode/);
    expect(await ask({ clientId, identity: simulator.registeredKey() })).toMatchObject({ ok: true });
  });
});

describe('what it refuses, by name', () => {
  const key = simulator.registeredKey();
  const swapped: SigningIdentity = { ...simulator.certificate('enkelt'), privateKey: key.privateKey };
  const otherTown = {
    clientId: simulator.clientId(/^another municipality/),
    identity: simulator.certificate('annen-organisasjon'),
  };

  it.each<[string, Partial<TokenClient>, string, string?]>([
    ['an unknown client', { clientId: '00000000-0000-4000-8000-000000000000' }, 'mp-client-unknown'],
    ['a client that is switched off', { clientId: simulator.clientId(/^switched off/) }, 'mp-client-unknown'],
    ['another environment’s audience', { issuer: 'https://test.maskinporten.no/' }, 'mp-audience'],
    ['the audience without its slash', { issuer: issuer.slice(0, -1) }, 'mp-audience'],
    ['an unknown issuer', { identity: simulator.certificate('ukjent-utsteder') }, 'mp-certificate-refused'],
    ['a self-signed certificate', { identity: simulator.certificate('selvsignert') }, 'mp-certificate-refused'],
    ['a revoked certificate', { identity: simulator.certificate('tilbakekalt') }, 'mp-certificate-refused'],
    ['a certificate not valid yet', { identity: simulator.certificate('ikke-gyldig-ennaa') }, 'mp-certificate-refused'],
    ['an encryption certificate', { identity: simulator.certificate('bare-kryptering') }, 'mp-certificate-refused'],
    [
      'another organisation’s certificate',
      { identity: simulator.certificate('annen-organisasjon') },
      'mp-organisation-mismatch',
    ],
    ['a key that is not the certificate’s', { identity: swapped }, 'mp-signature-invalid'],
    ['a certificate where a key is registered', { clientId: simulator.clientId(/^key mode/) }, 'mp-kid-required'],
    [
      'an unknown key',
      { clientId: simulator.clientId(/^key mode/), identity: { ...key, header: { kid: 'another' } } },
      'mp-kid-unknown',
    ],
    ['a scope that was not added', { clientId: simulator.clientId(/^Summert only/) }, 'mp-scope-not-added'],
    ['a scope that was not granted', otherTown, 'mp-scope-not-granted'],
    ['a client for user login', { clientId: simulator.clientId(/^made for user login/) }, 'mp-wrong-client-type'],
  ])('%s', async (_, change, code) => {
    const result = await ask(change);
    expect(result).toMatchObject({ ok: false, error: { code, trace: expect.stringMatching(/^[0-9a-f]{32}$/) } });
    expect((await simulator.counts()).calls.token?.calls).toBe(1);
  });

  it('sends nothing signed with an expired certificate', async () => {
    expect(await ask({ identity: simulator.certificate('utloept') })).toMatchObject({
      error: { code: 'certificate-expired' },
    });
    expect((await simulator.counts()).calls.token?.calls).toBe(0);
  });

  it.each([
    ['keyExpired', {}, 'mp-key-expired'],
    ['certificateRevoked', {}, 'mp-certificate-refused'],
    ['scopeRemoved', { scope: INNTEKT }, 'mp-scope-not-added'],
    ['scopeNotGranted', { scope: INNTEKT }, 'mp-scope-not-granted'],
  ])('%s between two calls', async (kind, more, code) => {
    const mode = kind === 'keyExpired' ? { clientId: simulator.clientId(/^key mode/), identity: key } : {};
    expect(await ask(mode)).toMatchObject({ ok: true });
    await simulator.order('token', { kind, ...more });
    expect(await ask(mode)).toMatchObject({ ok: false, error: { code } });
  });

  it.each(['text', 'neither'])('finds the cause with the code in the %s', async (place) => {
    await simulator.order('token', { kind: 'codePlace', place });
    expect(await ask({ clientId: simulator.clientId(/^Summert only/) })).toMatchObject({
      error: { code: 'mp-scope-not-added' },
    });
    expect(await ask({ issuer: issuer.slice(0, -1) })).toMatchObject({ error: { code: 'mp-audience' } });
    expect(await ask(otherTown)).toMatchObject({ error: { code: 'mp-scope-not-granted' } });
    expect(await ask({ identity: simulator.certificate('tilbakekalt') })).toMatchObject({
      error: { code: 'mp-certificate-refused' },
    });
    expect(await ask({ identity: simulator.certificate('annen-organisasjon') })).toMatchObject({
      error: { code: 'mp-organisation-mismatch' },
    });
    expect(await ask({ identity: swapped })).toMatchObject({ error: { code: 'mp-signature-invalid' } });
    expect(await ask({ clientId: simulator.clientId(/^switched off/) })).toMatchObject({
      error: { code: 'mp-client-unknown' },
    });
  });
});

describe('what goes wrong on the way', () => {
  it.each<[string, object]>([
    ['503', { kind: 'status', status: 503 }],
    ['500 with HTML', { kind: 'status', status: 500 }],
    ['502', { kind: 'html', status: 502 }],
    ['429', { kind: 'status', status: 429 }],
    ['429 with Retry-After', { kind: 'status', status: 429, retryAfter: 2 }],
    ['a reset before processing', { kind: 'cut', when: 'before' }],
    ['a reset after processing', { kind: 'cut', when: 'after' }],
    ['half a body', { kind: 'halfBody' }],
    ['a 200 that is HTML', { kind: 'html', status: 200 }],
    ['broken JSON', { kind: 'brokenJson' }],
    ['the wrong content type', { kind: 'wrongContentType' }],
    ['no access_token', { kind: 'withoutMember', member: 'access_token' }],
    ['no expires_in', { kind: 'withoutMember', member: 'expires_in' }],
    ['no token_type', { kind: 'withoutMember', member: 'token_type' }],
    ['an answer after the time-out', { kind: 'latency', ms: 1500 }],
  ])('%s once: a new grant gets the token', async (_, fault) => {
    await simulator.order('token', fault, 1);
    expect(await ask({}, { attemptMs: 700 })).toMatchObject({ ok: true });
    expect((await simulator.counts()).calls.token?.calls).toBe(2);
  });

  it('needs no echo of the scope', async () => {
    await simulator.order('token', { kind: 'withoutMember', member: 'scope' });
    expect(await ask()).toMatchObject({ ok: true });
  });

  it.each<[string, object, string, number]>([
    ['503', { kind: 'status', status: 503 }, 'mp-unavailable', 4],
    ['resets', { kind: 'cut', when: 'after' }, 'net-cut', 4],
    ['HTML', { kind: 'html', status: 200 }, 'mp-bad-answer', 2],
    ['a long Retry-After', { kind: 'status', status: 429, retryAfter: 120 }, 'mp-too-many-requests', 1],
  ])('%s for good', async (_, fault, code, calls) => {
    await simulator.order('token', fault);
    expect(await ask()).toMatchObject({ ok: false, error: { code } });
    expect((await simulator.counts()).calls.token?.calls).toBe(calls);
  });

  it.each([30, -30, 200])('a server clock that differs by %i s', async (seconds) => {
    await simulator.order('token', { kind: 'clockSkew', seconds });
    const result = await ask();
    expect(result).toMatchObject({ ok: false, error: { code: 'clock-wrong' } });
    expect(result.ok || Math.abs((result.error.detail?.offsetSeconds ?? 0) + seconds)).toBeLessThanOrEqual(1);
    expect((await simulator.counts()).calls.token?.calls).toBe(1);
  });

  it('a server clock that differs by little', async () => {
    await simulator.order('token', { kind: 'clockSkew', seconds: 7 });
    const result = await ask();
    expect(result.ok && Math.abs((result.value.offsetSeconds ?? 0) + 7)).toBeLessThanOrEqual(1);
  });
});

describe('tokens over real HTTP', () => {
  const memory = (time: Time = hurried) => {
    const ports = { http: createHttp(fetch, [tokenEndpoint], time), time };
    return createTokens((client, scope, signal) => requestToken(ports, client, scope, signal), time.now);
  };

  it('a hundred calls share one request', async () => {
    const tokens = memory();
    const all = await Promise.all(Array.from({ length: 100 }, () => tokens.get(ordinary, INNTEKT, forever)));
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect((await simulator.counts()).tokensIssued).toBe(1);
  });

  it.each([1, 5, 30, 7200])('a token of %i s is kept as long as is safe', async (seconds) => {
    await simulator.order('token', { kind: 'expiresIn', seconds });
    const time = testTime();
    const tokens = memory(time);
    const keptMs = 1000 * (seconds - Math.min(20, seconds / 3));
    const issued = async () => {
      expect((await tokens.get(ordinary, INNTEKT, forever)).ok).toBe(true);
      return (await simulator.counts()).tokensIssued;
    };
    expect(await issued()).toBe(1);
    time.move(0, keptMs - 300); // the monotonic clock alone: the simulator's follows the wall clock
    expect(await issued()).toBe(1);
    time.move(0, 301);
    expect(await issued()).toBe(2);
  });
});

describe('testConnection', () => {
  const run = (change: Partial<TokenClient> = {}) => {
    const ports = { http: createHttp(fetch, [tokenEndpoint], hurried), time: hurried };
    const client = { ...ordinary, ...change };
    return testConnection(
      {
        identity: async () => ({ ok: true, value: client.identity }),
        client: () => ({ ok: true, value: client }),
        request: (one, scope, signal) => requestToken(ports, one, scope, signal),
        now: systemTime.now,
      },
      { inntekt: INNTEKT, skattegrunnlag: SUMMERT, samordnetTrekk: null, utlegg: null },
      forever,
    );
  };

  it('is all well with the ordinary client, and no register is asked', async () => {
    expect((await run()).map(({ state }) => state)).toEqual([
      ...['ok', 'ok', 'ok', 'ok', 'ok'],
      ...['skipped', 'skipped'],
    ]);
    const { calls } = await simulator.counts();
    const asked = Object.entries(calls).flatMap(([target, { calls: times }]) => (times > 0 ? [target] : []));
    expect(asked).toEqual(['token']);
  });

  it('tells the missing scope from the one that is there', async () => {
    const steps = await run({ clientId: simulator.clientId(/^Summert only/) });
    expect(steps.map(({ state, failure }) => failure?.code ?? state)).toEqual([
      'ok',
      'ok',
      'ok',
      'mp-scope-not-added',
      'ok',
      'api-not-public',
      'api-not-public',
    ]);
  });
});
