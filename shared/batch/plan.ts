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

function questionsOf(topic: BatchTopic, today: IsoDate): PlannedQuestion[] {
  switch (topic) {
    case 'inntekt': {
      const months = windowMonths(newestCompleteMonth(today), INCOME_MONTHS);
      return [{ ...common, source: 'inntekt', fromMonth: months.at(0) ?? null, toMonth: months.at(-1) ?? null }];
    }
    case 'skattegrunnlag':
      return [
        { ...common, source: 'sisteSkatteoppgjoer' },
        { ...common, source: 'skattegrunnlag', state: 'later' },
      ];
    case 'samordnetTrekk':
    case 'utlegg':
      return [{ ...common, source: topic }];
  }
}

/** What is asked about every debtor of a run that began on a day, in the order it is shown. */
export const planRow = (topics: readonly BatchTopic[], began: IsoDate): PlannedQuestion[] =>
  topics.flatMap((topic) => questionsOf(topic, began));

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
