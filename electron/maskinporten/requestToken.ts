import { z } from 'zod';
import { type ErrorCode, type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type Http, type HttpAnswer, readJson } from '../skatteetaten/http.ts';
import { backoff, readRetryAfter } from '../skatteetaten/retry.ts';
import type { Moment, Time } from '../skatteetaten/time.ts';
import { AccessToken } from './AccessToken.ts';
import { buildAssertion } from './assertion.ts';
import { stillValid, type TokenClient } from './client.ts';
import { maskinportenFailure } from './errorsOfMaskinporten.ts';

const ATTEMPT_MS = 10_000;
const TOTAL_MS = 30_000;
const MAX_TRIES = 4;
const MAX_BYTES = 64 * 1024;

/** How often the same error may be met in one request before it is final; what is not listed is final at once (maskinporten.md 5.2, 6). */
const mayMeet: Partial<Readonly<Record<ErrorCode, number>>> = {
  'mp-grant-reused': 2,
  'mp-assertion-expired': 2,
  'mp-bad-answer': 2,
  'mp-too-many-requests': MAX_TRIES,
  'mp-unavailable': MAX_TRIES,
  'net-no-contact': MAX_TRIES,
  'net-timeout': MAX_TRIES,
  'net-cut': MAX_TRIES,
};

/** A token, when its life began to count and how long it lives. `offsetSeconds`: how far the PC's clock is ahead; null when not told. */
export interface Grant {
  readonly token: AccessToken;
  readonly sentAt: Moment;
  readonly lifeSeconds: number;
  readonly offsetSeconds: number | null;
}

export interface TokenPorts {
  readonly http: Http;
  readonly time: Time;
}

/**
 * Asks Maskinporten for a token for one scope. Tries again by itself, at most four times and 30 seconds, and only where that is safe; every try
 * signs a new assertion, because one that may have arrived can't be used again.
 */
export async function requestToken(
  ports: TokenPorts,
  client: TokenClient,
  scope: string,
  signal: AbortSignal,
): Promise<Result<Grant, Failure>> {
  const { time } = ports;
  const valid = stillValid(client.identity, time.now().wall);
  if (!valid.ok) return valid;

  const start = time.now().monotonic;
  const timeLeft = () => TOTAL_MS - (time.now().monotonic - start);
  const met = new Map<ErrorCode, number>();

  for (let tries = 1; ; tries += 1) {
    const attempt = await tryOnce(ports, client, scope, Math.min(ATTEMPT_MS, timeLeft()), signal);
    if (attempt.ok) return attempt;
    const { failure: failed, retryAfterMs } = attempt.error;

    const times = (met.get(failed.code) ?? 0) + 1;
    met.set(failed.code, times);
    const wait = retryAfterMs ?? backoff(tries);
    if (tries === MAX_TRIES || times >= (mayMeet[failed.code] ?? 1) || wait >= timeLeft()) return fail(failed);
    await time.pause(wait, signal);
  }
}

interface Attempt {
  readonly failure: Failure;
  readonly retryAfterMs: number | null;
}

async function tryOnce(
  { http, time }: TokenPorts,
  client: TokenClient,
  scope: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Result<Grant, Attempt>> {
  const { identity, clientId, issuer } = client;
  const assertion = await buildAssertion({ identity, clientId, issuer, scope, now: time.now().wall });
  const sent = await http({
    method: 'POST',
    url: client.tokenEndpoint,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion }).toString(),
    timeoutMs,
    maxBytes: MAX_BYTES,
    signal,
  });
  if (!sent.ok) return fail({ failure: sent.error, retryAfterMs: null });

  const answer = sent.value;
  const known = { scope, clientId, environment: client.environment };
  const offsetSeconds = clockOffset(answer);
  if (answer.status !== 200) {
    const retryAfterMs = readRetryAfter(answer.headers.get('retry-after'), time.now().wall);
    return fail({ failure: maskinportenFailure(answer, known, offsetSeconds), retryAfterMs });
  }
  const token = TokenAnswer.safeParse(readJson(answer));
  if (!token.success) {
    return fail({ failure: failure('mp-bad-answer', { detail: { ...known, status: 200 } }), retryAfterMs: null });
  }
  return ok({
    token: new AccessToken(token.data.access_token),
    sentAt: answer.sentAt,
    lifeSeconds: token.data.expires_in,
    offsetSeconds,
  });
}

const TokenAnswer = z.object({
  // visible ASCII only: it goes into a header
  access_token: z.string().regex(/^[!-~]+$/),
  token_type: z.string().regex(/^bearer$/i),
  expires_in: z.number().positive(),
});

/** How far the PC's clock is ahead of the server's. The answer's date is cut to whole seconds, and so is this; it was set half a round trip after sending. */
function clockOffset({ headers, sentAt, roundTripMs }: HttpAnswer): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : Math.floor((sentAt.wall + roundTripMs / 2 - date) / 1000);
}
