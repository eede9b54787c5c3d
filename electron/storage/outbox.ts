import type { Selectable } from 'kysely';
import type { Instant } from '../../shared/dates.ts';
import { CallError } from '../../shared/ipc/errors.ts';
import type { ReadableDb, WritableDb } from './Store.ts';
import { type Flag, flag } from './schema.ts';

export interface OutboxTable {
  id: string;
  trekkId: string;
  actId: string;
  /** The decision document goes first, then the message itself. */
  step: 'vedlegg' | 'melding';
  register: 'utlegg' | 'samordnetTrekk';
  method: 'POST' | 'PUT';
  /** What follows the register's address, as it is sent. */
  path: string;
  contentType: string;
  idempotencyKey: string | null;
  ifMatch: string | null;
  /** The exact text; null when the bytes are an attachment's. */
  body: string | null;
  attachment: string | null;
  /** The row that the journal got when it was confirmed. */
  journalId: number;
  createdAt: Instant;
  createdBy: string;
  /** `later`: waits for the step before it. `withdrawn`: taken back while it surely had not left. */
  state: 'later' | 'waiting' | 'accepted' | 'refused' | 'withdrawn';
  attempts: number;
  /** It is being sent: written before, taken away after. Found at a start, it may have left. */
  trying: Flag;
  /** A try may have reached the authority, and nobody knows what became of it. */
  doubt: Flag;
  lastTriedAt: Instant | null;
  /** For the screen only: pacing holds on to no wall clock. */
  nextTryAt: Instant | null;
  /** JSON of CallError: how the last try ended. */
  error: string | null;
}

/** What is confirmed, and never changes. */
export type Confirmed = Omit<
  OutboxTable,
  'state' | 'attempts' | 'trying' | 'doubt' | 'lastTriedAt' | 'nextTryAt' | 'error'
>;

/** A message, and how far it has come. */
export interface OutboxRow extends Confirmed {
  readonly state: OutboxTable['state'];
  readonly attempts: number;
  readonly trying: boolean;
  readonly doubt: boolean;
  readonly lastTriedAt: Instant | null;
  readonly nextTryAt: Instant | null;
  readonly error: CallError | null;
}

export async function insertOutbox(
  db: WritableDb,
  message: Confirmed,
  state: Extract<OutboxTable['state'], 'later' | 'waiting'>,
): Promise<void> {
  const untried = { attempts: 0, trying: 0, doubt: 0, lastTriedAt: null, nextTryAt: null, error: null } as const;
  await db
    .insertInto('outbox')
    .values({ ...message, ...untried, state })
    .execute();
}

/** Every message that may be sent, in the order they were confirmed. */
export const waitingMessages = async (db: ReadableDb): Promise<OutboxRow[]> =>
  (await rows(db).where('state', '=', 'waiting').orderBy('createdAt').orderBy('id').execute()).map(toRow);

/** One message; undefined when there is none. */
export async function readMessage(db: ReadableDb, id: string): Promise<OutboxRow | undefined> {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  return row && toRow(row);
}

/** Every message of the trekk, the steps of an act in their order. */
export const messagesOf = async (db: ReadableDb, trekkId: string): Promise<OutboxRow[]> =>
  (
    await rows(db).where('trekkId', '=', trekkId).orderBy('createdAt').orderBy('step', 'desc').orderBy('id').execute()
  ).map(toRow);

/** What may change in a message that has not ended. */
export type OutboxChange = Partial<Omit<OutboxRow, keyof Confirmed>>;

/** Changes one message; the database refuses it for one that has ended. */
export async function updateOutbox(db: WritableDb, id: string, change: OutboxChange): Promise<void> {
  const { trying, doubt, error, ...rest } = change;
  await db
    .updateTable('outbox')
    .set({
      ...rest,
      ...(trying === undefined ? {} : { trying: flag(trying) }),
      ...(doubt === undefined ? {} : { doubt: flag(doubt) }),
      ...(error === undefined ? {} : { error: error && JSON.stringify(error) }),
    })
    .where('id', '=', id)
    .execute();
}

const rows = (db: ReadableDb) => db.selectFrom('outbox').selectAll();

const toRow = ({ trying, doubt, error, ...row }: Selectable<OutboxTable>): OutboxRow => ({
  ...row,
  trying: trying === 1,
  doubt: doubt === 1,
  error: error === null ? null : CallError.parse(JSON.parse(error)),
});
