import { z } from 'zod';
import { BatchProgress } from '../batch/batch.ts';
import { debtorSources } from '../garnishment/debtorLookup.ts';
import { UpdateStatus } from '../update.ts';
import { batchCalls } from './batchCalls.ts';
import { collectionCalls } from './collectionCalls.ts';
import type { CallDefinition } from './define.ts';
import { housingCalls } from './housingCalls.ts';
import { sessionCalls } from './sessionCalls.ts';
import { setupCalls } from './setupCalls.ts';
import { trekkCalls } from './trekkCalls.ts';

/** Every call there is. A call added here makes electron/ipc/handlers.ts fail to compile until it exists. */
export const contract = {
  ...sessionCalls,
  ...setupCalls,
  ...housingCalls,
  ...collectionCalls,
  ...batchCalls,
  ...trekkCalls,
} as const satisfies Record<string, CallDefinition>;

type Contract = typeof contract;
export type CallName = keyof Contract;
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** What main tells the window without being asked. */
const events = {
  'session.changed': z.object({}),
  'update.changed': z.object({ status: UpdateStatus }),
  'fetch.progress': z.object({
    caseId: z.string(),
    done: z.int(),
    total: z.int(),
    /** What is being asked right now, or has just been answered. */
    items: z.array(
      z.object({
        memberId: z.string(),
        source: z.enum(['inntekt', 'skattegrunnlag', 'sisteSkatteoppgjoer']),
        year: z.int().nullable(),
        state: z.enum(['waiting', 'asking', 'done', 'failed', 'cancelled']),
      }),
    ),
  }),
  'collection.progress': z.object({
    caseId: z.string(),
    done: z.int(),
    total: z.int(),
    items: z.array(
      z.object({
        source: z.enum(debtorSources),
        year: z.int().nullable(),
        state: z.enum(['waiting', 'asking', 'done', 'failed', 'cancelled']),
      }),
    ),
  }),
  /** Something happened to one of our trekk, here or at the authority. */
  'trekk.changed': z.object({ trekkId: z.string() }),
  'batch.progress': z.object({ batchId: z.string(), progress: BatchProgress }),
} as const;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]>;
