import { fail, ok, type Result } from '../result.ts';
import { type DigitsFault, readDigits, weightedSum } from './digits.ts';

/** A Norwegian bank account number of 11 digits that has passed `parseAccountNumber`. */
export type AccountNumber = string & { readonly __unit: 'accountNumber' };

const WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Reads what a person types (`4213.19.61426`, spaces allowed), mod 11 (fagregler.md 4.2). */
export function parseAccountNumber(text: string): Result<AccountNumber, DigitsFault | 'bad-checksum'> {
  const read = readDigits(text, 11);
  if (!read.ok) return read;
  return weightedSum(read.value, WEIGHTS) % 11 === 0 ? ok(read.value as AccountNumber) : fail('bad-checksum');
}

/** Eleven digits → `4213.19.61426`. Takes typed text too: what isn't eleven digits is returned as it is. */
export const formatAccountNumber = (text: string): string => text.replace(/^(\d{4})(\d{2})(\d{5})$/, '$1.$2.$3');
