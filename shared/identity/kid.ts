import { fail, ok, type Result } from '../result.ts';
import { weightedSum } from './digits.ts';

/** A KID of 2–25 signs that has passed `parseKid`. Shown as given, without grouping. */
export type Kid = string & { readonly __unit: 'kid' };

/** Which control the payee and its bank have agreed on. */
export type KidControl = 'mod10' | 'mod11';

/** Reads what a person types by the payee's control. With mod 11 the last sign may be `-`, which stands for 10 (fagregler.md 4.2). */
export function parseKid(
  text: string,
  control: KidControl,
): Result<Kid, 'not-digits' | 'too-short' | 'too-long' | 'bad-checksum'> {
  const kid = text.replace(/\s/g, '');
  if (!(control === 'mod11' ? /^\d*-?$/ : /^\d*$/).test(kid)) return fail('not-digits');
  if (kid.length < 2) return fail('too-short');
  if (kid.length > 25) return fail('too-long');
  return controlDigit(kid.slice(0, -1), control) === kid.slice(-1) ? ok(kid as Kid) : fail('bad-checksum');
}

const controlDigit = (payload: string, control: KidControl): string => {
  const fromRight = payload.split('').reverse().join('');
  return control === 'mod10' ? luhnDigit(fromRight) : mod11Digit(fromRight);
};

function luhnDigit(fromRight: string): string {
  const total = fromRight.split('').reduce((sum, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return sum + (product > 9 ? product - 9 : product);
  }, 0);
  return String((10 - (total % 10)) % 10);
}

function mod11Digit(fromRight: string): string {
  const weights = fromRight.split('').map((_, index) => 2 + (index % 6));
  const digit = (11 - (weightedSum(fromRight, weights) % 11)) % 11;
  return digit === 10 ? '-' : String(digit);
}
