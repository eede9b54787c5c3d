import { type Oere, parseKroner } from '../money.ts';
import type { Unread } from './model.ts';

/** An object with named fields, of whatever the authority sent; null for everything else. */
export const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

/** Text without blanks around it; numbers as their digits; null when there is nothing (empty text is nothing). */
export function text(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A boolean, also when written as text. */
export function flag(value: unknown): boolean | null {
  if (value === true || value === 'true') return true;
  return value === false || value === 'false' ? false : null;
}

/** The elements of a list; a list that is left out is empty, anything else that is no list is noted as unread. */
export function list(value: unknown, ref: string, unread: Unread[]): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) unread.push({ ref, why: 'bad-shape' });
  return [];
}

/** 10 milliarder kroner in øre. A larger amount is an error of delivery; refusing it keeps every sum exact (2^53 øre). */
const LARGEST = 1_000_000_000_000;

/** An amount in kroner (number or text) as øre. null when there is none, and noted as unread when it is no amount. */
export function amount(value: unknown, ref: string, unread: Unread[]): Oere | null {
  if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) return null;
  const read = parseKroner(value);
  if (read !== null && Math.abs(read) <= LARGEST) return read;
  unread.push({ ref, why: 'bad-amount' });
  return null;
}
