import type { IsoDate } from '../../shared/dates.ts';
import type { DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import { DEBTOR } from '../../shared/garnishment/debtorLookup.ts';
import { monthsToAsk } from '../../shared/garnishment/netIncome.ts';
import { needsLookup, type RegimeRule } from '../../shared/garnishment/regime.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { Question } from '../cases/planQuestions.ts';

/** One question to one register about the debtor. */
export type DebtorQuestion =
  | Question
  | { readonly memberId: string; readonly person: NationalId; readonly source: 'samordnetTrekk' | 'utlegg' };

/**
 * What one press asks: the months, which tax year is the newest settled one (its tax basis is asked for when that is known), which rules apply
 * while that is a matter of looking, and the trekk there are. With `only`, just what it names.
 */
export function planDebtorQuestions(
  person: NationalId,
  {
    decisionDate,
    today,
    regime,
    only,
  }: {
    readonly decisionDate: IsoDate;
    readonly today: IsoDate;
    readonly regime: RegimeRule;
    readonly only: readonly DebtorSource[] | null;
  },
): DebtorQuestion[] {
  const wanted = (...sources: readonly DebtorSource[]) =>
    only === null || sources.some((source) => only.includes(source));
  const about = { memberId: DEBTOR, person };
  const { fromMonth, toMonth } = monthsToAsk(decisionDate, today);
  const questions: DebtorQuestion[] = [];
  if (wanted('inntekt')) questions.push({ ...about, source: 'inntekt', fromMonth, toMonth, year: null });
  if (wanted('skattegrunnlag', 'sisteSkatteoppgjoer')) {
    questions.push({ ...about, source: 'sisteSkatteoppgjoer', fromMonth: null, toMonth: null, year: null });
  }
  if (wanted('samordnetTrekk') && needsLookup(decisionDate, regime)) {
    questions.push({ ...about, source: 'samordnetTrekk' });
  }
  if (wanted('utlegg')) questions.push({ ...about, source: 'utlegg' });
  return questions;
}
