/** A civil date `YYYY-MM-DD`: a day in the Norwegian calendar, never a point in time. */
export type IsoDate = string & { readonly __unit: 'date' };
/** A calendar month `YYYY-MM`. */
export type Month = string & { readonly __unit: 'month' };
/** A point in time, UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string & { readonly __unit: 'instant' };

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

const DAY_MS = 86_400_000;
const utc = (date: IsoDate): number => Date.parse(`${date}T00:00:00Z`);

/** Reads `YYYY-MM-DD`; null when it is not a day that exists. */
export function parseIsoDate(text: string): IsoDate | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text ? (text as IsoDate) : null;
}

/** Reads what a Norwegian types: `21.11.2026`, `1.5.26`, `21112026` or ISO. Two-digit years are read as 20YY. Null when it is no date. */
export function parseNorwegianDate(text: string): IsoDate | null {
  const trimmed = text.trim();
  const match =
    /^(\d{1,2})[.\s/-](\d{1,2})[.\s/-](\d{4}|\d{2})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed);
  if (!match) return parseIsoDate(trimmed);
  const [, day = '', month = '', year = ''] = match;
  return parseIsoDate(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** `2026-11-21` → `21.11.2026`. */
export const formatDate = (date: IsoDate): string => `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;

/** Adds whole days. */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(utc(date) + days * DAY_MS).toISOString().slice(0, 10) as IsoDate;

/** Adds whole months; a day that the new month lacks becomes its last (31.01 + 1 → 28.02). */
export function addMonthsToDate(date: IsoDate, months: number): IsoDate {
  const month = addMonths(monthOf(date), months);
  const lastDay = Number(addDays(`${addMonths(month, 1)}-01` as IsoDate, -1).slice(8, 10));
  const day = Math.min(Number(date.slice(8, 10)), lastDay);
  return `${month}-${String(day).padStart(2, '0')}` as IsoDate;
}

/** Whole years lived on a date (a child turns 18 on the day itself; 29.02 is reached on 01.03 in other years). */
export function ageOn(birthDate: IsoDate, on: IsoDate): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) >= birthDate.slice(5) ? years : years - 1;
}

/** Reads `YYYY-MM`; null when it is no month. */
export const parseMonth = (text: string): Month | null => (MONTH.test(text) ? (text as Month) : null);

/** The month a day lies in. */
export const monthOf = (date: IsoDate): Month => date.slice(0, 7) as Month;

/** Adds whole months (negative goes back). */
export function addMonths(month: Month, count: number): Month {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as Month;
}

/** All months from the first to the last, both included; empty when the first is later. */
export function monthsBetween(first: Month, last: Month): Month[] {
  const months: Month[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** `2026-11` → `11.2026`. */
export const formatMonth = (month: Month): string => `${month.slice(5, 7)}.${month.slice(0, 4)}`;

/** The civil date in Oslo at a point in time. */
export function osloDate(instant: Instant): IsoDate {
  return osloParts(instant).date;
}

/** `21.11.2026 kl. 09.14` in Oslo time. */
export function formatInstant(instant: Instant): string {
  const { date, time } = osloParts(instant);
  return `${formatDate(date)} kl. ${time}`;
}

const OSLO = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Oslo',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

function osloParts(instant: Instant): { date: IsoDate; time: string } {
  const parts = new Map(OSLO.formatToParts(new Date(instant)).map((part) => [part.type, part.value]));
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}` as IsoDate,
    time: `${parts.get('hour')}.${parts.get('minute')}`,
  };
}
