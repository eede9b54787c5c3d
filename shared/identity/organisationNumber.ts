import { fail, ok, type Result } from '../result.ts';
import { type DigitsFault, readDigits, weightedSum } from './digits.ts';

/** An organisasjonsnummer of 9 digits that has passed `parseOrganisationNumber`. */
export type OrganisationNumber = string & { readonly __unit: 'organisationNumber' };

const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Reads what a person types, mod 11. For typed text only: numbers delivered by an authority are shown even when they fail (fagregler.md 4.2). */
export function parseOrganisationNumber(text: string): Result<OrganisationNumber, DigitsFault | 'bad-checksum'> {
  const read = readDigits(text, 9);
  if (!read.ok) return read;
  return weightedSum(read.value, WEIGHTS) % 11 === 0 ? ok(read.value as OrganisationNumber) : fail('bad-checksum');
}

/** `974761076` → `974 761 076`. Takes delivered text too: what isn't nine digits is returned as it is. */
export const formatOrganisationNumber = (text: string): string => text.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
