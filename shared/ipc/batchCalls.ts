import { z } from 'zod';
import { Batch, BatchRow, batchTopics } from '../batch/batch.ts';
import { exportColumns } from '../batch/exportTable.ts';
import { Corrections, Mapping } from '../batch/list.ts';
import { rowViews, sortColumns } from '../batch/view.ts';
import { collectionGrounds } from '../garnishment/legalGrounds.ts';
import { languages } from '../housing/caseFile.ts';
import { zDate } from '../values.ts';
import { command, query } from './define.ts';

const nothing = z.object({});
const onBatch = z.object({ batchId: z.string() });
const collection = ['collection'] as const;

/** Which rows, in which order. */
const RowView = z.object({
  show: z.enum(rowViews),
  /** In the case number; or eleven digits: the person. */
  text: z.string().trim().max(40),
  sort: z.object({ column: z.enum(sortColumns), descending: z.boolean() }),
});
export type RowView = z.infer<typeof RowView>;

/** `refused`: there is no list in it. */
const Imported = z.discriminatedUnion('state', [
  z.object({ state: z.literal('cancelled') }),
  z.object({ state: z.literal('refused'), why: z.enum(['not-text', 'empty', 'too-large']) }),
  z.object({ state: z.literal('imported'), batch: Batch }),
]);

/** The calls of «Mange skyldnere». Where journal rows are due the use case writes them, as only it knows whom a row is about. */
export const batchCalls = {
  'batch.list': query({
    input: nothing,
    output: z.array(
      Batch.pick({ id: true, name: true, createdAt: true, createdBy: true, counts: true, progress: true }),
    ),
    roles: collection,
    journal: 'none',
  }),
  /** Asks for a file, reads it and keeps it; nobody is looked up. */
  'batch.importFile': command({ input: nothing, output: Imported, roles: collection, journal: 'none' }),
  'batch.importText': command({
    input: z.object({ text: z.string().max(10_000_000) }),
    output: Imported,
    roles: collection,
    journal: 'none',
  }),
  /** One journal row: what was found about many people is shown to someone. */
  'batch.open': query({ input: onBatch, output: Batch, roles: collection, journal: 'looks-up-person' }),
  'batch.rows': query({
    input: onBatch.extend({ view: RowView, offset: z.int().nonnegative(), limit: z.int().min(1).max(200) }),
    /** `total` in the view; `withoutCase`: those of them that a case can be made of. */
    output: z.object({ rows: z.array(BatchRow), total: z.int(), withoutCase: z.int() }),
    roles: collection,
    journal: 'none',
  }),
  /** Says anew which column holds what, and remembers it for lists of the same shape. `invalid-input` after the first start. */
  'batch.map': command({
    input: onBatch.extend({ mapping: Mapping }),
    output: Batch,
    roles: collection,
    journal: 'none',
  }),
  /** Puts a row right; what is left out stays. `invalid-input` for one that has been asked about. */
  'batch.correct': command({
    input: onBatch.extend({ position: z.int().nonnegative(), corrections: Corrections }),
    output: Batch,
    roles: collection,
    journal: 'none',
  }),
  /** Says yes to every number that can be put right without doubt. */
  'batch.acceptRepairs': command({ input: onBatch, output: Batch, roles: collection, journal: 'none' }),

  /** Begins the run, or goes on with it: what is waiting, what was interrupted, what failed, and rows put right since. Later `topics` can only leave some out. */
  'batch.start': command({
    input: onBatch.extend({ topics: z.array(z.enum(batchTopics)).min(1) }),
    output: Batch,
    roles: collection,
    journal: 'looks-up-person',
  }),
  /** Nothing more is asked; what is on its way is waited for. */
  'batch.pause': command({ input: onBatch, output: Batch, roles: collection, journal: 'none' }),
  /** For good: what is on its way is given up, what waits is never asked. Answers are kept. */
  'batch.cancel': command({ input: onBatch, output: Batch, roles: collection, journal: 'none' }),
  /** Forgets the list and every answer that was got for it. Cases made of it stay. `invalid-input` while it runs. */
  'batch.remove': command({ input: onBatch, output: nothing, roles: collection, journal: 'none' }),

  /** Writes the rows of a view to a file the user names; one journal row with its SHA-256. */
  'batch.export': command({
    input: onBatch.extend({
      view: RowView,
      format: z.enum(['csv', 'xlsx']),
      columns: z.array(z.enum(exportColumns)).min(1),
    }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('cancelled') }),
      z.object({ state: z.literal('saved'), path: z.string(), rows: z.int() }),
    ]),
    roles: collection,
    journal: 'looks-up-person',
  }),
  /** One debtor case for each row of a view that has none, with the answers that were got. Nobody is asked again. */
  'batch.createCases': command({
    input: onBatch.extend({
      view: RowView,
      details: z.object({
        legalGrounds: z.array(z.enum(collectionGrounds)).min(1),
        language: z.enum(languages),
        decisionDate: zDate,
      }),
    }),
    output: z.object({ created: z.int() }),
    roles: collection,
    journal: 'none',
  }),
} as const;
