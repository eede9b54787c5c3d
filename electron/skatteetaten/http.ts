import { type ErrorCode, type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Moment, Time } from './time.ts';

/** The part of `fetch` we use: Electron's `session.fetch` in the program, so that the PC's proxy and trust store apply. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** May hold a personal number: never logged, never put into an error. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as it is, byte for byte. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** For the whole exchange, from connecting to the last byte. */
  readonly timeoutMs: number;
  /** What is longer is cut off: a proxy's page can be any size. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** Called when the answer begins: the request has been there, its answer is not read. */
  readonly answering?: () => void;
}

/** `neverLeft`: proven that nothing of the request reached anyone. False is no proof of the opposite. */
interface HttpFailure extends Failure {
  readonly neverLeft: boolean;
}

/** Any answer that arrived whole, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly sentAt: Moment;
  /** From sending to the first byte of the answer, in milliseconds. */
  readonly roundTripMs: number;
}

/** Sends one request once. Fails with `net-*` or `cancelled`; `detail.host` says to whom. Never repeats anything by itself. */
export type Http = (request: HttpRequest) => Promise<Result<HttpAnswer, HttpFailure>>;

/**
 * The one place that talks to the network. `addresses` are the only ones it will reach (their origins); another one is a bug and throws.
 */
export function createHttp(fetch: Fetch, addresses: readonly string[], time: Time): Http {
  const allowed = new Set(addresses.map((address) => new URL(address).origin));
  return async (request) => {
    if (!URL.canParse(request.url)) throw new Error('An address that is no URL was about to be asked');
    const { origin, host, username, password } = new URL(request.url);
    if (!allowed.has(origin) || username || password) throw new Error('A host outside the list was about to be asked');

    const stop = stopper(request.signal, request.timeoutMs);
    try {
      return ok(await Promise.race([exchange(fetch, request, stop.signal, time), stop.stopped]));
    } catch (thrown) {
      const stopped = stop.reason();
      const why = failure(stopped ?? networkCode(thrown), { detail: { host } });
      return fail({ ...why, neverLeft: stopped === null && neverLeft(thrown) });
    } finally {
      stop.release();
    }
  };
}

/** Is the body declared to be JSON? Gateways answer in text and HTML. */
const isJson = (headers: Headers): boolean =>
  /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(headers.get('content-type') ?? '');

/** Reads a JSON body; undefined when it is declared as something else or broken. */
export function readJson(answer: HttpAnswer): unknown {
  if (!isJson(answer.headers)) return undefined;
  try {
    return JSON.parse(answer.body);
  } catch {
    return undefined;
  }
}

async function exchange(fetch: Fetch, request: HttpRequest, signal: AbortSignal, time: Time): Promise<HttpAnswer> {
  const sentAt = time.now();
  const response = await fetch(request.url, {
    method: request.method,
    headers: request.headers,
    ...(request.body === undefined ? {} : { body: request.body }),
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    signal,
  });
  const roundTripMs = time.now().monotonic - sentAt.monotonic;
  request.answering?.();
  const body = await readText(response, request.maxBytes);
  return { status: response.status, headers: response.headers, body, sentAt, roundTripMs };
}

async function readText(response: Response, maxBytes: number): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let left = maxBytes;
  // leaving the loop cancels the rest of the stream
  for await (const chunk of response.body) {
    chunks.push(chunk.subarray(0, left));
    left -= chunk.length;
    if (left <= 0) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** One signal out of the caller's and a time limit. Racing `stopped` makes the limit hold even where the network stack is slow to let go. */
function stopper(outer: AbortSignal, timeoutMs: number) {
  const controller = new AbortController();
  let reason: ErrorCode | null = null;
  const stop = (why: ErrorCode) => {
    reason ??= why;
    controller.abort();
  };
  const cancel = () => stop('cancelled');
  const timer = setTimeout(() => stop('net-timeout'), timeoutMs);
  const stopped = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true });
  });
  stopped.catch(() => {}); // it may lose the race
  if (outer.aborted) cancel();
  else outer.addEventListener('abort', cancel, { once: true });
  return {
    signal: controller.signal,
    stopped,
    reason: () => reason,
    release: () => {
      clearTimeout(timer);
      outer.removeEventListener('abort', cancel);
    },
  };
}

/** Chromium says `net::ERR_…` in the message, Node a code in the cause. First match wins; anything else is «no contact». */
const networkSigns: readonly (readonly [ErrorCode, RegExp])[] = [
  // a redirect is a proxy's or a guest network's log-on page: the authorities never redirect
  ['net-proxy', /PROXY|TUNNEL|SOCKS|_PAC_|redirect/],
  ['net-tls', /CERT|_SSL_|_TLS_|EPROTO|SELF_SIGNED|UNABLE_TO_VERIFY/],
  ['net-timeout', /TIMED_?OUT|TIMEOUT/],
  [
    'net-cut',
    /RESET|CLOSED|EMPTY_RESPONSE|ABORTED|EPIPE|_SOCKET|MISMATCH|INCOMPLETE|CHUNKED|HTTP2|QUIC|INVALID_HTTP|NETWORK_CHANGED|SUSPENDED/,
  ],
];

/** Which `net-*` error a failed request is. */
export function networkCode(thrown: unknown): ErrorCode {
  const text = signsOf(thrown).join(' ');
  return networkSigns.find(([, sign]) => sign.test(text))?.[0] ?? 'net-no-contact';
}

/** No address, nobody at the address, or a handshake that failed: a request is sent only after these. Anything less certain is not here. */
const NEVER_LEFT =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|NAME_NOT_RESOLVED|CONNECTION_REFUSED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|ERR_CERT_/;

const neverLeft = (thrown: unknown): boolean => signsOf(thrown).some((sign) => NEVER_LEFT.test(sign));

/** Codes and messages along the chain of causes. Only compared with the table, never kept. */
function signsOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [];
  const code = 'code' in thrown && typeof thrown.code === 'string' ? [thrown.code] : [];
  const parts = thrown instanceof AggregateError ? thrown.errors.flatMap(signsOf) : [];
  return [...code, thrown.message, ...parts, ...signsOf(thrown.cause)];
}
