import type { DebtorPurpose } from '../../shared/garnishment/debtorCase.ts';
import { DEBTOR } from '../../shared/garnishment/debtorLookup.ts';
import type { DebtorQuestion } from '../debtors/planDebtorQuestions.ts';
import type { QuestionKey, WaitingQuestion } from '../storage/batchQuestions.ts';

/** A question about the debtor of a row, with the case it is asked in. */
export interface BatchQuestion extends QuestionKey {
  readonly question: DebtorQuestion;
  readonly caseNumber: string;
  readonly purpose: DebtorPurpose;
}

/** A waiting question as it is put. Throws when something is missing that no waiting question lacks. */
export function toBatchQuestion(batchId: string, waiting: WaitingQuestion): BatchQuestion {
  const { position, source, caseNumber, purpose } = waiting;
  const question = questionIn(waiting);
  if (question === null || purpose === null) throw new Error('a question that is not complete was about to be put');
  return { batchId, position, source, caseNumber, purpose, question };
}

function questionIn({ source, person, fromMonth, toMonth, year }: WaitingQuestion): DebtorQuestion | null {
  if (person === null) return null;
  const about = { memberId: DEBTOR, person };
  const none = { fromMonth: null, toMonth: null, year: null };
  switch (source) {
    case 'samordnetTrekk':
    case 'utlegg':
      return { ...about, source };
    case 'sisteSkatteoppgjoer':
      return { ...about, ...none, source };
    case 'inntekt':
      return fromMonth && toMonth ? { ...about, ...none, source, fromMonth, toMonth } : null;
    case 'skattegrunnlag':
      return year === null ? null : { ...about, ...none, source, year };
  }
}
