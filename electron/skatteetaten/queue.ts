import { setMaxListeners } from 'node:events';
import { type DebtorSource, debtorSources } from '../../shared/garnishment/debtorLookup.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

/** Skatteetaten allows five simultaneous calls per API and organisation (skatteetaten-apis.md 2.2). */
const WIDTH = 5;

/** Runs a task when there is room, in the order of asking. Fails with `cancelled` when the signal aborts before the task began. */
export interface Queue {
  run<T>(signal: AbortSignal, task: () => Promise<T>): Promise<Result<T, Failure>>;
}

/** A queue for each API. */
export const createQueues = (): Readonly<Record<DebtorSource, Queue>> =>
  Object.fromEntries(debtorSources.map((source) => [source, createQueue()])) as Record<DebtorSource, Queue>;

/** A queue for one API. */
export function createQueue(): Queue {
  let running = 0;
  const waiting = new Set<() => void>();

  const enter = (signal: AbortSignal): Promise<boolean> => {
    if (signal.aborted) return Promise.resolve(false);
    // one signal cancels a whole household's lookups; Electron's Node would warn of a leak after the tenth
    setMaxListeners(0, signal);
    if (running < WIDTH) {
      running += 1;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => {
      const begin = () => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = () => {
        waiting.delete(begin);
        resolve(false);
      };
      waiting.add(begin);
      signal.addEventListener('abort', giveUp, { once: true });
    });
  };

  /** The place goes straight to the next in line, so that nobody can slip in between. */
  const leave = () => {
    const [next] = waiting;
    if (next === undefined) {
      running -= 1;
      return;
    }
    waiting.delete(next);
    next();
  };

  return {
    run: async (signal, task) => {
      if (!(await enter(signal))) return fail(failure('cancelled'));
      try {
        return ok(await task());
      } finally {
        leave();
      }
    },
  };
}
