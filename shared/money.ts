/** Whole øre (1/100 krone), always an integer; negative for corrections and debt. All arithmetic on money is done in øre. */
export type Oere = number & { readonly __unit: 'oere' };

/** Takes an integer number of øre. Throws RangeError when it is not a safe integer: that is a bug in the caller. */
export function oere(value: number): Oere {
  if (!Number.isSafeInteger(value)) throw new RangeError('money must be a whole, safe number of øre');
  return (value === 0 ? 0 : value) as Oere;
}

/** Takes whole kroner, returns øre. Throws RangeError when the kroner are not a whole number. */
export function kroner(value: number): Oere {
  if (!Number.isSafeInteger(value)) throw new RangeError('kroner must be whole');
  return oere(value * 100);
}

/** Sum in øre; 0 for no amounts. Callers that must tell «none» from «zero» look at the length first. */
export function sum(amounts: Iterable<Oere>): Oere {
  let total = 0;
  for (const amount of amounts) total += amount;
  return oere(total);
}

/** amount × part / whole, exactly, rounded down to a whole øre. `whole` must be positive. */
export const portionDown = (amount: Oere, part: number, whole: number): Oere =>
  oere(Number(floorDivide(BigInt(amount) * BigInt(part), BigInt(whole))));

/** As `portionDown`, rounded up. */
export const portionUp = (amount: Oere, part: number, whole: number): Oere =>
  oere(-Number(floorDivide(-(BigInt(amount) * BigInt(part)), BigInt(whole))));

const floorDivide = (dividend: bigint, divisor: bigint): bigint =>
  dividend / divisor - (dividend % divisor < 0n ? 1n : 0n);

const AMOUNT = /^([+-]?)(\d+)(?:[.,](\d+))?$/;

/**
 * Reads an amount in kroner as authorities deliver it: a number, or text with digits and at most one decimal sign (`1840.5`, `-8200`).
 * Returns øre, rounded half away from zero from the third decimal; null when it is not an amount.
 */
export function parseKroner(value: unknown): Oere | null {
  const text = typeof value === 'number' ? decimalText(value) : typeof value === 'string' ? value.trim() : '';
  const match = AMOUNT.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const digits = `${fraction}000`.slice(0, 3);
  const total = Number(whole) * 100 + Math.round(Number(digits) / 10);
  return Number.isSafeInteger(total) ? oere(sign === '-' ? -total : total) : null;
}

/** A number as plain decimal text; exponents (beyond what any amount can be) give an empty text. */
function decimalText(value: number): string {
  const text = Number.isFinite(value) ? String(value) : '';
  return text.includes('e') ? '' : text;
}

const THIN_SPACE = '\u202F';
const MINUS = '\u2212';

/** Kroner for the screen: thin space between thousands, a real minus, øre only when there are any (`477 921,50`). No `kr`. */
export function formatKroner(amount: Oere): string {
  const absolute = Math.abs(amount);
  const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, THIN_SPACE);
  const rest = absolute % 100;
  return `${amount < 0 ? MINUS : ''}${whole}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`;
}
