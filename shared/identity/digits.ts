import { fail, ok, type Result } from '../result.ts';

/** What can be wrong with the length or the signs of a number that a person types. */
export type DigitsFault = 'not-digits' | 'too-short' | 'too-long';

/** Takes typed text without the spaces, dots and hyphens people group digits with; returns exactly `length` digits, or the fault. */
export function readDigits(text: string, length: number): Result<string, DigitsFault> {
  const digits = text.replace(/[\s.-]/g, '');
  if (/\D/.test(digits)) return fail('not-digits');
  if (digits.length !== length) return fail(digits.length < length ? 'too-short' : 'too-long');
  return ok(digits);
}

/** Σ weight × digit over as many digits as there are weights, from the left. Takes digits only. */
export const weightedSum = (digits: string, weights: readonly number[]): number =>
  weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0);
