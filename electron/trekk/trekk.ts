import type { Instant } from '../../shared/dates.ts';
import { maskNationalId } from '../../shared/identity/nationalId.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Act, Trekk } from '../../shared/utlegg/trekk.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import { messagesOf, type OutboxRow } from '../storage/outbox.ts';
import type { ReadableDb, WritableDb } from '../storage/Store.ts';
import { readTrekkRow, type StoredTrekk, type TrekkChange, updateTrekk } from '../storage/trekk.ts';
import { insertEvent, readEvents } from '../storage/trekkEvents.ts';
import { readLetters } from '../storage/trekkLetters.ts';
import type { TrekkPorts } from './TrekkPorts.ts';

/** The trekk as the window may see it: the number masked, and how far its messages have come. Errors: `not-found`. */
export async function readTrekk(db: ReadableDb, trekkId: string): Promise<Result<Trekk, Failure>> {
  const row = await readTrekkRow(db, trekkId);
  const debtorCase = row && (await readDebtorRow(db, row.caseId));
  if (!row || !debtorCase) return fail(failure('not-found'));
  const { nationalId, act, ...rest } = row;
  return ok({
    ...rest,
    caseNumber: debtorCase.caseNumber,
    maskedId: maskNationalId(nationalId),
    act: act && { ...act, sending: sendingOf(act.id, await messagesOf(db, trekkId)) },
    letters: await readLetters(db, trekkId),
    events: await readEvents(db, trekkId),
  });
}

/** What the outbox says of the act: of the step that is to be sent now. */
function sendingOf(actId: string, messages: readonly OutboxRow[]): Act['sending'] {
  const current = messages.find((message) => message.actId === actId && message.state === 'waiting');
  if (!current) return null;
  const { step, createdAt, attempts, lastTriedAt, nextTryAt, error } = current;
  return { step, confirmedAt: createdAt, attempts, lastTriedAt, nextTryAt, error };
}

/** Which version of a trekk the window has seen. */
export interface SeenTrekk {
  readonly trekkId: string;
  readonly expectedVersion: number;
}

/** The stored trekk, if the window has seen its latest version. Errors: `not-found`, `version-conflict`. */
export async function readTrekkAtVersion(db: ReadableDb, seen: SeenTrekk): Promise<Result<StoredTrekk, Failure>> {
  const row = await readTrekkRow(db, seen.trekkId);
  if (!row) return fail(failure('not-found'));
  return row.version === seen.expectedVersion ? ok(row) : fail(failure('version-conflict'));
}

type Event = Trekk['events'][number];

/** What a use case makes of a trekk: what is changed, and the line in its history; null for none. */
export interface Changed {
  readonly change: TrekkChange;
  readonly event: Pick<Event, 'event' | 'act' | 'detail'> | null;
}

/**
 * Makes one change to a trekk that is still as the window saw it, with its line in the history, and tells the window. Errors: `not-found`,
 * `version-conflict`, the change's own.
 */
export async function changeTrekk(
  ports: Pick<TrekkPorts, 'store' | 'now' | 'actor' | 'notify'>,
  seen: SeenTrekk,
  work: (db: WritableDb, trekk: StoredTrekk) => Promise<Result<Changed, Failure>>,
): Promise<Result<Trekk, Failure>> {
  const changed = await ports.store.write(async (db) => {
    const row = await readTrekkAtVersion(db, seen);
    if (!row.ok) return row;
    const made = await work(db, row.value);
    if (!made.ok) return made;
    await applyChange(db, row.value, made.value, { at: ports.now(), by: ports.actor().userName });
    return readTrekk(db, seen.trekkId);
  });
  if (changed.ok) ports.notify(seen.trekkId);
  return changed;
}

/** The change and its line in the history, inside the caller's own transaction. */
export async function applyChange(
  db: WritableDb,
  trekk: StoredTrekk,
  { change, event }: Changed,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await updateTrekk(db, trekk, { ...change, updatedAt: at });
  if (event) await insertEvent(db, trekk.id, { at, by, ...event });
}
