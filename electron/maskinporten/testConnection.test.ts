import { describe, expect, it, vi } from 'vitest';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { connectionStepNames } from '../../shared/ipc/setupCalls.ts';
import { fail, ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { testTime } from '../skatteetaten/testKit.ts';
import { AccessToken } from './AccessToken.ts';
import { type ConnectionPorts, testConnection } from './testConnection.ts';
import { certificateIdentity, keyIdentity } from './testIdentity.ts';
import type { RequestToken } from './tokens.ts';

const identity = keyIdentity();
const client = {
  environment: 'test',
  clientId: 'c-1',
  issuer: 'https://test.maskinporten.no/',
  tokenEndpoint: 'https://test.maskinporten.no/token',
  identity,
} as const;

function ports() {
  const time = testTime();
  const request = vi.fn<RequestToken>(async () => {
    time.move(40, 40);
    return ok({ token: new AccessToken('t'), sentAt: time.now(), lifeSeconds: 120, offsetSeconds: 2 });
  });
  return { identity: async () => ok(identity), client: () => ok(client), request, now: time.now };
}

type Scopes = Parameters<typeof testConnection>[1];

const run = async (change?: Partial<ConnectionPorts>, scopes: Scopes = defaultSettings.scopes) => {
  const steps = await testConnection({ ...ports(), ...change }, scopes, new AbortController().signal);
  expect(steps.map(({ name }) => name)).toEqual([...connectionStepNames]);
  return steps;
};
const states = async (change?: Partial<ConnectionPorts>) =>
  (await run(change)).map(({ state, failure: why }) => why?.code ?? state);
const refusing = (...failures: (Failure | null)[]): Partial<ConnectionPorts> => {
  const { request } = ports();
  for (const one of failures) if (one) request.mockResolvedValueOnce(fail(one));
  return { request };
};

describe('testConnection', () => {
  it('tries every step and times those that take time', async () => {
    const { request } = ports();
    const steps = await run({ request });
    expect(steps.map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok']);
    expect(steps[3]?.milliseconds).toBeGreaterThanOrEqual(0);
    expect(request.mock.calls.map(([, scope]) => scope)).toEqual([
      'skatteetaten:inntekt',
      'skatteetaten:summertskattegrunnlag',
      'skatteetaten:utleggstrekkbeslutningkommune',
      'utleggsdatabasen:les',
    ]);
  });

  it('does not try the scope of a service that has no address yet, and says why', async () => {
    const { request } = ports();
    const steps = await run({ request }, { ...defaultSettings.scopes, samordnetTrekk: null, utlegg: null });
    expect(steps.slice(-2).map(({ state, failure: why }) => [state, why?.code])).toEqual([
      ['skipped', 'api-not-public'],
      ['skipped', 'api-not-public'],
    ]);
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('stops without an identity', async () => {
    const none = { identity: async () => fail(failure('no-identity')) };
    expect(await states(none)).toEqual(['no-identity', ...Array.from({ length: 6 }, () => 'skipped')]);
  });

  it('stops with an expired certificate', async () => {
    const expired = await certificateIdentity(new Date(Date.now() - 1000));
    expect((await states({ identity: async () => ok(expired) }))[0]).toBe('certificate-expired');
  });

  it('stops when the settings are not complete', async () => {
    const incomplete = { client: () => fail(failure('not-configured')) };
    expect(await states(incomplete)).toEqual(['ok', 'not-configured', ...Array.from({ length: 5 }, () => 'skipped')]);
  });

  it('reads the clock off a refusal too', async () => {
    const refused = failure('mp-scope-not-added', { detail: { offsetSeconds: 1 } });
    expect(await states(refusing(refused))).toEqual(['ok', 'ok', 'ok', 'mp-scope-not-added', 'ok', 'ok', 'ok']);
    const early = failure('clock-wrong', { detail: { offsetSeconds: 40 } });
    expect(await states(refusing(early, early, early, early))).toEqual([
      ...['ok', 'ok'],
      ...Array.from({ length: 5 }, () => 'clock-wrong'),
    ]);
  });

  it('can’t tell the time without contact', async () => {
    const none = failure('net-no-contact');
    expect(await states(refusing(none, none, none, none))).toEqual([
      ...['ok', 'ok', 'skipped'],
      ...Array.from({ length: 4 }, () => 'net-no-contact'),
    ]);
  });
});
