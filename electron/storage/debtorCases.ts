import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Instant, IsoDate } from '../../shared/dates.ts';
import { DebtorCase, type DebtorPurpose, type DebtorStatus } from '../../shared/garnishment/debtorCase.ts';
import type { Language } from '../../shared/housing/caseFile.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { DebtorSummary } from '../../shared/ipc/collectionCalls.ts';
import { oere } from '../../shared/money.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface DebtorCasesTable {
  id: string;
  version: number;
  caseNumber: string;
  nationalId: NationalId;
  /** JSON, as all that follow with the same remark: the field of `DebtorCase` of that name. */
  legalGrounds: string;
  purpose: DebtorPurpose;
  language: Language;
  decisionDate: IsoDate;
  /** JSON. */
  condition: string;
  status: DebtorStatus;
  /** JSON. */
  claims: string;
  /** JSON. */
  notices: string;
  /** JSON. */
  answers: string;
  /** JSON; null = not entered yet. */
  household: string | null;
  /** JSON. */
  choices: string;
  createdAt: Instant;
  createdBy: string;
  updatedAt: Instant;
}

/** A debtor's case with the whole number and without its lookups: for main only. */
export type StoredDebtorCase = Omit<DebtorCase, 'maskedId' | 'lookups'> & { readonly nationalId: NationalId };

const Entered = DebtorCase.pick({
  legalGrounds: true,
  condition: true,
  claims: true,
  notices: true,
  answers: true,
  household: true,
  choices: true,
});
type Entered = z.infer<typeof Entered>;

export async function insertDebtorCase(db: WritableDb, debtorCase: StoredDebtorCase): Promise<void> {
  const { legalGrounds, condition, claims, notices, answers, household, choices, ...row } = debtorCase;
  const entered = toColumns({ legalGrounds, condition, claims, notices, answers, household, choices });
  await db
    .insertInto('debtorCases')
    .values({ ...row, ...entered })
    .execute();
}

/** The case; undefined when there is none. */
export async function readDebtorRow(db: ReadableDb, caseId: string): Promise<StoredDebtorCase | undefined> {
  const row = await db.selectFrom('debtorCases').selectAll().where('id', '=', caseId).executeTakeFirst();
  return row && toStored(row);
}

/** What may be changed in a case. */
export type DebtorChange = Partial<Omit<StoredDebtorCase, 'id' | 'version' | 'createdAt' | 'createdBy'>>;

/** Gives the case its next version, and whatever else is changed. */
export async function updateDebtorCase(
  db: WritableDb,
  debtorCase: StoredDebtorCase,
  change: DebtorChange,
): Promise<void> {
  const { id, version: _, createdAt: __, createdBy: ___, ...rest } = { ...debtorCase, ...change };
  const { legalGrounds, condition, claims, notices, answers, household, choices, ...row } = rest;
  const entered = toColumns({ legalGrounds, condition, claims, notices, answers, household, choices });
  await db
    .updateTable('debtorCases')
    .set((column) => ({ ...row, ...entered, version: column('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** All cases, the last changed first. */
export const listDebtorSummaries = async (db: ReadableDb): Promise<DebtorSummary[]> =>
  (await summaries(db).execute()).map(toSummary);

/** The cases whose number holds the text, whatever the case of its letters; the last changed first. */
export async function searchDebtorsByNumber(db: ReadableDb, text: string): Promise<DebtorSummary[]> {
  const rows = await summaries(db)
    .where((where) =>
      where(
        where.fn<number>('instr', [where.fn('lower', ['caseNumber']), where.fn('lower', [where.val(text)])]),
        '>',
        0,
      ),
    )
    .execute();
  return rows.map(toSummary);
}

/** The cases about a person; the last changed first. The number is compared inside the encrypted database. */
export const searchDebtorsByPerson = async (db: ReadableDb, nationalId: NationalId): Promise<DebtorSummary[]> =>
  (await summaries(db).where('nationalId', '=', nationalId).execute()).map(toSummary);

const summaries = (db: ReadableDb) =>
  db
    .selectFrom('debtorCases')
    .select(['id', 'caseNumber', 'purpose', 'status', 'decisionDate', 'claims', 'updatedAt', 'createdBy'])
    .select((column) =>
      column
        .selectFrom('debtorLookups')
        .whereRef('debtorLookups.caseId', '=', 'debtorCases.id')
        .where('state', 'not in', ['failed', 'cancelled'])
        .select((lookup) => lookup.fn.max('at').as('at'))
        .$asScalar()
        .as('fetchedAt'),
    )
    .orderBy('updatedAt', 'desc')
    .orderBy('id');

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number];

/** Only what the list shows of a claim; the claims themselves were checked when they were saved. */
const Claims = z.array(z.object({ remaining: z.number(), interest: z.number(), costs: z.number() }));

function toSummary({ claims, ...row }: SummaryRow): DebtorSummary {
  const list = Claims.parse(JSON.parse(claims));
  const total = list.reduce((sum, { remaining, interest, costs }) => sum + remaining + interest + costs, 0);
  return { ...row, claimCount: list.length, total: oere(total) };
}

const toColumns = (entered: Entered) => ({
  legalGrounds: JSON.stringify(entered.legalGrounds),
  condition: JSON.stringify(entered.condition),
  claims: JSON.stringify(entered.claims),
  notices: JSON.stringify(entered.notices),
  answers: JSON.stringify(entered.answers),
  household: entered.household && JSON.stringify(entered.household),
  choices: JSON.stringify(entered.choices),
});

function toStored(row: Selectable<DebtorCasesTable>): StoredDebtorCase {
  const { legalGrounds, condition, claims, notices, answers, household, choices, ...rest } = row;
  const entered = Entered.parse({
    legalGrounds: JSON.parse(legalGrounds),
    condition: JSON.parse(condition),
    claims: JSON.parse(claims),
    notices: JSON.parse(notices),
    answers: JSON.parse(answers),
    household: household && JSON.parse(household),
    choices: JSON.parse(choices),
  });
  return { ...rest, ...entered };
}
