import type { IsoDate, Month } from '../dates.ts';
import type { DebtorSource } from '../garnishment/debtorLookup.ts';
import { newestCompleteMonth, windowMonths } from '../housing/windows.ts';
import type { BatchTopic, QuestionState, RowState } from './batch.ts';

/** One question to one register about the debtor of a row. */
export interface PlannedQuestion {
  readonly source: DebtorSource;
  readonly fromMonth: Month | null;
  readonly toMonth: Month | null;
  readonly year: number | null;
  readonly state: 'waiting' | 'later';
}

/** Net pay is the mean of the three newest complete months (fagregler.md 2.4); more than is needed is not asked for. */
const INCOME_MONTHS = 3;

const common = { fromMonth: null, toMonth: null, year: null, state: 'waiting' } as const;

/** What is asked about every debtor of a run that begins on a day, in the order it is shown. */
export function planRow(topics: readonly BatchTopic[], today: IsoDate): PlannedQuestion[] {
  const months = windowMonths(newestCompleteMonth(today), INCOME_MONTHS);
  const questions: Record<BatchTopic, readonly PlannedQuestion[]> = {
    inntekt: [{ ...common, source: 'inntekt', fromMonth: months.at(0) ?? null, toMonth: months.at(-1) ?? null }],
    skattegrunnlag: [
      { ...common, source: 'sisteSkatteoppgjoer' },
      { ...common, source: 'skattegrunnlag', state: 'later' },
    ],
    samordnetTrekk: [{ ...common, source: 'samordnetTrekk' }],
    utlegg: [{ ...common, source: 'utlegg' }],
  };
  return topics.flatMap((topic) => questions[topic]);
}

/** Where a row stands, of where its questions do. One that waits for another question's answer says nothing by itself. */
export function rowState(questions: readonly QuestionState[]): RowState {
  const states = questions.filter((state) => state !== 'later');
  for (const state of ['asking', 'interrupted', 'waiting'] as const) if (states.includes(state)) return state;
  const failed = states.filter((state) => state === 'failed').length;
  const cancelled = states.filter((state) => state === 'cancelled').length;
  if (cancelled === states.length) return 'unasked';
  if (failed + cancelled === 0) return 'answered';
  return failed + cancelled === states.length ? 'failed' : 'partly';
}
