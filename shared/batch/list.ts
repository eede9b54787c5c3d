import { z } from 'zod';
import { debtorPurposes } from '../garnishment/debtorCase.ts';

/** What a row of a list must say before anyone is looked up. */
export const listFields = ['caseNumber', 'nationalId', 'purpose'] as const;
export type ListField = (typeof listFields)[number];

const Column = z.int().nonnegative().nullable();

/** Which column holds what, counted from 0. */
export const Mapping = z.object({
  /** The first record names the columns. */
  header: z.boolean(),
  caseNumber: Column,
  nationalId: Column,
  purpose: Column,
  /** For rows that name no purpose. */
  purposeForAll: z.enum(debtorPurposes).nullable(),
});
export type Mapping = z.infer<typeof Mapping>;

/** How the columns of lists were pointed out, by `listShape`, the last one first. Never the purpose for all: that is said anew for each list. */
export const RememberedMappings = z.array(z.object({ shape: z.string(), mapping: Mapping })).max(20);

/** What someone has typed in place of what the list says. */
export const Corrections = z.partialRecord(z.enum(listFields), z.string().trim().max(100));
export type Corrections = z.infer<typeof Corrections>;

/** Why a row can't be used. The sentences are in shared/text. */
export const rowProblems = [
  // the row
  'swallowed-rows', // a quotation mark has taken other rows into this one
  'duplicate',
  // the case number
  'missing-case-number',
  'case-number-too-long',
  'case-number-eaten', // a spreadsheet has made a date or a quantity of it
  // the number
  'missing-number',
  'lost-zero',
  'scientific',
  'decimals',
  'thousands',
  'organisation',
  'not-digits',
  'too-short',
  'too-long',
  'bad-date',
  'bad-checksum',
  'not-a-person-number',
  'synthetic-in-production',
  'real-in-training',
  // the purpose
  'missing-purpose',
  'unknown-purpose',
] as const;
export type RowProblem = (typeof rowProblems)[number];
