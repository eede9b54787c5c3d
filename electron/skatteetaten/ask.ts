import { randomUUID } from 'node:crypto';
import type { DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import { type ErrorCode, type Failure, failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Environment } from '../../shared/session.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import type { AccessToken } from '../maskinporten/AccessToken.ts';
import type { Addresses } from './endpoints.ts';
import { correlationIdInHeader, type Empty, type Failed, readRefusal } from './errorsOfSkatteetaten.ts';
import { type Http, type HttpAnswer, readJson } from './http.ts';
import type { Queue } from './queue.ts';
import { backoff, readRetryAfter } from './retry.ts';
import type { Time } from './time.ts';

const ATTEMPT_MS = 30_000;
const MAX_BYTES = 16 * 1024 * 1024;
const MAX_RETRIES = 2;
/** An authority that wants a longer pause gets it from the caseworker, who is told. */
const LONGEST_PAUSE_MS = 30_000;

/** A question that met one of these may be put again: nothing was done there. */
const passing: readonly ErrorCode[] = [
  'net-cut',
  'api-unexpected',
  'api-behind',
  'api-unavailable',
  'api-too-many-requests',
];

/** What every call to Skatteetaten needs. */
export interface Skatteetaten {
  readonly http: Http;
  readonly time: Time;
  readonly token: (scope: string, signal: AbortSignal) => Promise<Result<AccessToken, Failure>>;
  readonly dropToken: (token: AccessToken) => void;
  readonly queues: Readonly<Record<DebtorSource, Queue>>;
  readonly addresses: Addresses;
  readonly settings: ClientSettings;
  readonly environment: Environment;
}

export interface Question {
  readonly source: DebtorSource;
  readonly base: string;
  /** Path segments after the base; a personal number among them, so the whole is never logged. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON with POST: for an API that takes the person there. Still only a question. */
  readonly body?: unknown;
  /** The API wants a `Korrelasjonsid` of ours with each call. */
  readonly correlated?: true;
  readonly scope: string;
  readonly signal: AbortSignal;
}

/** A 200 with JSON. `raw` is the text as it came, `body` the same parsed. */
export interface Answered {
  readonly state: 'answered';
  readonly body: unknown;
  readonly raw: string;
  readonly correlationId: string | null;
}

/**
 * Asks one API one question: waits for its turn, gets a token, and asks again at most twice where an error may pass. A 401 costs one fresh
 * token and one more try; a 403 is final (maskinporten.md 5.3).
 */
export async function ask(skatteetaten: Skatteetaten, question: Question): Promise<Answered | Empty | Failed> {
  const { queues, time } = skatteetaten;
  for (let retries = 0; ; retries += 1) {
    const turn = await queues[question.source].run(question.signal, () => askWithFreshToken(skatteetaten, question));
    if (!turn.ok) return failed(turn.error);
    const { reply, retryAfterMs } = turn.value;

    if (reply.state !== 'failed' || !passing.includes(reply.failure.code)) return reply;
    const wait = retryAfterMs ?? backoff(retries + 1);
    if (retries === MAX_RETRIES || wait > LONGEST_PAUSE_MS) return reply;
    await time.pause(wait, question.signal);
  }
}

interface Attempt {
  readonly reply: Answered | Empty | Failed;
  readonly retryAfterMs: number | null;
}

/** The token is fetched inside the turn: before it, it could grow too old in the queue. */
async function askWithFreshToken(skatteetaten: Skatteetaten, question: Question): Promise<Attempt> {
  const first = await askOnce(skatteetaten, question);
  const refused = first.reply.state === 'failed' && first.reply.failure.code === 'api-unauthenticated';
  return refused ? askOnce(skatteetaten, question) : first;
}

async function askOnce(skatteetaten: Skatteetaten, question: Question): Promise<Attempt> {
  const { scope, signal } = question;
  const token = await skatteetaten.token(scope, signal);
  if (!token.ok) return final(failed(token.error));
  const body = question.body === undefined ? null : JSON.stringify(question.body);
  const sent = await skatteetaten.http({
    method: body === null ? 'GET' : 'POST',
    url: urlOf(question),
    headers: {
      authorization: token.value.toAuthorizationHeader(),
      accept: 'application/json',
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(question.correlated ? { korrelasjonsid: randomUUID() } : {}),
    },
    ...(body === null ? {} : { body }),
    timeoutMs: ATTEMPT_MS,
    maxBytes: MAX_BYTES,
    signal,
  });
  if (!sent.ok) return final(failed(sent.error));

  const reply = readAnswer(sent.value, skatteetaten, question);
  if (reply.state === 'failed' && reply.failure.code === 'api-unauthenticated') skatteetaten.dropToken(token.value);
  return {
    reply,
    retryAfterMs: readRetryAfter(sent.value.headers.get('retry-after'), skatteetaten.time.now().wall),
  };
}

function readAnswer(answer: HttpAnswer, { environment }: Skatteetaten, question: Question): Attempt['reply'] {
  const known = { scope: question.scope, environment, host: new URL(question.base).host };
  if (answer.status !== 200) return readRefusal(answer, known);
  const body = readJson(answer);
  if (body === undefined) return failed(failure('api-bad-answer', { detail: { ...known, status: 200 } }));
  return { state: 'answered', body, raw: answer.body, correlationId: correlationIdInHeader(answer) };
}

function urlOf({ base, path, query }: Question): string {
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  return [base, ...path.map(encodeURIComponent)].join('/') + search;
}

const failed = (error: Failure): Failed => ({ state: 'failed', failure: error });
const final = (reply: Failed): Attempt => ({ reply, retryAfterMs: null });
