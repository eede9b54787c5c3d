import { sql } from 'kysely';
import type { QuestionState } from '../../shared/batch/batch.ts';
import type { PlannedQuestion } from '../../shared/batch/plan.ts';
import type { IsoDate, Month } from '../../shared/dates.ts';
import { DebtorLookup, type DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import type { ErrorCode } from '../../shared/ipc/errors.ts';
import type { BatchRowsTable } from './batchRows.ts';
import type { StoredDebtorLookup } from './debtorLookups.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface BatchQuestionsTable {
  batchId: string;
  position: number;
  source: DebtorSource;
  fromMonth: Month | null;
  toMonth: Month | null;
  year: number | null;
  state: QuestionState;
  errorCode: ErrorCode | null;
  /** JSON of DebtorLookup: how it ended, and what was answered. With the three below as for a case; null until then. */
  lookup: string | null;
  environment: string | null;
  raw: string | null;
  rawExpiresOn: IsoDate | null;
}

/** Which question: at most one of each source in a row. */
export interface QuestionKey {
  readonly batchId: string;
  readonly position: number;
  readonly source: DebtorSource;
}

/** A question that waits, with what its row says. */
export interface WaitingQuestion
  extends Pick<BatchQuestionsTable, 'position' | 'source' | 'fromMonth' | 'toMonth' | 'year'>,
    Pick<BatchRowsTable, 'person' | 'caseNumber' | 'purpose'> {}

/** Writes what is to be asked about every row that can be used and has no questions yet. */
export async function planQuestions(
  db: WritableDb,
  batchId: string,
  questions: readonly PlannedQuestion[],
): Promise<void> {
  for (const { source, fromMonth, toMonth, year, state } of questions) {
    await db
      .insertInto('batchQuestions')
      .columns(['batchId', 'position', 'source', 'fromMonth', 'toMonth', 'year', 'state'])
      .expression((select) =>
        select
          .selectFrom('batchRows')
          .select(['batchId', 'position'])
          .select(
            (column) =>
              [
                column.val(source).as('source'),
                column.val(fromMonth).as('fromMonth'),
                column.val(toMonth).as('toMonth'),
                column.val(year).as('year'),
                column.val(state).as('state'),
              ] as const,
          )
          .where('batchId', '=', batchId)
          .where('problems', '=', '[]')
          .where('state', '=', 'unasked'),
      )
      .execute();
  }
  await db
    .updateTable('batchRows')
    .set({ state: 'waiting' })
    .where('batchId', '=', batchId)
    .where('problems', '=', '[]')
    .where('state', '=', 'unasked')
    .execute();
}

/** The next questions to a register, in the order of the list. */
export async function nextQuestions(
  db: ReadableDb,
  batchId: string,
  source: DebtorSource,
  limit: number,
): Promise<WaitingQuestion[]> {
  return db
    .selectFrom('batchQuestions as question')
    .innerJoin('batchRows as row', (join) =>
      join.onRef('row.batchId', '=', 'question.batchId').onRef('row.position', '=', 'question.position'),
    )
    .select(['question.position', 'source', 'fromMonth', 'toMonth', 'year'])
    .select(['person', 'caseNumber', 'purpose'])
    .where('question.batchId', '=', batchId)
    .where('question.state', '=', 'waiting')
    .where('source', '=', source)
    .orderBy('question.position')
    .limit(limit)
    .execute();
}

/** How a question stands now, with the answer when one has come. */
export async function updateQuestion(
  db: WritableDb,
  key: QuestionKey,
  stands: { readonly state: QuestionState; readonly errorCode: ErrorCode | null },
  answer?: StoredDebtorLookup,
): Promise<void> {
  await db
    .updateTable('batchQuestions')
    .set({ ...stands, ...(answer && { ...answer, lookup: JSON.stringify(answer.lookup) }) })
    .where('batchId', '=', key.batchId)
    .where('position', '=', key.position)
    .where('source', '=', key.source)
    .execute();
}

/** Every question of a batch that is in one of some states gets another. */
export async function moveQuestions(
  db: WritableDb,
  batchId: string,
  from: readonly QuestionState[],
  to: 'waiting' | 'interrupted' | 'cancelled',
): Promise<void> {
  await db
    .updateTable('batchQuestions')
    .set({ state: to })
    .where('batchId', '=', batchId)
    .where('state', 'in', from)
    .execute();
}

/** The question that waited for another's answer can now be put, or never will be; one that was given up meanwhile stays so. */
export async function releaseQuestion(
  db: WritableDb,
  { batchId, position, source }: QuestionKey,
  release: { readonly state: 'waiting'; readonly year: number } | { readonly state: 'nothing' },
): Promise<void> {
  await db
    .updateTable('batchQuestions')
    .set(release)
    .where('batchId', '=', batchId)
    .where('position', '=', position)
    .where('source', '=', source)
    .where('state', '=', 'later')
    .execute();
}

/** Forgets the questions to some registers that have got no answer. */
export async function deleteUnanswered(
  db: WritableDb,
  batchId: string,
  sources: readonly DebtorSource[],
): Promise<void> {
  await db
    .deleteFrom('batchQuestions')
    .where('batchId', '=', batchId)
    .where('source', 'in', sources)
    .where('state', 'in', ['later', 'waiting', 'interrupted', 'failed'])
    .execute();
}

/** What was planned for a row and where each stands. */
export interface RowQuestion {
  readonly position: number;
  readonly source: DebtorSource;
  readonly state: QuestionState;
  readonly errorCode: ErrorCode | null;
  /** What support asks for; null until it has ended. */
  readonly reference: string | null;
}

/** The questions of some rows, null for all of them, in the order of the list and of planning. */
export const readQuestions = (
  db: ReadableDb,
  batchId: string,
  positions: readonly number[] | null,
): Promise<RowQuestion[]> =>
  db
    .selectFrom('batchQuestions')
    .select(['position', 'source', 'state', 'errorCode', sql<string | null>`lookup ->> '$.reference'`.as('reference')])
    .where('batchId', '=', batchId)
    .$if(positions !== null, (query) => query.where('position', 'in', positions ?? []))
    .orderBy('position')
    .orderBy(sql`rowid`)
    .execute();

/** How many questions are in each state. */
export async function countQuestions(db: ReadableDb, batchId: string): Promise<ReadonlyMap<QuestionState, number>> {
  const rows = await db
    .selectFrom('batchQuestions')
    .select(['state', (column) => column.fn.countAll<number>().as('count')])
    .where('batchId', '=', batchId)
    .groupBy('state')
    .execute();
  return new Map(rows.map(({ state, count }) => [state, count]));
}

/** Is there anything left to ask or to wait for? */
export async function hasOpenQuestions(db: ReadableDb, batchId: string): Promise<boolean> {
  const row = await db
    .selectFrom('batchQuestions')
    .select('source')
    .where('batchId', '=', batchId)
    .where('state', 'in', ['waiting', 'asking'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Everything that has been answered about a row. */
export async function readAnswers(db: ReadableDb, batchId: string, position: number): Promise<StoredDebtorLookup[]> {
  const rows = await db
    .selectFrom('batchQuestions')
    .select(['lookup', 'environment', 'raw', 'rawExpiresOn'])
    .where('batchId', '=', batchId)
    .where('position', '=', position)
    .where('lookup', 'is not', null)
    .orderBy(sql`rowid`)
    .execute();
  return rows.map(({ lookup, environment, ...rest }) => ({
    ...rest,
    lookup: DebtorLookup.parse(JSON.parse(lookup ?? '')),
    environment: environment ?? '',
  }));
}
