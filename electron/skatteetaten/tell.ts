import { randomUUID } from 'node:crypto';
import type { DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Skatteetaten } from './ask.ts';
import { readRefusal } from './errorsOfSkatteetaten.ts';
import type { HttpAnswer } from './http.ts';
import { readRetryAfter } from './retry.ts';

const ATTEMPT_MS = 30_000;
const MAX_BYTES = 1024 * 1024;

/** A message to an authority, as it stands in the outbox. */
export interface Message {
  readonly register: Extract<DebtorSource, 'utlegg' | 'samordnetTrekk'>;
  readonly base: string;
  /** What follows the base, ready to be sent. */
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly contentType: string;
  readonly idempotencyKey: string | null;
  readonly ifMatch: string | null;
  readonly body: string | Uint8Array<ArrayBuffer>;
  readonly scope: string;
}

/** How whoever sends follows a try. */
export interface Following {
  /** Called when everything is ready and the request is about to leave; it does not leave when this fails. */
  readonly leaving: () => Promise<Result<null, Failure>>;
  /** Called when an answer begins. */
  readonly answering: () => void;
  readonly signal: AbortSignal;
}

/**
 * What one try ended with. `not-sent`: the authority surely did nothing, since the message never left or was turned away for its token.
 * `unknown`: it may have arrived. `answered`: an answer arrived whole; what it means is the reader's to say.
 */
export type Told =
  | { readonly state: 'not-sent' | 'unknown'; readonly failure: Failure }
  | { readonly state: 'answered'; readonly answer: HttpAnswer; readonly retryAfterMs: number | null };

/** Sends one message once. Nothing here tries again: only the outbox knows what it means to send a thing twice. */
export async function tell(
  { http, token, dropToken, queues, environment, time }: Skatteetaten,
  message: Message,
  { leaving, answering, signal }: Following,
): Promise<Told> {
  const turn = await queues[message.register].run(signal, async (): Promise<Told> => {
    const held = await token(message.scope, signal);
    if (!held.ok) return { state: 'not-sent', failure: held.error };
    const ready = await leaving();
    if (!ready.ok) return { state: 'not-sent', failure: ready.error };
    const sent = await http({
      method: message.method,
      url: `${message.base}/${message.path}`,
      headers: {
        authorization: held.value.toAuthorizationHeader(),
        accept: 'application/json',
        'content-type': message.contentType,
        korrelasjonsid: randomUUID(),
        ...(message.idempotencyKey === null ? {} : { 'idempotency-key': message.idempotencyKey }),
        ...(message.ifMatch === null ? {} : { 'if-match': message.ifMatch }),
      },
      body: message.body,
      timeoutMs: ATTEMPT_MS,
      maxBytes: MAX_BYTES,
      signal,
      answering,
    });
    if (!sent.ok) {
      const { neverLeft, ...why } = sent.error;
      return { state: neverLeft ? 'not-sent' : 'unknown', failure: why };
    }
    if (sent.value.status === 401) {
      dropToken(held.value);
      const known = { scope: message.scope, environment, host: new URL(message.base).host };
      const refusal = readRefusal(sent.value, known);
      if (refusal.state === 'failed') return { state: 'not-sent', failure: refusal.failure };
    }
    const retryAfterMs = readRetryAfter(sent.value.headers.get('retry-after'), time.now().wall);
    return { state: 'answered', answer: sent.value, retryAfterMs };
  });
  return turn.ok ? turn.value : { state: 'not-sent', failure: turn.error };
}
