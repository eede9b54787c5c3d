import type { Selectable } from 'kysely';
import type { Instant, IsoDate } from '../../shared/dates.ts';
import type { CaseFile, CaseStatus, Language, LegalGround, Purpose } from '../../shared/housing/caseFile.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { CaseDetails, CaseSummary } from '../../shared/ipc/housingCalls.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface CasesTable {
  id: string;
  version: number;
  caseNumber: string;
  legalGround: LegalGround;
  purpose: Purpose;
  language: Language;
  decisionDate: IsoDate;
  informedHow: CaseFile['informedHow'];
  informedOn: IsoDate | null;
  status: CaseStatus;
  createdAt: Instant;
  createdBy: string;
  updatedAt: Instant;
}

export type CaseRow = Selectable<CasesTable>;

export async function insertCase(db: WritableDb, row: CaseRow): Promise<void> {
  await db.insertInto('cases').values(row).execute();
}

/** The case's own row; undefined when there is none. */
export const readCaseRow = (db: ReadableDb, caseId: string): Promise<CaseRow | undefined> =>
  db.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirst();

/** Gives the case its next version, and whatever else is changed. */
export async function updateCase(
  db: WritableDb,
  caseId: string,
  change: Partial<CaseDetails> & { readonly status: CaseStatus; readonly updatedAt: Instant },
): Promise<void> {
  await db
    .updateTable('cases')
    .set((column) => ({ ...change, version: column('version', '+', 1) }))
    .where('id', '=', caseId)
    .execute();
}

/** All cases, the last changed first. `fetchedAt`: the newest lookup that got an answer. */
export function listCaseSummaries(db: ReadableDb): Promise<CaseSummary[]> {
  return summaries(db).execute();
}

/** The cases whose number holds the text, whatever the case of its letters; the last changed first. */
export function searchCasesByNumber(db: ReadableDb, text: string): Promise<CaseSummary[]> {
  return summaries(db)
    .where((where) =>
      where(
        where.fn<number>('instr', [where.fn('lower', ['caseNumber']), where.fn('lower', [where.val(text)])]),
        '>',
        0,
      ),
    )
    .execute();
}

/** The cases a person is a member of; the last changed first. The number is compared inside the encrypted database. */
export function searchCasesByPerson(db: ReadableDb, nationalId: NationalId): Promise<CaseSummary[]> {
  return summaries(db)
    .where('id', 'in', (members) => members.selectFrom('members').select('caseId').where('nationalId', '=', nationalId))
    .execute();
}

const summaries = (db: ReadableDb) =>
  db
    .selectFrom('cases')
    .select(['id', 'caseNumber', 'purpose', 'status', 'decisionDate', 'updatedAt', 'createdBy'])
    .select((column) => [
      column
        .selectFrom('members')
        .whereRef('members.caseId', '=', 'cases.id')
        .select((member) => member.fn.countAll<number>().as('count'))
        .$asScalar()
        .$notNull()
        .as('memberCount'),
      column
        .selectFrom('lookups')
        .whereRef('lookups.caseId', '=', 'cases.id')
        .where('state', 'not in', ['failed', 'cancelled'])
        .select((lookup) => lookup.fn.max('at').as('at'))
        .$asScalar()
        .as('fetchedAt'),
    ])
    .orderBy('updatedAt', 'desc')
    .orderBy('id');
