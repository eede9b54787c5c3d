import { z } from 'zod';
import { type Instant, type IsoDate, type Month, parseIsoDate, parseMonth } from './dates.ts';
import type { Oere } from './money.ts';

/** Zod schemas for the branded values; used by the contract, the database rows and the rule files. */
export const zOere = z.custom<Oere>((value) => Number.isSafeInteger(value), 'must be whole øre');
export const zDate = z.custom<IsoDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
  'must be a date YYYY-MM-DD',
);
export const zMonth = z.custom<Month>(
  (value) => typeof value === 'string' && parseMonth(value) !== null,
  'must be a month YYYY-MM',
);
export const zInstant = z.custom<Instant>(
  (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value),
  'must be a UTC time',
);
