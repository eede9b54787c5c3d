import { describe, expect, it, vi } from 'vitest';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { testTime } from '../skatteetaten/testKit.ts';
import { AccessToken } from './AccessToken.ts';
import type { TokenClient } from './client.ts';
import type { Grant } from './requestToken.ts';
import { keyIdentity } from './testIdentity.ts';
import { createTokens, type RequestToken } from './tokens.ts';

const SCOPE = 'skatteetaten:inntekt';
const forever = new AbortController().signal;
const client: TokenClient = {
  environment: 'test',
  clientId: 'c-1',
  issuer: 'https://test.maskinporten.no/',
  tokenEndpoint: 'https://test.maskinporten.no/token',
  identity: keyIdentity(),
};

function memory({ lifeSeconds = 120, travelMs = 0 } = {}) {
  const time = testTime();
  let count = 0;
  const request = vi.fn<RequestToken>(async () => {
    const sentAt = time.now();
    time.move(travelMs, travelMs);
    count += 1;
    return ok({ token: new AccessToken(`token-${count}`), sentAt, lifeSeconds, offsetSeconds: 0 });
  });
  return { time, request, tokens: createTokens(request, time.now) };
}

const shown = (result: Result<AccessToken, Failure>): string =>
  result.ok ? result.value.toAuthorizationHeader() : result.error.code;

describe('createTokens', () => {
  it('makes one request for a hundred calls at once', async () => {
    const { tokens, request } = memory();
    const all = await Promise.all(Array.from({ length: 100 }, () => tokens.get(client, SCOPE, forever)));
    expect(new Set(all.map(shown))).toEqual(new Set(['Bearer token-1']));
    expect(request).toHaveBeenCalledTimes(1);
  });

  it.each([
    // life, seconds it is kept: 20 s less, or two thirds of a short life
    [120, 100],
    [7200, 7180],
    [30, 20],
    [5, 10 / 3],
    [1, 2 / 3],
  ])('keeps a token of %i s for %d s', async (lifeSeconds, keptSeconds) => {
    const { tokens, time } = memory({ lifeSeconds });
    await tokens.get(client, SCOPE, forever);
    time.move(keptSeconds * 1000 - 200, keptSeconds * 1000 - 200);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-1');
    time.move(201, 201);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-2');
  });

  it('counts from when it was asked for, not from when it came', async () => {
    const { tokens, time } = memory({ travelMs: 9000 });
    await tokens.get(client, SCOPE, forever);
    time.move(91_001, 91_001);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-2');
  });

  it.each([
    ['the wall clock jumps ahead (or the PC slept)', 200_000, 0, 'Bearer token-2'],
    ['the monotonic clock says so although the wall clock was set back', -3_600_000, 101_000, 'Bearer token-2'],
    ['the wall clock was set back a little', -3_600_000, 50_000, 'Bearer token-1'],
  ])('when %s', async (_, wallMs, monotonicMs, expected) => {
    const { tokens, time } = memory();
    await tokens.get(client, SCOPE, forever);
    time.move(wallMs, monotonicMs);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe(expected);
  });

  it.each<[string, TokenClient, string]>([
    ['scope', client, 'skatteetaten:summertskattegrunnlag'],
    ['client', { ...client, clientId: 'c-2' }, SCOPE],
    ['environment', { ...client, environment: 'production' }, SCOPE],
    ['issuer', { ...client, issuer: 'https://maskinporten.no/' }, SCOPE],
    ['signing key', { ...client, identity: { ...client.identity, fingerprint: 'b'.repeat(64) } }, SCOPE],
  ])('does not lend a token to another %s', async (_, other, scope) => {
    const { tokens } = memory();
    await tokens.get(client, SCOPE, forever);
    expect(shown(await tokens.get(other, scope, forever))).toBe('Bearer token-2');
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-1');
  });

  it('remembers a final error for a minute, and until someone tries again', async () => {
    const { tokens, request, time } = memory();
    request.mockResolvedValueOnce(fail(failure('mp-scope-not-granted')));
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('mp-scope-not-granted');
    time.move(59_000, 59_000);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('mp-scope-not-granted');
    expect(request).toHaveBeenCalledTimes(1);
    time.move(1001, 1001);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-1');

    request.mockResolvedValueOnce(fail(failure('net-no-contact')));
    const other = 'skatteetaten:summertskattegrunnlag';
    expect(shown(await tokens.get(client, other, forever))).toBe('net-no-contact');
    tokens.forgetFailures();
    expect(shown(await tokens.get(client, other, forever))).toBe('Bearer token-2');
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-1');
  });

  it('drops a refused token once, however many calls were refused with it', async () => {
    const { tokens, request } = memory();
    const first = await tokens.get(client, SCOPE, forever);
    if (!first.ok) throw new Error('no token');
    tokens.drop(first.value);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-2');
    tokens.drop(first.value);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-2');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('keeps nothing after clear, not even what was on its way', async () => {
    const { tokens, request } = memory();
    let arrive: (reply: Result<Grant, Failure>) => void = () => {};
    request.mockImplementationOnce(() => new Promise((resolve) => (arrive = resolve)));
    const waiting = tokens.get(client, SCOPE, forever);
    await vi.waitFor(() => expect(request).toHaveBeenCalled());
    tokens.clear();
    arrive(
      ok({ token: new AccessToken('old'), sentAt: { wall: 0, monotonic: 0 }, lifeSeconds: 1e12, offsetSeconds: 0 }),
    );
    expect(shown(await waiting)).toBe('Bearer old');
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-1');
  });

  it('lets one give up without the others, and calls off the request when the last one does', async () => {
    const { tokens, request } = memory();
    let flight: AbortSignal | undefined;
    request.mockImplementationOnce((_, __, signal) => {
      flight = signal;
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve(fail(failure('cancelled')))));
    });
    const [one, two] = [new AbortController(), new AbortController()];
    const first = tokens.get(client, SCOPE, one.signal);
    const second = tokens.get(client, SCOPE, two.signal);
    one.abort();
    expect(shown(await first)).toBe('cancelled');
    expect(flight?.aborted).toBe(false);
    two.abort();
    expect(shown(await second)).toBe('cancelled');
    expect(flight?.aborted).toBe(true);
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-1');
  });

  it('asks for nothing when cancelled beforehand', async () => {
    const { tokens, request } = memory();
    expect(shown(await tokens.get(client, SCOPE, AbortSignal.abort()))).toBe('cancelled');
    expect(request).not.toHaveBeenCalled();
  });

  it('does not keep a bug', async () => {
    const { tokens, request } = memory();
    request.mockRejectedValueOnce(new Error('bug'));
    await expect(tokens.get(client, SCOPE, forever)).rejects.toThrow('bug');
    expect(shown(await tokens.get(client, SCOPE, forever))).toBe('Bearer token-1');
  });
});
