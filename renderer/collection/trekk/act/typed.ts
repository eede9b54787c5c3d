import { type IsoDate, parseIsoDate } from '../../../../shared/dates.ts';
import type { Misread } from './claimRows.ts';

/** The date that is typed; null when nothing is, or (with a `misread`) when it is none. */
export function typedDate(text: string, field: string, misread: Misread[]): IsoDate | null {
  const date = parseIsoDate(text);
  if (date === null && text.trim() !== '') misread.push({ field, should: 'date' });
  return date;
}

/** The place in the order that is typed, a whole number; null when nothing is, or (with a `misread`) when it is none. */
export function typedOrder(text: string, field: string, misread: Misread[]): number | null {
  const digits = text.trim();
  if (/^\d{1,4}$/.test(digits)) return Number(digits);
  if (digits !== '') misread.push({ field, should: 'order' });
  return null;
}

/** A percentage as it is typed, `12,55`, in hundredths of a per cent; null when it is none. */
export function typedPercent(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim());
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : null;
}

/** Hundredths of a per cent with every decimal that is there: `1255` → `12,55`, `1000` → `10`. */
export function percentText(hundredths: number): string {
  const decimals = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.floor(hundredths / 100)}${decimals === '' ? '' : `,${decimals}`}`;
}
