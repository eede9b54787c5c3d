import { type IsoDate, type Month, osloDate } from '../dates.ts';
import { incomeLookup, taxLookup } from '../income/lookups.ts';
import type { IncomeEntry, Lookup, LookupState, TaxAnswer, Unread } from '../income/model.ts';
import { usableTaxYear } from '../income/taxYear.ts';
import { fail, ok, type Result } from '../result.ts';
import type { ReasonCode } from './assessment.ts';
import { newestCompleteMonth } from './windows.ts';

/** Why a member's figures are not there. Months when only some are missing: then it may be different for another window. */
export interface NoAnswer {
  readonly code: ReasonCode;
  readonly months?: Month[];
}

/** `lost`: something in an answer could not be read and is not among what is returned. */
interface Delivered {
  readonly partlyShielded: boolean;
  readonly lost: boolean;
}

export interface DeliveredIncome extends Delivered {
  readonly entries: { readonly lookupId: string; readonly entry: IncomeEntry }[];
}

export interface DeliveredTax extends Delivered {
  readonly lookupId: string;
  readonly tax: TaxAnswer;
}

/** The ends of a lookup that give no figures. */
const noFigures: Partial<Record<LookupState, ReasonCode>> = {
  shielded: 'shielded',
  nothing: 'nothing-reported',
  unknownPerson: 'unknown-person',
  withdrawn: 'withdrawn',
  failed: 'source-failed',
  cancelled: 'not-fetched',
};

/**
 * One member's monthly income in a window. Each month is read from one answer, made after the month was complete: what was delivered on
 * 9 November never stands for October. Entries that can't be placed in a month come along.
 */
export function incomeIn(
  lookups: readonly Lookup[],
  memberId: string,
  months: readonly Month[],
): Result<DeliveredIncome, NoAnswer> {
  const byMonth = new Map(months.map((month) => [month, incomeLookup(lookups, memberId, month)]));
  const used = [...new Set(byMonth.values())].filter((lookup) => lookup !== null);
  const noAnswer = whyNoFigures(byMonth, used);
  if (noAnswer) return fail(noAnswer);

  const entries = used.flatMap((lookup) =>
    (lookup.income?.entries ?? [])
      .filter((entry) => entry.month === null || byMonth.get(entry.month) === lookup)
      .map((entry) => ({ lookupId: lookup.id, entry })),
  );
  const partlyShielded = used.some(({ state }) => state === 'partlyShielded');
  const lost = used.some(({ income }) => income && hasLost(income.unread.filter(isAboutIncome), income.entries));
  const emptied = partlyShielded && entries.length === 0 && !lost;
  return emptied ? fail({ code: 'shielded' }) : ok({ entries, partlyShielded, lost });
}

function whyNoFigures(byMonth: ReadonlyMap<Month, Lookup | null>, used: readonly Lookup[]): NoAnswer | null {
  if (used.length === 0) return { code: 'not-fetched' };
  const codes = used.map(({ state }) => noFigures[state]).filter((code) => code !== undefined);
  const hindrance = codes.find((code) => code !== 'nothing-reported');
  if (hindrance) return { code: hindrance };
  const missing = [...byMonth].flatMap(([month, lookup]) => (lookup && wasComplete(lookup, month) ? [] : [month]));
  if (missing.length > 0) return { code: 'income-incomplete', months: missing };
  return codes.length === used.length ? { code: 'nothing-reported' } : null;
}

const wasComplete = ({ at }: Lookup, month: Month): boolean => month <= newestCompleteMonth(osloDate(at));

/** One member's answer for a tax year (null = no year was asked for), or why there is none. */
export function taxAnswerFor(
  lookups: readonly Lookup[],
  memberId: string,
  year: number | null,
): Result<DeliveredTax, NoAnswer> {
  const lookup = year === null ? null : taxLookup(lookups, memberId, year);
  if (!lookup) return fail({ code: 'not-fetched' });
  const code = noFigures[lookup.state];
  if (code) return fail({ code });
  const { id, tax, state } = lookup;
  if (!tax) return fail({ code: 'nothing-reported' });
  return ok({ lookupId: id, tax, partlyShielded: state === 'partlyShielded', lost: hasLost(tax.unread, tax.posts) });
}

/**
 * The tax year to hold the household against: the newest, over by the decision date, that every member has figures for; otherwise the newest
 * that anyone has, otherwise the newest that was asked for. null when no year was. Couples are often settled months apart.
 */
export function taxYearFor(
  lookups: readonly Lookup[],
  memberIds: readonly string[],
  decisionDate: IsoDate,
): number | null {
  const asked = memberIds.flatMap((id) => yearsAsked(lookups, id)).filter(isOverBy(decisionDate));
  const newest = [...new Set(asked)].toSorted((a, b) => b - a);
  const has = (year: number) => (id: string) => taxAnswerFor(lookups, id, year).ok;
  return (
    newest.find((year) => memberIds.every(has(year))) ??
    newest.find((year) => memberIds.some(has(year))) ??
    newest[0] ??
    null
  );
}

/**
 * The newest settled year, over by the decision date, that we know of for a member: delivered, or by what siste tilgjengelige skatteoppgjør
 * announced. null when we know none.
 */
export function newestSettledYear(lookups: readonly Lookup[], memberId: string, decisionDate: IsoDate): number | null {
  const announced = lookups
    .filter((lookup) => lookup.memberId === memberId)
    .flatMap(({ newestYear }) => (newestYear === null ? [] : usableTaxYear(newestYear, decisionDate)));
  const delivered = yearsAsked(lookups, memberId)
    .filter((year) => taxAnswerFor(lookups, memberId, year).ok)
    .filter(isOverBy(decisionDate));
  const years = [...announced, ...delivered];
  return years.length === 0 ? null : Math.max(...years);
}

const yearsAsked = (lookups: readonly Lookup[], memberId: string): number[] =>
  lookups
    .filter((lookup) => lookup.memberId === memberId && lookup.source === 'skattegrunnlag')
    .map(({ year }) => year)
    .filter((year) => year !== null);

const isOverBy = (date: IsoDate) => (year: number) => usableTaxYear(year, date) === year;

/** The places of withholding and deductions carry their names; income's are numbers only (parseIncome.ts). */
const isAboutIncome = ({ ref }: Unread): boolean => /^[\d.]+$/.test(ref);

/** An unread place whose item was kept shows as an item without amount or month; one that was not kept has left a hole. */
const hasLost = (unread: readonly Unread[], kept: readonly { ref: string }[]): boolean =>
  unread.some(({ ref }) => !kept.some((item) => item.ref === ref));
