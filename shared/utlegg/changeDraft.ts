import { addDays, addMonths, type IsoDate, monthOf } from '../dates.ts';
import type { DebtorAnalysis } from '../garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../garnishment/debtorCase.ts';
import { payerOf } from './draftPayer.ts';
import { sizeOf } from './draftPeriods.ts';
import { withRemaining } from './remaining.ts';
import type { RegisteredTrekk } from './trekk.ts';
import type { DraftPeriod, EndreContent, Endringsaarsak, TrekkTerms } from './trekkContent.ts';

/** A change for the reason given: the registered terms, with what the case already tells about it filled in. The end stays what it is (V-13). */
export const changeDraft = (
  { terms }: Pick<RegisteredTrekk, 'terms'>,
  reason: Endringsaarsak,
  debtorCase: DebtorCase,
  analysis: DebtorAnalysis,
  today: IsoDate,
): EndreContent => ({
  ...terms,
  ...newPart(terms, reason, debtorCase, analysis, today),
  reason,
  date: today,
  explanation: '',
});

function newPart(
  terms: TrekkTerms,
  reason: Endringsaarsak,
  debtorCase: DebtorCase,
  analysis: DebtorAnalysis,
  today: IsoDate,
): Partial<TrekkTerms> {
  switch (reason) {
    case 'innbetalingPaaKrav':
      return { claims: withRemaining(terms.claims, debtorCase.claims) };
    case 'nyTrekkpliktig': {
      const payer = payerOf(debtorCase, analysis);
      return payer.organisationNumber === '' ? {} : { payer };
    }
    case 'nyLivsoppholdsvurdering': {
      const size = sizeOf(debtorCase, analysis);
      return size.amount === null && size.percent === null ? {} : { periods: withSize(terms.periods, size, today) };
    }
    case 'klage':
    case 'midlertidigStans':
    case 'gjenopptak':
    case 'retting':
      return {};
  }
}

/** The new size from the first of next month, whole months as NAV counts them; what has been stays as it was. */
function withSize(
  periods: readonly DraftPeriod[],
  size: Pick<DraftPeriod, 'amount' | 'percent'>,
  today: IsoDate,
): DraftPeriod[] {
  const change = `${addMonths(monthOf(today), 1)}-01` as IsoDate;
  return periods.flatMap((period): DraftPeriod[] => {
    const { from, to } = period;
    if (from === null || from >= change) return [{ ...period, ...size }];
    if (to !== null && to < change) return [period];
    return [
      { ...period, to: addDays(change, -1) },
      { ...size, from: change, to },
    ];
  });
}
