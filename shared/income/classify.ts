import type { HousingRule, IncomeTreatment } from '../rules/housingRule.ts';
import type { IncomeEntry, TaxPost } from './model.ts';
import { type IncomeGroup, monthTreatments } from './monthTreatments.ts';
import { postGroup } from './postGroup.ts';
import { yearTreatments } from './yearTreatments.ts';

/** A rule version's departures from the defaults: `kind:code` for months, `tekniskNavn` for the year. */
type Departures = HousingRule['treatments'];

interface Placed<T> {
  readonly treatment: T;
  readonly group: IncomeGroup | null;
}

const months = new Map<string, Placed<IncomeTreatment>>(
  monthTreatments.flatMap(({ kind, codes, treatment, group }) =>
    codes.map((code): [string, Placed<IncomeTreatment>] => [`${kind}:${code}`, { treatment, group }]),
  ),
);
const years = new Map<string, Placed<IncomeTreatment | 'notIncome'>>(
  yearTreatments.flatMap(({ names, treatment, group }) =>
    names.map((name): [string, Placed<IncomeTreatment | 'notIncome'>] => [name, { treatment, group }]),
  ),
);

/** The key of a month entry in a rule's treatments: `kind:code`. */
const monthKey = (entry: Pick<IncomeEntry, 'kind' | 'code'>): string => `${entry.kind}:${entry.code ?? ''}`;

/**
 * How one amount of the Inntekt API counts in the housing test. The rule version's departures go first, then what the report itself says
 * (benefit in kind, expense cover with or without withholding), then the code's default. `unclassified`: no table places the code.
 */
export function classifyMonth(entry: IncomeEntry, departures: Departures = []): IncomeTreatment | 'unclassified' {
  const key = monthKey(entry);
  const departure = departures.find((one) => one.key === key);
  if (departure) return departure.treatment;
  const usual = months.get(key)?.treatment;
  if (usual === undefined) return entry.amount === 0 ? 'exclude' : 'unclassified';
  if (usual === 'manual') return usual;
  if (entry.fordel === 'naturalytelse') return usual === 'include' ? 'separate' : usual;
  if (entry.fordel === 'utgiftsgodtgjoerelse') {
    if (entry.subjectToWithholding === null) return usual === 'include' ? 'manual' : usual;
    return entry.subjectToWithholding ? 'include' : 'exclude';
  }
  return usual;
}

/**
 * How one post of the tax year counts in the housing test. `notIncome`: deductions, wealth, debt and sums; `unclassified`: income (or a
 * category we don't know) under a name that no table places, with an amount other than 0.
 */
export function classifyYear(
  post: TaxPost,
  departures: Departures = [],
): IncomeTreatment | 'unclassified' | 'notIncome' {
  const departure = departures.find((one) => one.key === post.tekniskNavn);
  if (departure) return departure.treatment;
  const group = postGroup(post);
  if (group !== 'income' && group !== 'other') return 'notIncome';
  return years.get(post.tekniskNavn)?.treatment ?? (post.amount === 0 ? 'exclude' : 'unclassified');
}

/** The group a month entry is compared with the year in; null when the year has no counterpart or the code is unknown. */
export const groupOfMonth = (entry: IncomeEntry): IncomeGroup | null => months.get(monthKey(entry))?.group ?? null;

/** The group a post of the year is compared with the months in; null when the months have no counterpart or the name is unknown. */
export const groupOfYear = (post: TaxPost): IncomeGroup | null => years.get(post.tekniskNavn)?.group ?? null;
