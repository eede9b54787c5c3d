import type { Month } from '../../shared/dates.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { StoredMember } from '../storage/members.ts';

/** One question to one register about one member. */
export type Question = { readonly memberId: string; readonly person: NationalId } & (
  | { readonly source: 'inntekt'; readonly fromMonth: Month; readonly toMonth: Month; readonly year: null }
  | { readonly source: 'skattegrunnlag'; readonly fromMonth: null; readonly toMonth: null; readonly year: number }
  | { readonly source: 'sisteSkatteoppgjoer'; readonly fromMonth: null; readonly toMonth: null; readonly year: null }
);

type Wanted = Pick<CallInput<'information.fetch'>, 'fromMonth' | 'toMonth' | 'years' | 'only'>;

/**
 * What to ask about the members with `lookUp`: income for the months and the tax basis of each year, or, when no year is named, which year is the
 * newest settled one (its tax basis is asked for when that is known). With `only`, just what it names.
 */
export function planQuestions(members: readonly StoredMember[], wanted: Wanted): Question[] {
  return members.flatMap(({ id: memberId, nationalId: person, lookUp }): Question[] => {
    if (!lookUp || person === null) return [];
    const about = { memberId, person, fromMonth: null, toMonth: null, year: null };
    const { fromMonth, toMonth, years, only } = wanted;
    const income: Question = { ...about, source: 'inntekt', fromMonth, toMonth };
    const newestYear: Question = { ...about, source: 'sisteSkatteoppgjoer' };
    const taxBasisOf = (year: number): Question => ({ ...about, source: 'skattegrunnlag', year });
    if (only === null) return [income, ...(years.length === 0 ? [newestYear] : years.map(taxBasisOf))];
    return only
      .filter((one) => one.memberId === memberId)
      .map(({ source, year }) => {
        if (source === 'inntekt') return income;
        return source === 'skattegrunnlag' && year !== null ? taxBasisOf(year) : newestYear;
      });
  });
}
