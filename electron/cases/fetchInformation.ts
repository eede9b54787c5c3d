import type { CaseFile } from '../../shared/housing/caseFile.ts';
import { usableTaxYear } from '../../shared/income/taxYear.ts';
import type { CallInput, EventPayload } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { type CaseRow, updateCase } from '../storage/cases.ts';
import type { StoredLookup } from '../storage/lookups.ts';
import { readMembers } from '../storage/members.ts';
import { type Asking, askAll } from './askAll.ts';
import { readCaseAtVersion, readCaseFile } from './caseFile.ts';
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

  const kept = await askAll(planQuestions(members, input), asking(ports, row), signal);
  const closed = await ports.store.write(async (db) => {
    await updateCase(db, row.id, { status: 'underVurdering', updatedAt: ports.now() });
    return readCaseFile(db, row.id);
  });
  return kept.ok ? closed : kept;
}

type About = Omit<EventPayload<'fetch.progress'>['items'][number], 'state'>;

/** The newest settled year is asked for first when no year was named; then the tax basis of the year that the decision may rest on. */
const asking = (ports: FetchPorts, row: CaseRow): Asking<Question, StoredLookup, About> => ({
  ask: (question, signal) => lookUp(ports, row, question, signal),
  giveUp: (question) => keepCancelled(ports, row, question),
  about: ({ memberId, source, year }) => ({ memberId, source, year }),
  following: (question) =>
    question.source !== 'sisteSkatteoppgjoer'
      ? null
      : {
          about: { memberId: question.memberId, source: 'skattegrunnlag', year: null },
          question: ({ newestYear }) =>
            newestYear === null
              ? null
              : { ...question, source: 'skattegrunnlag', year: usableTaxYear(newestYear, row.decisionDate) },
        },
  notify: (progress) => ports.notify({ caseId: row.id, ...progress }),
});
