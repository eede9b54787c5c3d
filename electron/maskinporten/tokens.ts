import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { hasPassed, type Moment, type Time } from '../skatteetaten/time.ts';
import type { AccessToken } from './AccessToken.ts';
import type { TokenClient } from './client.ts';
import type { Grant } from './requestToken.ts';

/** A token is given up this long before it expires, or when a third of its life is left, if that is less (maskinporten.md 7). */
const MARGIN_SECONDS = 20;
/** A final error is answered from memory for so long, so that ten lookups don't repeat it ten times (maskinporten.md 6). */
const FAILURE_MS = 60_000;

/** Tokens in memory, at most one request on the way per client, scope and signing key. */
export interface Tokens {
  get(client: TokenClient, scope: string, signal: AbortSignal): Promise<Result<AccessToken, Failure>>;
  /** An authority refused this token (401): the next `get` asks for another. */
  drop(token: AccessToken): void;
  /** The user tries again after mending something: remembered errors no longer count. */
  forgetFailures(): void;
  /** Identity, settings or environment changed, or the program was locked. Requests on their way answer whoever waits and are not kept. */
  clear(): void;
}

/** `request` is `requestToken` with its ports. It gets a signal that aborts when nobody waits for the answer any more. */
export type RequestToken = (client: TokenClient, scope: string, signal: AbortSignal) => Promise<Result<Grant, Failure>>;

interface Kept {
  readonly answer: Result<AccessToken, Failure>;
  readonly since: Moment;
  readonly keepMs: number;
}

interface Flight {
  readonly reply: Promise<Result<Grant, Failure>>;
  readonly abort: () => void;
  waiting: number;
}

/** An empty token memory. */
export function createTokens(request: RequestToken, now: Time['now']): Tokens {
  const kept = new Map<string, Kept>();
  const flights = new Map<string, Flight>();

  /** Takes a flight off the board; false when it was taken off before, and its answer is not to be kept. */
  const land = (key: string, flight: Flight): boolean => flights.get(key) === flight && flights.delete(key);

  const launch = (key: string, client: TokenClient, scope: string): Flight => {
    const controller = new AbortController();
    const reply = request(client, scope, controller.signal);
    const flight: Flight = { reply, abort: () => controller.abort(), waiting: 0 };
    flights.set(key, flight);
    reply.then(
      (value) => land(key, flight) && kept.set(key, keep(value, now())),
      () => land(key, flight),
    );
    return flight;
  };

  /** Waits along with the others. The last one to give up calls the request off. */
  const join = async (key: string, flight: Flight, signal: AbortSignal): Promise<Result<AccessToken, Failure>> => {
    flight.waiting += 1;
    const reply = await unlessAborted(flight.reply, signal);
    flight.waiting -= 1;
    if (reply.ok) return ok(reply.value.token);
    if (signal.aborted && flight.waiting === 0 && land(key, flight)) flight.abort();
    return reply;
  };

  return {
    get: async (client, scope, signal) => {
      if (signal.aborted) return fail(failure('cancelled'));
      const key = keyOf(client, scope);
      const known = kept.get(key);
      if (known && !hasPassed(known.keepMs, known.since, now())) return known.answer;
      kept.delete(key);
      return join(key, flights.get(key) ?? launch(key, client, scope), signal);
    },
    drop: (token) => {
      for (const [key, { answer }] of kept) if (answer.ok && answer.value === token) kept.delete(key);
    },
    forgetFailures: () => {
      for (const [key, { answer }] of kept) if (!answer.ok) kept.delete(key);
    },
    clear: () => {
      kept.clear();
      flights.clear();
    },
  };
}

/** Everything that changes the token. */
const keyOf = ({ environment, issuer, clientId, identity }: TokenClient, scope: string): string =>
  JSON.stringify([environment, issuer, clientId, identity.fingerprint, scope]);

function keep(reply: Result<Grant, Failure>, now: Moment): Kept {
  if (!reply.ok) return { answer: reply, since: now, keepMs: FAILURE_MS };
  const { token, sentAt, lifeSeconds } = reply.value;
  const margin = Math.min(MARGIN_SECONDS, lifeSeconds / 3);
  return { answer: ok(token), since: sentAt, keepMs: (lifeSeconds - margin) * 1000 };
}

function unlessAborted<T>(work: Promise<Result<T, Failure>>, signal: AbortSignal): Promise<Result<T, Failure>> {
  return new Promise((resolve, reject) => {
    const cancel = () => resolve(fail(failure('cancelled')));
    signal.addEventListener('abort', cancel, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
  });
}
