import type { CaseFile } from '../../shared/housing/caseFile.ts';
import type { Source } from '../../shared/income/model.ts';
import type { CallInput, EventPayload } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { createQueue, type Queue } from '../skatteetaten/queue.ts';
import { type CaseRow, updateCase } from '../storage/cases.ts';
import type { StoredLookup } from '../storage/lookups.ts';
import { readMembers } from '../storage/members.ts';
import { readCaseAtVersion, readCaseFile } from './caseFile.ts';
import { createFetchProgress, type FetchItem } from './fetchProgress.ts';
import { keepCancelled, type LookUpPorts, lookUp } from './lookUp.ts';
import { planQuestions, type Question } from './planQuestions.ts';

export interface FetchPorts extends LookUpPorts {
  readonly notify: (progress: EventPayload<'fetch.progress'>) => void;
}

/**
 * Asks the registers about the household. Each answer is saved as it comes, so that a fetch that is cancelled or killed keeps what it got, and
 * one that failed hides none of the others. Returns the case, also when everything failed or was cancelled: how each question went is in
 * its lookups. Errors: `not-found`, `version-conflict`, `invalid-input`, and the store's when an answer could not be kept.
 */
export async function fetchInformation(
  ports: FetchPorts,
  input: CallInput<'information.fetch'>,
  signal: AbortSignal,
): Promise<Result<CaseFile, Failure>> {
  if (input.fromMonth > input.toMonth) return fail(failure('invalid-input'));
  const begun = await ports.store.read(async (db) => {
    const row = await readCaseAtVersion(db, input.caseId, input.expectedVersion);
    return row.ok ? ok({ row: row.value, members: await readMembers(db, input.caseId) }) : row;
  });
  if (!begun.ok) return begun;
  const { row, members } = begun.value;
  ports.registers.tryAgain();

  const kept = await askAll(ports, row, planQuestions(members, input), signal);
  const closed = await ports.store.write(async (db) => {
    await updateCase(db, row.id, { status: 'underVurdering', updatedAt: ports.now() });
    return readCaseFile(db, row.id);
  });
  return kept.ok ? closed : kept;
}

/** Asks every question, and keeps what comes. Fails with the first failure to keep something; nothing more is asked then. */
async function askAll(
  ports: FetchPorts,
  row: CaseRow,
  questions: readonly Question[],
  callersSignal: AbortSignal,
): Promise<Result<null, Failure>> {
  const stop = new AbortController();
  const signal = AbortSignal.any([callersSignal, stop.signal]);
  const progress = createFetchProgress(row.id, ports.notify);
  // As wide as the clients' own, so that the journal's row is written when the question is asked, not while it waits there.
  const turns: Record<Source, Queue> = {
    inntekt: createQueue(),
    skattegrunnlag: createQueue(),
    sisteSkatteoppgjoer: createQueue(),
  };
  let notKept: Failure | null = null;

  const inTurn = async (question: Question, item: FetchItem): Promise<StoredLookup | null> => {
    const turn = await turns[question.source].run(signal, () => {
      progress.set(item, { state: 'asking' });
      return lookUp(ports, row, question, signal);
    });
    const kept = turn.ok ? turn.value : await keepCancelled(ports, row, question);
    if (!kept.ok) {
      notKept ??= kept.error;
      stop.abort();
    }
    const lookup = kept.ok ? kept.value : null;
    const ended = lookup?.state ?? 'failed';
    progress.set(item, { state: ended === 'failed' || ended === 'cancelled' ? ended : 'done' });
    return lookup;
  };

  const run = async (question: Question): Promise<void> => {
    const { memberId } = question;
    const item = progress.add(question);
    if (question.source !== 'sisteSkatteoppgjoer') {
      await inTurn(question, item);
      return;
    }
    const following = progress.add({ memberId, source: 'skattegrunnlag', year: null });
    const year = (await inTurn(question, item))?.newestYear ?? null;
    if (year === null) {
      progress.drop(following);
      return;
    }
    progress.set(following, { year });
    await inTurn({ ...question, source: 'skattegrunnlag', year }, following);
  };

  const ended = await Promise.allSettled(questions.map(run));
  const bug = ended.find((one) => one.status === 'rejected');
  if (bug) throw bug.reason;
  return notKept ? fail(notKept) : ok(null);
}
