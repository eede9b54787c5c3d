import { type IsoDate, parseIsoDate } from '../dates.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Environment } from '../session.ts';
import { type DigitsFault, readDigits, weightedSum } from './digits.ts';

/** A fødselsnummer or d-nummer of 11 digits that has passed `parseNationalId`. Valid does not mean that the person exists. */
export type NationalId = string & { readonly __unit: 'nationalId' };

/**
 * What is wrong with a typed number. `not-a-person-number`: a help number (H-number, FH-nummer) or NAV's NPID, which the tax authorities don't know.
 * `synthetic-in-production` and `real-in-training` are about where the number was typed, not about the number.
 */
export type NationalIdFault =
  | DigitsFault
  | 'bad-date'
  | 'bad-checksum'
  | 'not-a-person-number'
  | 'synthetic-in-production'
  | 'real-in-training';

const K1_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const K2_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
/** Numbers issued from 2032 may leave any of these rests in the first control digit; accepted already now (fagregler.md 4.1). */
const K1_RESTS = [0, 1, 2, 3];

/** The shifts of day and month taken away. `synthetic`: month + 80 (Test-Norge). */
interface DateDigits {
  readonly day: string;
  readonly month: string;
  readonly twoDigitYear: string;
  readonly synthetic: boolean;
}

/**
 * Reads what a person types as a fødselsnummer or d-nummer (spaces allowed), by fagregler.md 4.1 with the 2032 rule. Production takes only
 * real numbers; test and training take only synthetic ones, so that no real person can be looked up by mistake.
 */
export function parseNationalId(text: string, environment: Environment): Result<NationalId, NationalIdFault> {
  const read = readDigits(text, 11);
  if (!read.ok) return read;
  const digits = read.value;

  const date = dateDigits(digits);
  if (date === 'not-a-person-number') return fail(date);
  if (!existsInSomeCentury(date)) return fail('bad-date');
  if (date.synthetic && environment === 'production') return fail('synthetic-in-production');
  if (!date.synthetic && environment !== 'production') return fail('real-in-training');
  return controlDigitsHold(digits) ? ok(digits as NationalId) : fail('bad-checksum');
}

/** `01818012345` → `018180 *****`: how a number is shown until someone reveals it. */
export const maskNationalId = (id: NationalId): string => `${id.slice(0, 6)} *****`;

/** `01818012345` → `018180 12345`. */
export const formatNationalId = (id: NationalId): string => `${id.slice(0, 6)} ${id.slice(6)}`;

/** A guess that fills a field for a person to confirm or correct; never a fact to calculate with. */
export interface BirthDateSuggestion {
  readonly mustBeConfirmed: true;
  readonly date: IsoDate;
}

/**
 * The youngest birth date that fits the first six digits and isn't after `today`; null when there is none. The number can't tell the century
 * (fagregler.md 4.1): a person of 101 is suggested as a child of one.
 */
export function suggestBirthDate(id: NationalId, today: IsoDate): BirthDateSuggestion | null {
  const date = dateDigits(id);
  if (date === 'not-a-person-number') return null;
  const { day, month, twoDigitYear } = date;
  const candidates = ['20', '19'].map((century) => parseIsoDate(`${century}${twoDigitYear}-${month}-${day}`));
  const youngest = candidates.find((candidate) => candidate !== null && candidate <= today);
  return youngest ? { mustBeConfirmed: true, date: youngest } : null;
}

/** Day 41–71 is a d-nummer. Months 21–32 and 61–72 are NPID, 41–52 H-numbers (or NAV's Dolly), and 8 or 9 in front FH-nummer. */
function dateDigits(digits: string): DateDigits | 'not-a-person-number' {
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  if (day >= 80 || [20, 40, 60].some((shift) => month > shift && month <= shift + 12)) return 'not-a-person-number';
  const synthetic = month > 80;
  return {
    day: String(day > 40 ? day - 40 : day).padStart(2, '0'),
    month: String(synthetic ? month - 80 : month).padStart(2, '0'),
    twoDigitYear: digits.slice(4, 6),
    synthetic,
  };
}

/** 20xx stands for both centuries: they differ only on 29 February 1900. */
const existsInSomeCentury = ({ day, month, twoDigitYear }: DateDigits): boolean =>
  parseIsoDate(`20${twoDigitYear}-${month}-${day}`) !== null;

const controlDigitsHold = (digits: string): boolean =>
  K1_RESTS.includes(weightedSum(digits, K1_WEIGHTS) % 11) && weightedSum(digits, K2_WEIGHTS) % 11 === 0;
