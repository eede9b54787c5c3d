import type { Instant } from '../../shared/dates.ts';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import { maskNationalId } from '../../shared/identity/nationalId.ts';
import { maskPayers } from '../../shared/income/maskPayers.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { newestLookups } from '../cases/newestLookups.ts';
import { type DebtorChange, readDebtorRow, type StoredDebtorCase, updateDebtorCase } from '../storage/debtorCases.ts';
import { readDebtorLookups } from '../storage/debtorLookups.ts';
import type { ReadableDb, Store, WritableDb } from '../storage/Store.ts';

/** The case as the window may see it: numbers masked. Errors: `not-found`. */
export async function readDebtorCase(db: ReadableDb, caseId: string): Promise<Result<DebtorCase, Failure>> {
  const row = await readDebtorRow(db, caseId);
  if (!row) return fail(failure('not-found'));
  const { nationalId, ...rest } = row;
  const lookups = maskPayers(newestLookups(await readDebtorLookups(db, caseId), questionOf));
  return ok({ ...rest, maskedId: maskNationalId(nationalId), lookups });
}

/** The stored case, if the window has seen its latest version. Errors: `not-found`, `version-conflict`. */
export async function readDebtorAtVersion(
  db: ReadableDb,
  seen: { readonly caseId: string; readonly expectedVersion: number },
): Promise<Result<StoredDebtorCase, Failure>> {
  const row = await readDebtorRow(db, seen.caseId);
  if (!row) return fail(failure('not-found'));
  return row.version === seen.expectedVersion ? ok(row) : fail(failure('version-conflict'));
}

/**
 * Makes one change to a case that is still as the window saw it, and returns the case with its next version. Errors: `not-found`,
 * `version-conflict`, and the change's own.
 */
export function changeDebtor(
  store: Store,
  seen: { readonly caseId: string; readonly expectedVersion: number },
  at: Instant,
  change: (db: WritableDb, debtorCase: StoredDebtorCase) => Promise<Result<DebtorChange, Failure>>,
): Promise<Result<DebtorCase, Failure>> {
  return store.write(async (db) => {
    const row = await readDebtorAtVersion(db, seen);
    if (!row.ok) return row;
    const changed = await change(db, row.value);
    if (!changed.ok) return changed;
    await updateDebtorCase(db, row.value, { ...changed.value, updatedAt: at });
    return readDebtorCase(db, seen.caseId);
  });
}

const questionOf = (lookup: DebtorLookup): string =>
  'year' in lookup ? JSON.stringify([lookup.source, lookup.fromMonth, lookup.toMonth, lookup.year]) : lookup.source;
