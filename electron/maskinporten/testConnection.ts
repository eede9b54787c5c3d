import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { connectionStepNames } from '../../shared/ipc/setupCalls.ts';
import type { Result } from '../../shared/result.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import type { SigningIdentity } from '../certificate/Signer.ts';
import type { Time } from '../skatteetaten/time.ts';
import { stillValid, type TokenClient } from './client.ts';
import { clockIsOff } from './errorsOfMaskinporten.ts';
import type { RequestToken } from './tokens.ts';

/** One step of the test. `skipped`: an earlier step failed, or there is nobody to try it with, so it was not tried. */
export interface ConnectionStep {
  readonly name: (typeof connectionStepNames)[number];
  readonly state: 'ok' | 'failed' | 'skipped';
  /** How long it took; null where nothing was timed. */
  readonly milliseconds: number | null;
  readonly failure: Failure | null;
}

export interface ConnectionPorts {
  readonly identity: () => Promise<Result<SigningIdentity, Failure>>;
  readonly client: (identity: SigningIdentity) => Result<TokenClient, Failure>;
  readonly request: RequestToken;
  readonly now: Time['now'];
}

const tokenSteps = {
  tokenInntekt: 'inntekt',
  tokenSkattegrunnlag: 'skattegrunnlag',
  tokenSamordnetTrekk: 'samordnetTrekk',
  tokenUtlegg: 'utlegg',
} as const satisfies Partial<Record<ConnectionStep['name'], keyof ClientSettings['scopes']>>;

const tokenStepNames = Object.keys(tokenSteps) as (keyof typeof tokenSteps)[];

/**
 * Tries everything a lookup needs, except the lookup: identity, settings, clock, and a new token for each scope (null: the service has no
 * address yet, and its scope is not tried). Asks no authority about a person. Answers with one step per row of `connectionStepNames`, in
 * that order.
 */
export async function testConnection(
  { identity, client, request, now }: ConnectionPorts,
  scopes: Readonly<Record<(typeof tokenSteps)[keyof typeof tokenSteps], string | null>>,
  signal: AbortSignal,
): Promise<ConnectionStep[]> {
  const timed = async <T>(work: () => Promise<Result<T, Failure>>) => {
    const start = now().monotonic;
    const result = await work();
    return { result, milliseconds: Math.round(now().monotonic - start) };
  };

  const found = await timed(identity);
  const signer = found.result.ok ? stillValid(found.result.value, now().wall) : found.result;
  const identityStep = stepOf('identity', signer, found.milliseconds);
  if (!signer.ok) return [identityStep, ...skipped('settings', 'clock', ...tokenStepNames)];

  const ready = client(signer.value);
  const settingsStep = stepOf('settings', ready, null);
  if (!ready.ok) return [identityStep, settingsStep, ...skipped('clock', ...tokenStepNames)];

  const offsets: (number | null)[] = [];
  const steps: ConnectionStep[] = [];
  for (const name of tokenStepNames) {
    const scope = scopes[tokenSteps[name]];
    if (scope === null) {
      steps.push({ name, state: 'skipped', milliseconds: null, failure: failure('api-not-public') });
      continue;
    }
    const token = await timed(() => request(ready.value, scope, signal));
    offsets.push(offsetOf(token.result));
    steps.push(stepOf(name, token.result, token.milliseconds));
  }
  return [identityStep, settingsStep, clockStep(offsets), ...steps];
}

const stepOf = (
  name: ConnectionStep['name'],
  result: Result<unknown, Failure>,
  milliseconds: number | null,
): ConnectionStep => ({
  name,
  state: result.ok ? 'ok' : 'failed',
  milliseconds,
  failure: result.ok ? null : result.error,
});

const skipped = (...names: ConnectionStep['name'][]): ConnectionStep[] =>
  names.map((name) => ({ name, state: 'skipped', milliseconds: null, failure: null }));

const offsetOf = (reply: Awaited<ReturnType<RequestToken>>): number | null =>
  reply.ok ? reply.value.offsetSeconds : (reply.error.detail?.offsetSeconds ?? null);

/** Read off the token answers, refusals too: the clock can be right although a scope is missing. */
function clockStep(offsets: readonly (number | null)[]): ConnectionStep {
  const offsetSeconds = offsets.find((offset) => offset !== null);
  if (offsetSeconds === undefined || offsetSeconds === null) {
    return { name: 'clock', state: 'skipped', milliseconds: null, failure: null };
  }
  return clockIsOff(offsetSeconds)
    ? {
        name: 'clock',
        state: 'failed',
        milliseconds: null,
        failure: failure('clock-wrong', { detail: { offsetSeconds } }),
      }
    : { name: 'clock', state: 'ok', milliseconds: null, failure: null };
}
