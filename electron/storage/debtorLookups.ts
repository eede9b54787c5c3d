import type { Instant, IsoDate } from '../../shared/dates.ts';
import { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import type { LookupState } from '../../shared/income/model.ts';
import type { LookupOrigin } from './lookups.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface DebtorLookupsTable {
  id: string;
  caseId: string;
  /** `at` and `state` of the lookup, for the list of cases. */
  at: Instant;
  state: LookupState;
  /** JSON of DebtorLookup. */
  lookup: string;
  environment: string;
  /** The answer's body, word for word; gone after `rawExpiresOn`. */
  raw: string | null;
  rawExpiresOn: IsoDate | null;
}

export interface StoredDebtorLookup extends LookupOrigin {
  readonly lookup: DebtorLookup;
}

export async function insertDebtorLookup(db: WritableDb, caseId: string, stored: StoredDebtorLookup): Promise<void> {
  const { lookup, ...origin } = stored;
  const { id, at, state } = lookup;
  await db
    .insertInto('debtorLookups')
    .values({ id, caseId, at, state, lookup: JSON.stringify(lookup), ...origin })
    .execute();
}

/** Every lookup of the case, the newest first. */
export async function readDebtorLookups(db: ReadableDb, caseId: string): Promise<DebtorLookup[]> {
  const rows = await db
    .selectFrom('debtorLookups')
    .select('lookup')
    .where('caseId', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(({ lookup }) => DebtorLookup.parse(JSON.parse(lookup)));
}

/** One lookup of the case with its origin; undefined when there is none, so that a lookup is never read through another case. */
export async function readDebtorLookup(
  db: ReadableDb,
  caseId: string,
  id: string,
): Promise<StoredDebtorLookup | undefined> {
  const row = await db
    .selectFrom('debtorLookups')
    .select(['lookup', 'environment', 'raw', 'rawExpiresOn'])
    .where('caseId', '=', caseId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, lookup: DebtorLookup.parse(JSON.parse(row.lookup)) };
}

/** Forgets everything that was looked up in the case: it was about another number. */
export async function deleteDebtorLookups(db: WritableDb, caseId: string): Promise<void> {
  await db.deleteFrom('debtorLookups').where('caseId', '=', caseId).execute();
}
