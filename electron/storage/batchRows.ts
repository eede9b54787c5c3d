import { type ExpressionBuilder, type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { RowResult, RowState } from '../../shared/batch/batch.ts';
import type { JudgedRow, ListRow } from '../../shared/batch/judgeRows.ts';
import { Corrections, rowProblems } from '../../shared/batch/list.ts';
import type { RowViewName, SortColumn } from '../../shared/batch/view.ts';
import type { Instant } from '../../shared/dates.ts';
import type { DebtorPurpose } from '../../shared/garnishment/debtorCase.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { Oere } from '../../shared/money.ts';
import type { ReadableDb, WritableDb } from './Store.ts';
import { type Flag, flag, type Schema } from './schema.ts';

export interface BatchRowsTable {
  batchId: string;
  /** Place in the list, from 0; the headings are no row. */
  position: number;
  line: number;
  /** JSON of string[]: the record as it was imported. */
  cells: string;
  /** JSON of Corrections. */
  corrections: string;
  caseNumber: string;
  written: string;
  person: NationalId | null;
  repaired: NationalId | null;
  purpose: DebtorPurpose | null;
  purposeWritten: string;
  /** JSON of RowProblem[]. */
  problems: string;
  /** Line of the row that says the same. */
  sameAs: number | null;
  state: RowState;
  answeredAt: Instant | null;
  gross: Oere | null;
  net: Oere | null;
  payers: number | null;
  mainPayer: string | null;
  mainPayerName: string | null;
  taxYear: number | null;
  assets: number | null;
  newRules: Flag | null;
  runningTrekk: number | null;
  caseId: string | null;
}

/** A row of the list with its place. */
export interface PlacedRow extends ListRow {
  readonly position: number;
}

/** A row with the whole number: for main only. */
export interface StoredRow extends PlacedRow, JudgedRow {
  readonly state: RowState;
  readonly answeredAt: Instant | null;
  readonly result: RowResult;
  readonly caseId: string | null;
}

/** Rows per statement: SQLite takes a limited number of values at a time. */
const CHUNK = 500;

export async function insertRows(
  db: WritableDb,
  batchId: string,
  rows: readonly (PlacedRow & { readonly judged: JudgedRow })[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    const values = rows.slice(start, start + CHUNK).map(({ position, line, cells, corrections, judged }) => ({
      ...{ batchId, position, line, state: 'unasked' as const },
      ...judgedColumns(judged),
      cells: JSON.stringify(cells),
      corrections: JSON.stringify(corrections),
    }));
    await db.insertInto('batchRows').values(values).execute();
  }
}

/** Every row of the list, in its order. */
export async function readAllRows(db: ReadableDb, batchId: string): Promise<StoredRow[]> {
  const rows = await db
    .selectFrom('batchRows')
    .selectAll()
    .where('batchId', '=', batchId)
    .orderBy('position')
    .execute();
  return rows.map(toRow);
}

/** The cells of the first rows. */
export async function readFirstCells(db: ReadableDb, batchId: string, count: number): Promise<string[][]> {
  const rows = await db
    .selectFrom('batchRows')
    .select('cells')
    .where('batchId', '=', batchId)
    .orderBy('position')
    .limit(count)
    .execute();
  return rows.map(({ cells }) => Cells.parse(JSON.parse(cells)));
}

/** One row; undefined when there is none. */
export async function readRow(db: ReadableDb, batchId: string, position: number): Promise<StoredRow | undefined> {
  const row = await db
    .selectFrom('batchRows')
    .selectAll()
    .where('batchId', '=', batchId)
    .where('position', '=', position)
    .executeTakeFirst();
  return row && toRow(row);
}

type RowChange = Partial<{ corrections: Corrections; judged: JudgedRow; state: RowState; result: RowResult }> &
  Partial<Pick<BatchRowsTable, 'answeredAt' | 'caseId'>>;

export async function updateRow(db: WritableDb, batchId: string, position: number, change: RowChange): Promise<void> {
  const { corrections, judged, result, ...columns } = change;
  await db
    .updateTable('batchRows')
    .set({
      ...columns,
      ...(corrections && { corrections: JSON.stringify(corrections) }),
      ...(judged && judgedColumns(judged)),
      ...(result && { ...result, newRules: result.newRules === null ? null : flag(result.newRules) }),
    })
    .where('batchId', '=', batchId)
    .where('position', '=', position)
    .execute();
}

export async function deleteRow(db: WritableDb, batchId: string, position: number): Promise<void> {
  await db.deleteFrom('batchRows').where('batchId', '=', batchId).where('position', '=', position).execute();
}

/** Which rows, in which order. `person`: instead of the text. */
export interface StoredView {
  readonly show: RowViewName;
  readonly text: string;
  readonly person: NationalId | null;
  readonly sort: { readonly column: SortColumn; readonly descending: boolean };
}

/** Some rows of a view, how many it has, and how many of those can be used and have no case. What is not known comes last, in either order. */
export async function readView(
  db: ReadableDb,
  batchId: string,
  view: StoredView,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ readonly rows: StoredRow[]; readonly total: number; readonly withoutCase: number }> {
  const { show, text, person, sort } = view;
  const fitting = db
    .selectFrom('batchRows')
    .where('batchId', '=', batchId)
    .where(shown[show])
    .$if(person !== null, (query) => query.where('person', '=', person))
    .$if(person === null && text !== '', (query) =>
      query.where((where) =>
        where(
          where.fn<number>('instr', [where.fn('lower', ['caseNumber']), where.fn('lower', [where.val(text)])]),
          '>',
          0,
        ),
      ),
    );
  const counts = await fitting
    .select((column) => [
      column.fn.countAll<number>().as('total'),
      column.fn.countAll<number>().filterWhere(shown.withoutCase).as('withoutCase'),
    ])
    .executeTakeFirstOrThrow();
  const direction = sort.descending ? 'desc' : 'asc';
  const rows = await fitting
    .selectAll()
    .orderBy(sql`${sql.ref(sort.column)} is null`)
    .orderBy(sort.column, direction)
    .orderBy('position', direction)
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return { rows: rows.map(toRow), ...counts };
}

type Where = ExpressionBuilder<Schema, 'batchRows'>;

const usable = (where: Where) => where('problems', '=', '[]');

/** Ends of a lookup that someone must look at, though nothing failed. */
const TELLING = ['partlyShielded', 'shielded', 'unknownPerson', 'withdrawn'] as const;

const shown: Readonly<Record<RowViewName, (where: Where) => ReturnType<Where['and']>>> = {
  all: (where) => where.and([]),
  usable: (where) => where.and([usable(where)]),
  refused: (where) => where.and([where('problems', '<>', '[]')]),
  waiting: (where) => where.and([usable(where), where('state', 'in', ['unasked', 'waiting', 'asking', 'interrupted'])]),
  answered: (where) => where.and([where('state', '=', 'answered')]),
  attention: (where) =>
    where.and([
      where.or([
        where('state', 'in', ['interrupted', 'partly', 'failed']),
        where.exists(
          where
            .selectFrom('batchQuestions')
            .select('batchQuestions.source')
            .whereRef('batchQuestions.batchId', '=', 'batchRows.batchId')
            .whereRef('batchQuestions.position', '=', 'batchRows.position')
            .where('batchQuestions.state', 'in', TELLING),
        ),
      ]),
    ]),
  withIncome: (where) => where.and([where('gross', '>', 0 as Oere)]),
  withoutIncome: (where) =>
    where.and([
      where('state', 'in', ['answered', 'partly']),
      where.or([where('gross', 'is', null), where('gross', '<=', 0 as Oere)]),
    ]),
  runningTrekk: (where) => where.and([where('runningTrekk', '>', 0)]),
  newRules: (where) => where.and([where('newRules', '=', 1)]),
  withoutCase: (where) => where.and([usable(where), where('caseId', 'is', null)]),
};

/** How many rows are in each state, of those that can be used. */
export async function countStates(db: ReadableDb, batchId: string): Promise<ReadonlyMap<RowState, number>> {
  const rows = await db
    .selectFrom('batchRows')
    .select(['state', (column) => column.fn.countAll<number>().as('count')])
    .where('batchId', '=', batchId)
    .where('problems', '=', '[]')
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

export interface RowCounts {
  readonly rows: number;
  readonly refused: number;
  readonly repairable: number;
  readonly inSeveralCases: number;
}

export async function countRows(db: ReadableDb, batchId: string): Promise<RowCounts> {
  const ofBatch = db.selectFrom('batchRows').where('batchId', '=', batchId);
  const counts = await ofBatch
    .select((column) => [
      column.fn.countAll<number>().as('rows'),
      column.fn.countAll<number>().filterWhere('problems', '<>', '[]').as('refused'),
      column.fn.count<number>('repaired').as('repairable'),
    ])
    .executeTakeFirstOrThrow();
  const several = await ofBatch
    .select('person')
    .where('problems', '=', '[]')
    .groupBy('person')
    .having((column) => column.fn.countAll<number>(), '>', 1)
    .execute();
  return { ...counts, inSeveralCases: several.length };
}

const Cells = z.array(z.string());
const Problems = z.array(z.enum(rowProblems));

const judgedColumns = (judged: JudgedRow) => ({ ...judged, problems: JSON.stringify(judged.problems) });

function toRow(row: Selectable<BatchRowsTable>): StoredRow {
  const { batchId: _, cells, corrections, problems, ...rest } = row;
  const { gross, net, payers, mainPayer, mainPayerName, taxYear, assets, newRules, runningTrekk, ...columns } = rest;
  return {
    ...columns,
    cells: Cells.parse(JSON.parse(cells)),
    corrections: Corrections.parse(JSON.parse(corrections)),
    problems: Problems.parse(JSON.parse(problems)),
    result: {
      ...{ gross, net, payers, mainPayer, mainPayerName, taxYear, assets, runningTrekk },
      newRules: newRules === null ? null : newRules === 1,
    },
  };
}
