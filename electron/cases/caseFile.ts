import type { Instant } from '../../shared/dates.ts';
import type { CaseFile, CaseStatus, Member } from '../../shared/housing/caseFile.ts';
import { maskNationalId } from '../../shared/identity/nationalId.ts';
import { maskPayers } from '../../shared/income/maskPayers.ts';
import type { Lookup } from '../../shared/income/model.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { CaseDetails } from '../../shared/ipc/housingCalls.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CaseRow, readCaseRow, updateCase } from '../storage/cases.ts';
import { readChoice } from '../storage/choices.ts';
import { readDocuments } from '../storage/documents.ts';
import { readLookups } from '../storage/lookups.ts';
import { readMembers, type StoredMember } from '../storage/members.ts';
import type { ReadableDb, Store, WritableDb } from '../storage/Store.ts';
import { newestLookups } from './newestLookups.ts';

/** The case as the window may see it: numbers masked. Errors: `not-found`. */
export async function readCaseFile(db: ReadableDb, caseId: string): Promise<Result<CaseFile, Failure>> {
  const row = await readCaseRow(db, caseId);
  if (!row) return fail(failure('not-found'));
  return ok({
    ...row,
    members: (await readMembers(db, caseId)).map(toMember),
    lookups: maskPayers(newestLookups(await readLookups(db, caseId), questionOf)),
    choice: await readChoice(db, caseId),
    documents: await readDocuments(db, caseId),
  });
}

/** The case's row, if the window has seen its latest version. Errors: `not-found`, `version-conflict`. */
export async function readCaseAtVersion(
  db: ReadableDb,
  caseId: string,
  expectedVersion: number,
): Promise<Result<CaseRow, Failure>> {
  const row = await readCaseRow(db, caseId);
  if (!row) return fail(failure('not-found'));
  return row.version === expectedVersion ? ok(row) : fail(failure('version-conflict'));
}

/**
 * Makes one change to a case that is still as the window saw it, and returns the case with its next version. A change after the
 * vedtaksgrunnlag was made opens the case again. Errors: `not-found`, `version-conflict`, and the change's own.
 */
export function changeCase(
  store: Store,
  seen: { readonly caseId: string; readonly expectedVersion: number },
  at: Instant,
  change: (db: WritableDb, row: CaseRow) => Promise<Result<{ details?: CaseDetails; status?: CaseStatus }, Failure>>,
): Promise<Result<CaseFile, Failure>> {
  return store.write(async (db) => {
    const row = await readCaseAtVersion(db, seen.caseId, seen.expectedVersion);
    if (!row.ok) return row;
    const changed = await change(db, row.value);
    if (!changed.ok) return changed;
    const status = changed.value.status ?? (row.value.status === 'ny' ? 'ny' : 'underVurdering');
    await updateCase(db, seen.caseId, { ...changed.value.details, status, updatedAt: at });
    return readCaseFile(db, seen.caseId);
  });
}

const toMember = ({ nationalId, manualPosts, ...member }: StoredMember): Member => ({
  ...member,
  maskedId: nationalId && maskNationalId(nationalId),
  manualPosts: [...manualPosts],
});

const questionOf = ({ memberId, source, fromMonth, toMonth, year }: Lookup): string =>
  JSON.stringify([memberId, source, fromMonth, toMonth, year]);
