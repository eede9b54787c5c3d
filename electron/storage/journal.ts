import type { Generated, Insertable } from 'kysely';
import type { Role } from '../../shared/access.ts';
import type { Instant, IsoDate } from '../../shared/dates.ts';
import type { JournalRow } from '../../shared/ipc/sessionCalls.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

/** Rows are only ever added: triggers refuse everything else. */
export interface JournalTable {
  id: Generated<number>;
  at: Instant;
  /** The day of `at` in Oslo. */
  day: IsoDate;
  userName: string;
  role: string;
  action: JournalRow['action'];
  caseNumber: string | null;
  purpose: string | null;
  /** Masked. */
  person: string | null;
  /** Keyed hash (electron/journal/personHash.ts): the same person can be found again, nobody can be found out. */
  personHash: string | null;
  source: string | null;
  package: string | null;
  period: string | null;
  detail: string | null;
  /** Empty until the rows are chained. */
  previousHash: Generated<string | null>;
  hash: Generated<string | null>;
}

/** How a lookup ended: a row of its own, at most one per lookup. */
export interface JournalOutcomesTable {
  journalId: number;
  at: Instant;
  outcome: string;
  reference: string | null;
  previousHash: Generated<string | null>;
  hash: Generated<string | null>;
}

/** Appends a row and returns its id. */
export async function appendJournal(db: WritableDb, row: Omit<Insertable<JournalTable>, 'id'>): Promise<number> {
  const { id } = await db.insertInto('journal').values(row).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function appendOutcome(db: WritableDb, row: Insertable<JournalOutcomesTable>): Promise<void> {
  await db.insertInto('journalOutcomes').values(row).execute();
}

/** What to list. `from` and `to` are days in Oslo, both included. `text` in case number, user or outcome; `personHash` exactly. */
export interface JournalFilter {
  readonly text: string;
  readonly personHash: string | null;
  /** Only rows by someone in one of these roles; null = all. */
  readonly roles: readonly Role[] | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly offset: number;
  readonly limit: number;
}

/** A page of the journal, the newest row first, and how many rows fit the filter in all. */
export async function readJournal(
  db: ReadableDb,
  filter: JournalFilter,
): Promise<{ readonly rows: JournalRow[]; readonly total: number }> {
  const { text, personHash, roles, from, to } = filter;
  const fitting = db
    .selectFrom('journal')
    .leftJoin('journalOutcomes', 'journalOutcomes.journalId', 'journal.id')
    .$if(personHash !== null, (query) => query.where('personHash', '=', personHash))
    .$if(text !== '', (query) =>
      query.where((where) =>
        where.or(
          (['caseNumber', 'userName', 'outcome'] as const).map((column) =>
            where(
              where.fn<number>('instr', [where.fn('lower', [column]), where.fn('lower', [where.val(text)])]),
              '>',
              0,
            ),
          ),
        ),
      ),
    )
    .$if(roles !== null, (query) => query.where('role', 'in', roles ?? []))
    .$if(from !== null, (query) => query.where('day', '>=', from))
    .$if(to !== null, (query) => query.where('day', '<=', to));
  const { total } = await fitting
    .select((column) => column.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await fitting
    .select(['journal.id', 'journal.at', 'userName', 'role', 'action', 'caseNumber', 'purpose', 'person'])
    .select(['source', 'period', 'detail', 'outcome', 'journalOutcomes.at as finishedAt', 'reference'])
    .orderBy('journal.id', 'desc')
    .limit(filter.limit)
    .offset(filter.offset)
    .execute();
  return { rows: rows.map((row) => ({ ...row, id: String(row.id) })), total };
}
