import { setTimeout } from 'node:timers/promises';
import type { BatchStatus, BatchTopic } from '../../shared/batch/batch.ts';
import { planRow } from '../../shared/batch/plan.ts';
import { type Instant, osloDate } from '../../shared/dates.ts';
import { type DebtorSource, debtorSources } from '../../shared/garnishment/debtorLookup.ts';
import { type ErrorCode, type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { askDebtor, journalFacts, toStoredLookup } from '../debtors/askDebtor.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import { readBatch, runningBatches, updateBatch } from '../storage/batches.ts';
import {
  deleteUnanswered,
  hasOpenQuestions,
  moveQuestions,
  nextQuestions,
  planQuestions,
  updateQuestion,
} from '../storage/batchQuestions.ts';
import { updateRow } from '../storage/batchRows.ts';
import type { StoredDebtorLookup } from '../storage/debtorLookups.ts';
import type { WritableDb } from '../storage/Store.ts';
import type { RunPorts } from './BatchPorts.ts';
import { type BatchQuestion, toBatchQuestion } from './BatchQuestion.ts';
import { errorCodeOf, keepAnswer } from './keepAnswer.ts';
import { createPace, type Pace } from './pace.ts';
import { readProgress } from './readProgress.ts';
import { settleRows } from './settleRows.ts';

/** As many as may be on their way to one register at a time (skatteetaten-apis.md 2.2), so that the journal's row is written when one is asked. */
const WIDTH = 5;

/** So many failures in a row from one register mean that it, or our access to it, is the matter, and not the people asked about. */
const FAILURES_TO_STOP = 5;
/** A number that a register can't take is a matter of the list; of our program only when it never takes any. */
const BAD_INPUTS_TO_STOP = 50;

/** How often the window is told. */
const TELL_MS = 250;

/** Runs batches: at most one per running program, so that every run shares its lanes. */
export interface BatchRunner {
  /**
   * Begins, or goes on: with what waits, was interrupted or failed, and with rows put right since. After the first time `topics` can only leave
   * some out. Errors: `not-found`, `invalid-input` (cancelled, or nothing to ask), the store's.
   */
  start(batchId: string, topics: readonly BatchTopic[]): Promise<Result<null, Failure>>;
  /** Asks nothing more; what is on its way is waited for. */
  pause(batchId: string): Promise<Result<null, Failure>>;
  /** For good. */
  cancel(batchId: string): Promise<Result<null, Failure>>;
  /** Pauses every run, from the call on: someone else, or nobody, is at the desk. */
  pauseAll(): Promise<void>;
  readonly pace: Pace;
  /** What keeps answers from being saved; null normally. A new start tries again. */
  readonly hindrance: () => Failure | null;
  /** Resolves when nothing is on its way and everything that came is saved. */
  idle(): Promise<void>;
}

interface OnItsWay {
  readonly question: BatchQuestion;
  readonly ticket: LookupTicket;
  readonly at: Instant;
}

interface Arrived extends OnItsWay {
  readonly answer: StoredDebtorLookup;
}

/**
 * The database is the queue: what is to be asked stands there before anything is, and each turn is one transaction that keeps the answers that have
 * come and takes the next questions, with their rows in the journal. So a program that dies loses no answer it had kept, repeats none, and
 * knows afterwards which were on their way.
 */
export function createBatchRunner(ports: RunPorts): BatchRunner {
  const { store, journal, registers, now } = ports;
  const onItsWay = new Map<OnItsWay, AbortController>();
  const arrived: Arrived[] = [];
  const failuresInARow = new Map<DebtorSource, number>();
  const pace = createPace(() => Date.parse(now()));
  let hindrance: Failure | null = null;
  let turning = false;
  let standing = false;
  let wanted = false;
  let toldAt = 0;

  /** Turns until there is nothing left to keep or take. One at a time: what is free is then known. */
  async function wake(): Promise<void> {
    wanted = true;
    if (turning) return;
    turning = true;
    try {
      while (wanted && hindrance === null) {
        wanted = false;
        await turn();
      }
    } catch (bug) {
      hindrance = failure('unexpected');
      throw bug;
    } finally {
      turning = false;
    }
  }

  async function turn(): Promise<void> {
    const keeping = arrived.splice(0);
    const done = await store.write(async (db) => {
      for (const one of keeping) await keep(db, one);
      const taken = await take(db);
      return ok({ taken, ended: await endBatches(db, taken) });
    });
    if (!done.ok) {
      // Kept here until the store can write again: they have been asked for, and must not be asked for twice.
      arrived.unshift(...keeping);
      hindrance = done.error;
      return;
    }
    for (const one of done.value.taken) put(one);
    await tell([...keeping.map(({ question }) => question.batchId), ...done.value.ended], done.value.ended.length > 0);
  }

  async function keep(db: WritableDb, one: Arrived): Promise<void> {
    await keepAnswer(db, journal, one);
    const { source, batchId } = one.question;
    const errorCode = errorCodeOf(one.answer.lookup);
    const inARow = errorCode === null ? 0 : (failuresInARow.get(source) ?? 0) + 1;
    failuresInARow.set(source, inARow);
    const tooMany = errorCode === 'api-bad-input' ? BAD_INPUTS_TO_STOP : FAILURES_TO_STOP;
    if (inARow >= tooMany) await stop(db, batchId, errorCode);
  }

  async function stop(db: WritableDb, batchId: string, by: ErrorCode | 'locked' | null): Promise<void> {
    if ((await readBatch(db, batchId))?.status !== 'running') return;
    await updateBatch(db, batchId, { status: 'paused', stoppedBy: by });
    failuresInARow.clear();
  }

  /**
   * As many questions as there are free lanes, marked as on their way, with the journal's row for each. An answer that has come but is not kept
   * yet still holds its lane, so that a program that dies has never more than a register's lanes to ask again.
   */
  async function take(db: WritableDb): Promise<OnItsWay[]> {
    const taken: OnItsWay[] = [];
    if (standing) return taken;
    const lanes = (source: DebtorSource) =>
      WIDTH - [...onItsWay.keys(), ...arrived, ...taken].filter(({ question }) => question.source === source).length;
    for (const batchId of await runningBatches(db)) {
      for (const source of debtorSources) {
        const free = lanes(source);
        if (free <= 0) continue;
        for (const waiting of await nextQuestions(db, batchId, source, free)) {
          taken.push(await begin(db, toBatchQuestion(batchId, waiting)));
        }
      }
    }
    return taken;
  }

  async function begin(db: WritableDb, question: BatchQuestion): Promise<OnItsWay> {
    const at = now();
    const ticket = await journal.beginLookupIn(db, {
      actor: ports.actor(),
      caseAtHand: question,
      ...journalFacts(registers, question.question),
    });
    await updateQuestion(db, question, { state: 'asking', errorCode: null });
    await updateRow(db, question.batchId, question.position, { state: 'asking' });
    return { question, ticket, at };
  }

  /** The runs that have nothing left to ask or wait for. */
  async function endBatches(db: WritableDb, taken: readonly OnItsWay[]): Promise<string[]> {
    const ended: string[] = [];
    for (const batchId of await runningBatches(db)) {
      const waitsFor = ({ question }: OnItsWay) => question.batchId === batchId;
      if (taken.some(waitsFor) || [...onItsWay.keys()].some(waitsFor) || (await hasOpenQuestions(db, batchId)))
        continue;
      await updateBatch(db, batchId, { status: 'done', stoppedBy: null });
      ended.push(batchId);
    }
    return ended;
  }

  function put(one: OnItsWay): void {
    const abort = new AbortController();
    onItsWay.set(one, abort);
    const { question } = one.question;
    void askDebtor(registers, question, one.ticket, abort.signal)
      .finally(() => onItsWay.delete(one))
      .then(
        (answered) => {
          const answer = toStoredLookup(question, answered, { at: one.at, environment: ports.environment });
          arrived.push({ ...one, answer });
          pace.count(one.question.batchId);
          return wake();
        },
        (bug) => {
          hindrance = failure('unexpected');
          throw bug;
        },
      );
  }

  async function tell(batchIds: readonly string[], atOnce: boolean): Promise<void> {
    const at = Date.parse(now());
    if (batchIds.length === 0 || (!atOnce && Math.abs(at - toldAt) < TELL_MS)) return;
    toldAt = at;
    for (const batchId of new Set(batchIds)) {
      const progress = await store.read((db) => readProgress(db, batchId, runner));
      if (progress.ok) ports.notify(batchId, progress.value);
    }
  }

  /** One change to a batch that is in one of some states, which the window then hears of. */
  async function change(
    batchId: string,
    from: readonly BatchStatus[],
    work: (db: WritableDb) => Promise<Result<null, Failure>>,
  ): Promise<Result<null, Failure>> {
    const changed = await store.write(async (db) => {
      const batch = await readBatch(db, batchId);
      if (!batch) return fail(failure('not-found'));
      return from.includes(batch.status) ? work(db) : ok(null);
    });
    if (changed.ok) await tell([batchId], true);
    return changed;
  }

  const runner: BatchRunner = {
    pace,
    hindrance: () => hindrance,
    start: async (batchId, topics) => {
      const begun = await store.write(async (db) => {
        const batch = await readBatch(db, batchId);
        if (!batch) return fail(failure('not-found'));
        if (batch.status === 'cancelled') return fail(failure('invalid-input'));
        if (batch.status === 'running') return ok(null);
        const startedAt = batch.startedAt ?? now();
        const chosen = batch.startedAt === null ? topics : batch.topics.filter((topic) => topics.includes(topic));
        const plan = planRow(chosen, osloDate(startedAt));
        const dropped = debtorSources.filter((source) => !plan.some((question) => question.source === source));
        if (dropped.length > 0) await deleteUnanswered(db, batchId, dropped);
        const { fromMonth = null, toMonth = null } = plan.find(({ source }) => source === 'inntekt') ?? {};
        await planQuestions(db, batchId, plan);
        await moveQuestions(db, batchId, ['interrupted', 'failed'], 'waiting');
        await settleRows(db, batchId);
        const nothingToAsk = batch.startedAt === null && !(await hasOpenQuestions(db, batchId));
        if (nothingToAsk || chosen.length === 0) return fail(failure('invalid-input'));
        const run = { status: 'running', stoppedBy: null, topics: chosen, startedAt, fromMonth, toMonth } as const;
        await updateBatch(db, batchId, run);
        return ok(null);
      });
      if (!begun.ok) return begun;
      registers.tryAgain();
      hindrance = null;
      standing = false;
      pace.begin(batchId);
      await tell([batchId], true);
      void wake();
      return begun;
    },
    pause: (batchId) =>
      change(batchId, ['running'], async (db) => {
        await stop(db, batchId, null);
        return ok(null);
      }),
    cancel: async (batchId) => {
      const cancelled = await change(batchId, ['running', 'paused', 'interrupted'], async (db) => {
        await updateBatch(db, batchId, { status: 'cancelled', stoppedBy: null });
        await moveQuestions(db, batchId, ['later', 'waiting', 'interrupted'], 'cancelled');
        await settleRows(db, batchId);
        return ok(null);
      });
      if (!cancelled.ok) return cancelled;
      for (const [{ question }, abort] of onItsWay) if (question.batchId === batchId) abort.abort();
      return cancelled;
    },
    pauseAll: async () => {
      standing = true;
      const paused = await store.write(async (db) => {
        for (const batchId of await runningBatches(db)) await stop(db, batchId, 'locked');
        return ok(null);
      });
      if (!paused.ok) hindrance = paused.error;
    },
    idle: async () => {
      while (turning || onItsWay.size > 0 || (arrived.length > 0 && hindrance === null)) await setTimeout(5);
    },
  };
  return runner;
}
