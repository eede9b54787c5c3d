import { z } from 'zod';
import { addMonthsToDate, type IsoDate } from '../dates.ts';
import { kroner, type Oere, oere, sum } from '../money.ts';
import { fail, ok, type Result } from '../result.ts';
import { Confidence } from '../rules/housingRule.ts';
import rates from '../rules/rates.json' with { type: 'json' };
import { mayDecide } from '../rules/rates.ts';
import type { Environment } from '../session.ts';
import { zDate, zInstant } from '../values.ts';

const Kroner = z.int().nonnegative();
/** Whole kroner a month by age class: `0-5`, `11+`, `15+`. */
const ByAge = z.record(z.string().regex(/^\d+(-\d+|\+)$/), Kroner);

/** One year's livsoppholdssatser (forskrift 13 June 2014 nr. 724 under dekningsloven § 2-7), whole kroner a month. `rates` null: not found. */
export const LivsoppholdTable = z.object({
  validFrom: zDate,
  validTo: zDate.nullable(),
  rates: z
    .object({
      enslig: Kroner,
      giftEllerSamboende: Kroner,
      forsoergerEktefelleSamboer: Kroner,
      barn: ByAge,
      samvaer: z.record(z.string(), ByAge).optional(),
    })
    .nullable(),
  source: z.string().min(1),
  confidence: Confidence,
});
export type LivsoppholdTable = z.infer<typeof LivsoppholdTable>;

/** A table that an authorised person has entered and answers for. Rates change every 1 July, so it has an end. */
export const SignedLivsopphold = LivsoppholdTable.extend({
  rates: LivsoppholdTable.shape.rates.unwrap(),
  validTo: zDate,
  signedBy: z.string(),
  signedAt: zInstant,
});
export type SignedLivsopphold = z.infer<typeof SignedLivsopphold>;

/** The tables of rates.json, oldest first. */
export const livsoppholdTables: readonly LivsoppholdTable[] = z.array(LivsoppholdTable).parse(rates.livsoppholdssatser);

/** What is wrong with a table before it is signed (`error`), or unusual in it (`look`). */
export interface LivsoppholdProblem {
  readonly level: 'error' | 'look';
  readonly code:
    | 'ends-before-start' //
    | 'longer-than-a-year'
    | 'age-missing' // age: the first child's age without a rate
    | 'pair-not-double'
    | 'not-from-july'
    | 'unusual-change'; // compared with the year before
  readonly age?: number;
}

const OLDEST_CHILD = 17;
/** The rates follow the consumer price index: a larger change is more likely a slip of the pen (per cent). */
const USUAL_CHANGE_PERCENT = 12;

/** Holds an entered table against what is known of how such tables look (fagregler.md 2.3). `before`: the table of the year before, if any. */
export function livsoppholdProblems(
  table: {
    readonly validFrom: IsoDate;
    readonly validTo: IsoDate;
    readonly rates: NonNullable<LivsoppholdTable['rates']>;
  },
  before: LivsoppholdTable['rates'],
): LivsoppholdProblem[] {
  const { validFrom, validTo, rates: figures } = table;
  const problems: LivsoppholdProblem[] = [];
  if (validTo < validFrom) problems.push({ level: 'error', code: 'ends-before-start' });
  if (validTo >= addMonthsToDate(validFrom, 12)) problems.push({ level: 'error', code: 'longer-than-a-year' });
  for (const byAge of [figures.barn, ...Object.values(figures.samvaer ?? {})]) {
    const missing = Array.from({ length: OLDEST_CHILD + 1 }, (_, age) => age).find((age) => ofAge(byAge, age) === null);
    if (missing !== undefined) problems.push({ level: 'error', code: 'age-missing', age: missing });
  }
  if (figures.forsoergerEktefelleSamboer !== 2 * figures.giftEllerSamboende) {
    problems.push({ level: 'look', code: 'pair-not-double' });
  }
  if (!validFrom.endsWith('-07-01')) problems.push({ level: 'look', code: 'not-from-july' });
  if (before && Math.abs(figures.enslig - before.enslig) * 100 > before.enslig * USUAL_CHANGE_PERCENT) {
    problems.push({ level: 'look', code: 'unusual-change' });
  }
  return problems;
}

/** From the fourth person in the household a child's addition is cut by this share, the youngest child first (per cent). */
const CUT_PERCENT = 20;
const PERSONS_WITHOUT_CUT = 3;
/** And from the third child with samvær. */
const SAMVAER_WITHOUT_CUT = 2;

export const samvaerClasses = ['klasse1', 'klasse2', 'klasse3', 'klasse4'] as const;

/** Who lives off the money. A couple is entered as a couple also when only the debtor earns. Ages in whole years on the calculation date. */
export interface Household {
  readonly adults: 'enslig' | 'par';
  readonly children: readonly number[];
  readonly samvaer: readonly { readonly age: number; readonly klasse: (typeof samvaerClasses)[number] }[];
}

/** One addend of the livsopphold, øre a month. `cut`: the 20 % reduction has been taken off `amount`. */
interface LivsoppholdLine {
  readonly what: 'enslig' | 'par' | 'barn' | 'samvaer';
  readonly age: number | null;
  readonly ageClass: string | null;
  readonly amount: Oere;
  readonly cut: boolean;
}

export interface Livsopphold {
  readonly total: Oere;
  readonly lines: readonly LivsoppholdLine[];
  /** The table that was used, for its source and validity. */
  readonly table: LivsoppholdTable | SignedLivsopphold;
}

/** Why there is no livsopphold to work with: names the table by the day it should be valid. */
export interface NoLivsopphold {
  readonly code: 'table-missing' | 'table-unverified' | 'samvaer-missing' | 'age-class-missing';
  readonly validFrom: IsoDate | null;
}

/**
 * What the household must keep to live on for a month, before housing costs (dekningsloven § 2-7, fagregler.md 2.3).
 * A table that is missing or not verified is an error, never a guess (rule G8). Of `tables`, the last that covers the day is used: those
 * that were signed come after the published ones.
 */
export function livsopphold(
  household: Household,
  date: IsoDate,
  environment: Environment,
  tables: readonly (LivsoppholdTable | SignedLivsopphold)[] = livsoppholdTables,
): Result<Livsopphold, NoLivsopphold> {
  const table = tables.findLast((row) => row.validFrom <= date && (row.validTo === null || date <= row.validTo));
  if (!table?.rates) return fail({ code: 'table-missing', validFrom: table?.validFrom ?? null });
  if (!mayDecide(table.confidence, environment)) return fail({ code: 'table-unverified', validFrom: table.validFrom });
  const { rates: figures } = table;

  const adults = household.adults === 'enslig' ? 1 : 2;
  const lines: LivsoppholdLine[] = [
    {
      what: household.adults,
      age: null,
      ageClass: null,
      amount: kroner(household.adults === 'enslig' ? figures.enslig : figures.forsoergerEktefelleSamboer),
      cut: false,
    },
  ];

  // Counted from the oldest, so that the youngest are the ones beyond the third person.
  const oldestFirst = household.children.toSorted((a, b) => b - a);
  for (const [index, age] of oldestFirst.entries()) {
    const found = ofAge(figures.barn, age);
    if (!found) return fail({ code: 'age-class-missing', validFrom: table.validFrom });
    lines.push({ what: 'barn', age, ...reduced(found, adults + index + 1 > PERSONS_WITHOUT_CUT) });
  }

  const samvaerOldestFirst = household.samvaer.toSorted((a, b) => b.age - a.age);
  for (const [index, { age, klasse }] of samvaerOldestFirst.entries()) {
    const found = ofAge(figures.samvaer?.[klasse] ?? {}, age);
    if (!found) return fail({ code: 'samvaer-missing', validFrom: table.validFrom });
    lines.push({ what: 'samvaer', age, ...reduced(found, index + 1 > SAMVAER_WITHOUT_CUT) });
  }

  return ok({ total: sum(lines.map((line) => line.amount)), lines, table });
}

function reduced(
  { ageClass, amount }: { ageClass: string; amount: number },
  cut: boolean,
): Pick<LivsoppholdLine, 'ageClass' | 'amount' | 'cut'> {
  return { ageClass, amount: cut ? oere(amount * (100 - CUT_PERCENT)) : kroner(amount), cut };
}

/** The row for an age: `6-10` holds 6 to 10 whole years, `15+` all from 15. Whole kroner. */
function ofAge(table: Readonly<Record<string, number>>, age: number): { ageClass: string; amount: number } | null {
  for (const [ageClass, amount] of Object.entries(table)) {
    const [from = '', to] = ageClass.replace('+', '').split('-');
    if (age >= Number(from) && (to === undefined || age <= Number(to))) return { ageClass, amount };
  }
  return null;
}
