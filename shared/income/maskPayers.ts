import { maskNationalId, type NationalId } from '../identity/nationalId.ts';
import type { IncomeAnswer, Lookup } from './model.ts';

/** By its shape: the a-ordning has tested the rest. */
export const isOrganisationNumber = (id: string | null): id is string => id !== null && /^\d{9}$/.test(id);

/**
 * Lookups as the window may see them: a private employer reports under their own personal number, and whatever is no organisation number is
 * masked as one. Two who share a birth date stay two payers: the later ones are numbered after the mask.
 */
export function maskPayers<L extends AnyLookup>(lookups: readonly L[]): L[] {
  const shown = maskedIds(lookups.flatMap((lookup) => idsIn(incomeOf(lookup))));
  const mask = (id: string | null) => (id === null ? null : (shown.get(id) ?? id));
  return lookups.map((lookup) => {
    const income = incomeOf(lookup);
    if (!income) return lookup;
    const masked = <E extends { readonly payerId: string | null }>(line: E): E => ({
      ...line,
      payerId: mask(line.payerId),
    });
    return {
      ...lookup,
      income: {
        ...income,
        entries: income.entries.map((entry) => ({ ...masked(entry), subUnitId: mask(entry.subUnitId) })),
        withholding: income.withholding.map(masked),
        deductions: income.deductions.map(masked),
      },
    };
  });
}

/** A lookup of either desk; those of trekk have no income. */
type AnyLookup = Lookup | { readonly source: 'samordnetTrekk' | 'utlegg' };
const incomeOf = (lookup: AnyLookup): IncomeAnswer | null => ('income' in lookup ? lookup.income : null);

function idsIn(income: IncomeAnswer | null): string[] {
  if (income === null) return [];
  const { entries, withholding, deductions } = income;
  return [
    ...entries.flatMap(({ payerId, subUnitId }) => [payerId, subUnitId]),
    ...[...withholding, ...deductions].map(({ payerId }) => payerId),
  ].filter((id) => id !== null);
}

/** Each that is no organisation number, and what it is shown as. */
function maskedIds(ids: readonly string[]): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  const alike = new Map<string, number>();
  for (const id of [...new Set(ids)].filter((one) => !isOrganisationNumber(one)).toSorted()) {
    const masked = maskNationalId(id as NationalId);
    const nth = (alike.get(masked) ?? 0) + 1;
    alike.set(masked, nth);
    shown.set(id, nth === 1 ? masked : `${masked} (${nth})`);
  }
  return shown;
}
