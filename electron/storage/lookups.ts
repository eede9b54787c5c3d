import type { Selectable } from 'kysely';
import { addDays, type Instant, type IsoDate, type Month, osloDate } from '../../shared/dates.ts';
import { IncomeAnswer, type Lookup, type LookupState, type Source, TaxAnswer } from '../../shared/income/model.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface LookupsTable {
  id: string;
  caseId: string;
  memberId: string;
  source: Source;
  fromMonth: Month | null;
  toMonth: Month | null;
  year: number | null;
  state: LookupState;
  at: Instant;
  environment: string;
  errorCode: string | null;
  authorityCode: string | null;
  reference: string | null;
  /** JSON of IncomeAnswer. */
  income: string | null;
  /** JSON of TaxAnswer. */
  tax: string | null;
  newestYear: number | null;
  /** The answer's body, word for word; gone after `rawExpiresOn` (fagregler.md 1.8: what the decision rests on is the figures). */
  raw: string | null;
  rawExpiresOn: IsoDate | null;
}

/** Raw answers are kept this long, for the source lines and for questions to Skatteetaten; the figures stay with the case (fagregler.md 1.8). */
const RAW_DAYS = 90;

/** The last day a raw answer that was asked for `at` is kept; null when there is none. */
export const rawExpiry = (raw: string | null, at: Instant): IsoDate | null =>
  raw === null ? null : addDays(osloDate(at), RAW_DAYS);

/** What is kept of a lookup besides what the case file shows. */
export interface LookupOrigin {
  readonly environment: string;
  readonly raw: string | null;
  readonly rawExpiresOn: IsoDate | null;
}

export type StoredLookup = Lookup & LookupOrigin;

export async function insertLookup(db: WritableDb, caseId: string, lookup: StoredLookup): Promise<void> {
  await db
    .insertInto('lookups')
    .values({
      ...lookup,
      caseId,
      income: lookup.income && JSON.stringify(lookup.income),
      tax: lookup.tax && JSON.stringify(lookup.tax),
    })
    .execute();
}

/** Every lookup of the case, the newest first. */
export async function readLookups(db: ReadableDb, caseId: string): Promise<Lookup[]> {
  const rows = await db
    .selectFrom('lookups')
    .selectAll()
    .where('caseId', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toLookup);
}

/** One lookup of the case with its origin; undefined when there is none, so that a lookup is never read through another case. */
export async function readLookup(db: ReadableDb, caseId: string, id: string): Promise<StoredLookup | undefined> {
  const row = await db
    .selectFrom('lookups')
    .selectAll()
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...toLookup(row), environment: row.environment, raw: row.raw, rawExpiresOn: row.rawExpiresOn };
}

/** Forgets everything that was looked up for a member: it was about another number. */
export async function deleteLookupsOf(db: WritableDb, memberId: string): Promise<void> {
  await db.deleteFrom('lookups').where('memberId', '=', memberId).execute();
}

/** Removes raw answers whose time is over, of both desks. The parsed figures stay with the case. */
export async function deleteExpiredRaw(db: WritableDb, today: IsoDate): Promise<void> {
  for (const table of ['lookups', 'debtorLookups', 'batchQuestions'] as const) {
    await db
      .updateTable(table)
      .set({ raw: null })
      .where('raw', 'is not', null)
      .where('rawExpiresOn', '<', today)
      .execute();
  }
}

function toLookup(row: Selectable<LookupsTable>): Lookup {
  const { caseId: _, environment: __, raw: ___, rawExpiresOn: ____, income, tax, ...rest } = row;
  return {
    ...rest,
    income: income === null ? null : IncomeAnswer.parse(JSON.parse(income)),
    tax: tax === null ? null : TaxAnswer.parse(JSON.parse(tax)),
  };
}
