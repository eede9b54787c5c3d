import type { DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import type { LookupState } from '../../shared/income/model.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createQueues } from '../skatteetaten/queue.ts';
import { createFetchProgress, type Progress, type ProgressLine } from './fetchProgress.ts';

/** How a desk asks its questions `Q`, which end in lookups `L` and show as `About`: never with the person. */
export interface Asking<Q, L, About> {
  /** Puts the question and keeps what comes of it. */
  readonly ask: (question: Q, signal: AbortSignal) => Promise<Result<L, Failure>>;
  /** Notes that it was given up before it was put. */
  readonly giveUp: (question: Q) => Promise<Result<L, Failure>>;
  readonly about: (question: Q) => About;
  /** What hangs on its answer: how that shows meanwhile, and the question it becomes, null when it becomes none. */
  readonly following: (question: Q) => { readonly about: About; readonly question: (lookup: L) => Q | null } | null;
  readonly notify: (progress: Progress<About>) => void;
}

/** Asks every question, five at a time of each source. Fails with the first failure to keep something; nothing more is asked then. */
export async function askAll<
  Q extends { readonly source: DebtorSource },
  L extends { readonly state: LookupState },
  About,
>(questions: readonly Q[], asking: Asking<Q, L, About>, callersSignal: AbortSignal): Promise<Result<null, Failure>> {
  const stop = new AbortController();
  const signal = AbortSignal.any([callersSignal, stop.signal]);
  const addLine = createFetchProgress(asking.notify);
  // As wide as the clients' own, so that the journal's row is written when the question is asked, not while it waits there.
  const turns = createQueues();
  let notKept: Failure | null = null;

  const inTurn = async (question: Q, line: ProgressLine<About>): Promise<L | null> => {
    const turn = await turns[question.source].run(signal, () => {
      line.set('asking');
      return asking.ask(question, signal);
    });
    const kept = turn.ok ? turn.value : await asking.giveUp(question);
    if (!kept.ok) {
      notKept ??= kept.error;
      stop.abort();
    }
    const lookup = kept.ok ? kept.value : null;
    const ended = lookup?.state ?? 'failed';
    line.set(ended === 'failed' || ended === 'cancelled' ? ended : 'done');
    return lookup;
  };

  const run = async (question: Q): Promise<void> => {
    const line = addLine(asking.about(question));
    const following = asking.following(question);
    const followingLine = following && addLine(following.about);
    const lookup = await inTurn(question, line);
    if (!following || !followingLine) return;
    const next = lookup && following.question(lookup);
    if (next === null) {
      followingLine.drop();
      return;
    }
    followingLine.isAbout(asking.about(next));
    await inTurn(next, followingLine);
  };

  const ended = await Promise.allSettled(questions.map(run));
  const bug = ended.find((one) => one.status === 'rejected');
  if (bug) throw bug.reason;
  return notKept ? fail(notKept) : ok(null);
}
