import { z } from 'zod';
import { debtorPurposes } from '../garnishment/debtorCase.ts';
import { debtorSources } from '../garnishment/debtorLookup.ts';
import { lookupStates } from '../income/model.ts';
import { CallError } from '../ipc/errors.ts';
import { zInstant, zMonth, zOere } from '../values.ts';
import { Mapping, rowProblems } from './list.ts';

/** `interrupted`: the program stopped in the middle of the run. `cancelled` is final; paused and interrupted runs go on where they were. */
const batchStatuses = ['draft', 'running', 'paused', 'interrupted', 'cancelled', 'done'] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** What can be asked about each debtor. The newest tax basis takes two questions: which year, and then that year. */
export const batchTopics = ['inntekt', 'skattegrunnlag', 'samordnetTrekk', 'utlegg'] as const;
export type BatchTopic = (typeof batchTopics)[number];

/**
 * Where one question stands. `later`: it can't be put until another is answered. `asking` from before the call until its answer is saved;
 * `interrupted`: it was on its way when the program stopped, so nobody knows if it was answered, and it is asked again.
 */
const questionStates = ['later', 'waiting', 'asking', 'interrupted', ...lookupStates] as const;
export type QuestionState = (typeof questionStates)[number];

/** Where all that is asked about one debtor stands. `unasked`: not begun, or given up before it was asked. */
export const rowStates = ['unasked', 'waiting', 'asking', 'interrupted', 'answered', 'partly', 'failed'] as const;
export type RowState = (typeof rowStates)[number];

/** What the answers say, in the figures one sorts a list of debtors by. Øre a month; null = not known, which is not zero. */
export const RowResult = z.object({
  /** Means of the three newest complete months. */
  gross: zOere.nullable(),
  net: zOere.nullable(),
  /** Who paid in those months. */
  payers: z.int().nullable(),
  /** The one who paid most: organisation number, or a private employer's number masked. */
  mainPayer: z.string().nullable(),
  mainPayerName: z.string().nullable(),
  taxYear: z.int().nullable(),
  /** Things the tax basis names that may be considered for utlegg. */
  assets: z.int().nullable(),
  /** Has, or has had, a trekk under the new rules. */
  newRules: z.boolean().nullable(),
  /** Trekk that run now. */
  runningTrekk: z.int().nullable(),
});
export type RowResult = z.infer<typeof RowResult>;

/** A row as the window may see it: a number that can be used is masked, one that can't is shown as it was written. */
export const BatchRow = z.object({
  position: z.int(),
  /** Of the file, from 1. */
  line: z.int(),
  caseNumber: z.string(),
  person: z.string().nullable(),
  written: z.string(),
  repaired: z.string().nullable(),
  purpose: z.enum(debtorPurposes).nullable(),
  purposeWritten: z.string(),
  problems: z.array(z.enum(rowProblems)),
  /** Line of the row that says the same. */
  sameAs: z.int().nullable(),
  state: z.enum(rowStates),
  questions: z.array(
    z.object({
      source: z.enum(debtorSources),
      state: z.enum(questionStates),
      errorCode: CallError.shape.code.nullable(),
      /** What support asks for; null until it has ended. */
      reference: z.string().nullable(),
    }),
  ),
  /** When the newest answer came. */
  answeredAt: zInstant.nullable(),
  result: RowResult,
  /** The debtor case that was made of it. */
  caseId: z.string().nullable(),
});
export type BatchRow = z.infer<typeof BatchRow>;

/** Everything that was in the list; the parts add up to `records`. */
const BatchCounts = z.object({
  records: z.int(),
  heading: z.int(),
  blank: z.int(),
  usable: z.int(),
  refused: z.int(),
  /** Of the refused: numbers that a spreadsheet has changed, and that can be put right without doubt. */
  repairable: z.int(),
  /** People who stand in more than one case: they are asked about once for each. */
  inSeveralCases: z.int(),
});

/** How far the run has come. Lookups, not rows, except in `rows`. */
export const BatchProgress = z.object({
  status: z.enum(batchStatuses),
  /** Why a paused run stopped by itself: the program was locked, or what went wrong; null when the user paused it. */
  stoppedBy: z.union([z.literal('locked'), CallError.shape.code]).nullable(),
  rows: z.record(z.enum(rowStates), z.int()),
  total: z.int(),
  done: z.int(),
  failed: z.int(),
  /** Lookups a minute just now; null until there is something to measure. */
  perMinute: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type BatchProgress = z.infer<typeof BatchProgress>;

export const Batch = z.object({
  id: z.string(),
  /** The file's name; null = pasted. */
  name: z.string().nullable(),
  createdAt: zInstant,
  createdBy: z.string(),
  mapping: Mapping,
  /** The columns as they stand in the list: heading (or what the first row says) and a few values, with personal numbers masked. */
  columns: z.array(z.object({ heading: z.string(), samples: z.array(z.string()) })),
  counts: BatchCounts,
  /** Empty until the run has begun; then nothing about the columns can be changed. */
  topics: z.array(z.enum(batchTopics)),
  fromMonth: zMonth.nullable(),
  toMonth: zMonth.nullable(),
  progress: BatchProgress,
});
export type Batch = z.infer<typeof Batch>;
