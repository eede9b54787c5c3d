import type { Instant } from '../../shared/dates.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { hasPassed, type Moment } from '../skatteetaten/time.ts';
import { type OutboxRow, waitingMessages } from '../storage/outbox.ts';
import type { Ending } from './Ending.ts';
import type { OutboxPorts } from './OutboxPorts.ts';
import { recordEnding, type Tried } from './recordEnding.ts';
import { tryMessage } from './tryMessage.ts';
import { waitAfter } from './waitAfter.ts';

/** How often a clock is looked at while something waits; and how long to sleep when nothing does (a timer takes no more). */
const LOOK_EVERY_MS = 5000;
const UNTIL_WOKEN_MS = 2 ** 31 - 1;

/** When a message was last tried, by both clocks, and how long it rests. */
interface Rest {
  readonly trekkId: string;
  readonly since: Moment;
  readonly milliseconds: number;
}

/**
 * Sends what was confirmed, one message at a time, until the authority has settled each. The database is the queue and the memory; here is only
 * what may be lost: how long to rest between tries (by both clocks, so that one that is set back delays nothing), and an ending that could not
 * be written yet. After a start everything that waits is tried at once, with the same key and the same bytes.
 *
 * It stands still while the program is locked: then the keychain is left alone and the tokens are forgotten, so nothing could be sent. What is on
 * its way is waited for and recorded, since its answer is worth more than the silence; the rest stays in the list, and is taken up at unlocking.
 */
export class Outbox {
  readonly #ports: OutboxPorts;
  readonly #closing = new AbortController();
  readonly #rests = new Map<string, Rest>();
  #standing = false;
  #unwritten: Tried | null = null;
  #woken = false;
  #sleep: AbortController | null = null;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
  }

  /** Sends until `close`. Resolves then. */
  async run(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      this.#woken = false;
      const waits = await this.drain();
      if (this.#woken) continue;
      this.#sleep = new AbortController();
      await this.#ports.time.pause(waits ? LOOK_EVERY_MS : UNTIL_WOKEN_MS, this.#sleep.signal);
    }
  }

  /** Something was confirmed. */
  wake(): void {
    this.#woken = true;
    this.#sleep?.abort();
  }

  /** Tries what waits of the trekk now, however long it was to rest. */
  sendNow(trekkId: string): void {
    for (const [id, rest] of this.#rests) if (rest.trekkId === trekkId) this.#rests.delete(id);
    this.wake();
  }

  /** Begins nothing more until `resume`. */
  stand(): void {
    this.#standing = true;
  }

  /** Goes on, with everything that waits. */
  resume(): void {
    this.#standing = false;
    this.#rests.clear();
    this.wake();
  }

  /** For good: the store is about to close. */
  close(): void {
    this.#standing = true;
    this.#closing.abort();
    this.wake();
  }

  /** Tries everything that is due once, one after the other. Does anything still wait? Never two at a time: `run` is the only caller. */
  async drain(): Promise<boolean> {
    for (;;) {
      if (this.#standing || !(await this.#writeEnding())) return true;
      const waiting = await this.#ports.store.read(async (db) => ok(await waitingMessages(db)));
      if (!waiting.ok) return true;
      const due = waiting.value.find((row) => this.#isDue(row));
      if (!due) return waiting.value.length > 0;
      this.#unwritten = await this.#try(due);
    }
  }

  #isDue({ id }: OutboxRow): boolean {
    const rest = this.#rests.get(id);
    return !rest || hasPassed(rest.milliseconds, rest.since, this.#ports.time.now());
  }

  async #try(row: OutboxRow): Promise<Tried> {
    const { now, time } = this.#ports;
    const startedAt = now();
    const ending = await tryMessage(this.#ports, row, new AbortController().signal).catch((thrown): Ending => {
      // A bug after the message has left must not be taken for a no, nor keep the others waiting.
      this.#ports.bug(thrown);
      return { kind: 'unknown', failure: failure('unexpected'), retryAfterMs: null };
    });
    const milliseconds = waitAfter(row.attempts + 1, 'retryAfterMs' in ending ? ending.retryAfterMs : null);
    this.#rests.set(row.id, { trekkId: row.trekkId, since: time.now(), milliseconds });
    const nextTryAt = new Date(Date.parse(now()) + milliseconds).toISOString() as Instant;
    return { messageId: row.id, startedAt, nextTryAt, ending };
  }

  /** Writes the ending that is left, if there is one. While it can't be written nothing else is sent: the disk may be full. */
  async #writeEnding(): Promise<boolean> {
    const tried = this.#unwritten;
    if (tried === null) return true;
    this.#ports.reached('before-record');
    const written: Result<string | null, Failure> = await this.#ports.store.write(async (db) =>
      ok(await recordEnding(db, this.#ports, tried)),
    );
    if (!written.ok) return false;
    this.#ports.reached('recorded');
    this.#unwritten = null;
    if (written.value !== null) this.#ports.notify(written.value);
    return true;
  }
}
