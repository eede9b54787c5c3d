import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { connectionStepNames } from '../../shared/ipc/setupCalls.ts';
import type { Result } from '../../shared/result.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import type { SigningIdentity } from '../certificate/Signer.ts';
import type { Time } from '../skatteetaten/time.ts';
import { stillValid, type TokenClient } from './client.ts';
import { clockIsOff } from './errorsOfMaskinporten.ts';
import type { RequestToken } from './tokens.ts';

/** One step of the test. `skipped`: an earlier step failed, so it could not be tried. */
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

/**
 * Tries everything a lookup needs, except the lookup: identity, settings, clock, and a new token for each scope. Asks no authority about
 * a person. Answers with one step per row of `connectionStepNames`, in that order.
 */
export async function testConnection(
  { identity, client, request, now }: ConnectionPorts,
  scopes: Pick<ClientSettings['scopes'], 'inntekt' | 'skattegrunnlag'>,
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
  if (!signer.ok) return [identityStep, ...skipped('settings', 'clock', 'tokenInntekt', 'tokenSkattegrunnlag')];

  const ready = client(signer.value);
  const settingsStep = stepOf('settings', ready, null);
  if (!ready.ok) return [identityStep, settingsStep, ...skipped('clock', 'tokenInntekt', 'tokenSkattegrunnlag')];

  const inntekt = await timed(() => request(ready.value, scopes.inntekt, signal));
  const skattegrunnlag = await timed(() => request(ready.value, scopes.skattegrunnlag, signal));
  return [
    identityStep,
    settingsStep,
    clockStep([inntekt.result, skattegrunnlag.result].map(offsetOf)),
    stepOf('tokenInntekt', inntekt.result, inntekt.milliseconds),
    stepOf('tokenSkattegrunnlag', skattegrunnlag.result, skattegrunnlag.milliseconds),
  ];
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
