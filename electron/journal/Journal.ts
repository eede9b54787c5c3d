import type { Role } from '../../shared/access.ts';
import { type Instant, osloDate } from '../../shared/dates.ts';
import type { DebtorPurpose } from '../../shared/garnishment/debtorCase.ts';
import type { DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import type { Purpose } from '../../shared/housing/caseFile.ts';
import { maskNationalId, type NationalId } from '../../shared/identity/nationalId.ts';
import type { LookupState } from '../../shared/income/model.ts';
import type { ErrorCode, Failure } from '../../shared/ipc/errors.ts';
import type { JournalRow } from '../../shared/ipc/sessionCalls.ts';
import { ok, type Result } from '../../shared/result.ts';
import { appendJournal, appendOutcome, type JournalFilter, readJournal } from '../storage/journal.ts';
import type { Store, WritableDb } from '../storage/Store.ts';
import type { PersonHash } from './personHash.ts';
import type { LookupTicket } from './ticket.ts';

/** Who does something, and in which of their roles; null for someone without any. */
export interface Actor {
  readonly userName: string;
  readonly role: Role | null;
}

/** The case something is done in: no lookup without one (fagregler.md 1.8). */
interface CaseAtHand {
  readonly caseNumber: string;
  readonly purpose: Purpose | DebtorPurpose;
}

/** A question about to be put to an authority. `period`: `2025-11–2026-10` or a year. `package`: the rettighetspakke, null where there is none. */
export interface LookupEntry {
  readonly actor: Actor;
  readonly caseAtHand: CaseAtHand;
  readonly person: NationalId;
  readonly source: DebtorSource;
  readonly package: string | null;
  readonly period: string | null;
}

/** A message about to be sent to an authority. `detail`: the kind of act. */
interface SendingEntry {
  readonly actor: Actor;
  readonly caseAtHand: CaseAtHand;
  readonly person: NationalId;
  readonly source: DebtorSource;
  readonly detail: string;
}

/** How a message ended. One that nobody knows the end of has no outcome. */
type SendingOutcome = 'accepted' | 'turned-down' | 'withdrawn';

/** Anything else that leaves a row. `detail`: what it is about, e.g. the name of a call or a file's SHA-256. */
interface ActEntry {
  readonly actor: Actor;
  readonly action: Exclude<JournalRow['action'], 'lookup' | 'sent'>;
  readonly caseAtHand: CaseAtHand | null;
  readonly person: NationalId | null;
  readonly detail: string | null;
}

/** Rows are added and never changed; how a lookup ended is a row of its own. Nothing here holds a number in the clear, nor what was found. */
export interface Journal {
  /** Writes and commits the row that must stand before the authority is asked. The ticket is the proof; clients take nothing else. */
  beginLookup(entry: LookupEntry): Promise<Result<LookupTicket, Failure>>;
  /** The same inside the caller's own transaction: the ticket proves nothing, and must not be used, before that has been committed. */
  beginLookupIn(db: WritableDb, entry: LookupEntry): Promise<LookupTicket>;
  /** Writes the row for a message that is confirmed: once, however many times it must be tried. Inside the transaction that confirms it. */
  beginSendingIn(db: WritableDb, entry: SendingEntry): Promise<LookupTicket>;
  /** Writes how it ended, in the same transaction as what came of it. */
  finishLookup(
    db: WritableDb,
    ticket: LookupTicket,
    outcome: LookupState | ErrorCode | SendingOutcome,
    reference: string | null,
  ): Promise<void>;
  /** Writes a row for something that is no lookup. */
  record(db: WritableDb, entry: ActEntry): Promise<void>;
  /** Fifty rows from `offset`, the newest first, and how many there are. `person`: only rows about them. */
  list(
    filter: Omit<JournalFilter, 'personHash' | 'limit'> & { readonly person: NationalId | null },
  ): Promise<Result<{ rows: JournalRow[]; total: number }, Failure>>;
}

const PAGE = 50;

/** The journal in the encrypted database. */
export function createJournal(store: Store, hashOf: PersonHash, now: () => Instant): Journal {
  const append = (
    db: WritableDb,
    {
      actor,
      caseAtHand,
      person,
      ...rest
    }: Omit<ActEntry, 'action'> &
      Pick<JournalRow, 'action' | 'source' | 'period'> & { readonly package: string | null },
  ): Promise<number> => {
    const at = now();
    return appendJournal(db, {
      ...rest,
      at,
      day: osloDate(at),
      userName: actor.userName,
      role: actor.role ?? '',
      caseNumber: caseAtHand?.caseNumber ?? null,
      purpose: caseAtHand?.purpose ?? null,
      person: person && maskNationalId(person),
      personHash: person && hashOf(person),
    });
  };

  const beginLookupIn: Journal['beginLookupIn'] = async (db, entry) => {
    const id = await append(db, { ...entry, action: 'lookup', detail: null });
    return { journalId: String(id) } as LookupTicket;
  };

  return {
    beginLookupIn,
    beginSendingIn: async (db, entry) => {
      const id = await append(db, { ...entry, action: 'sent', package: null, period: null });
      return { journalId: String(id) } as LookupTicket;
    },
    beginLookup: (entry) => store.write(async (db) => ok(await beginLookupIn(db, entry))),
    finishLookup: (db, ticket, outcome, reference) =>
      appendOutcome(db, { journalId: Number(ticket.journalId), at: now(), outcome, reference }),
    record: async (db, entry) => {
      await append(db, { ...entry, source: null, package: null, period: null });
    },
    list: ({ person, ...filter }) =>
      store.read(async (db) =>
        ok(await readJournal(db, { ...filter, personHash: person && hashOf(person), limit: PAGE })),
      ),
  };
}
