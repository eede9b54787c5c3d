import { type BatchProgress, type RowState, rowStates } from '../../shared/batch/batch.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readBatch } from '../storage/batches.ts';
import { countQuestions } from '../storage/batchQuestions.ts';
import { countStates } from '../storage/batchRows.ts';
import type { ReadableDb } from '../storage/Store.ts';
import type { BatchRunner } from './BatchRunner.ts';

/** How far a batch has come. Errors: `not-found`. */
export async function readProgress(
  db: ReadableDb,
  batchId: string,
  runner: Pick<BatchRunner, 'pace' | 'hindrance'>,
): Promise<Result<BatchProgress, Failure>> {
  const batch = await readBatch(db, batchId);
  if (!batch) return fail(failure('not-found'));
  const states = await countStates(db, batchId);
  const questions = await countQuestions(db, batchId);
  const total = [...questions.values()].reduce((sum, count) => sum + count, 0);
  const open = (['later', 'waiting', 'asking', 'interrupted'] as const).reduce(
    (sum, state) => sum + (questions.get(state) ?? 0),
    0,
  );
  const running = batch.status === 'running';
  const hindrance = running ? runner.hindrance() : null;
  const perMinute = running && hindrance === null ? runner.pace.perMinute(batchId) : null;
  return ok({
    status: hindrance === null ? batch.status : 'paused',
    stoppedBy: hindrance?.code ?? batch.stoppedBy,
    rows: Object.fromEntries(rowStates.map((state) => [state, states.get(state) ?? 0])) as Record<RowState, number>,
    total,
    done: total - open,
    failed: questions.get('failed') ?? 0,
    perMinute,
    secondsLeft: perMinute === null ? null : Math.round((open * 60) / perMinute),
  });
}
