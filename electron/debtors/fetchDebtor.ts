import { osloDate } from '../../shared/dates.ts';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import { usableTaxYear } from '../../shared/income/taxYear.ts';
import type { CallInput, EventPayload } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type Asking, askAll } from '../cases/askAll.ts';
import { readDebtorRow, type StoredDebtorCase, updateDebtorCase } from '../storage/debtorCases.ts';
import { readCollectionSettings } from './collectionSettings.ts';
import { readDebtorAtVersion, readDebtorCase } from './debtorCase.ts';
import { keepDebtorCancelled, type LookUpDebtorPorts, lookUpDebtor } from './lookUpDebtor.ts';
import { type DebtorQuestion, planDebtorQuestions } from './planDebtorQuestions.ts';

export interface FetchDebtorPorts extends LookUpDebtorPorts {
  readonly notify: (progress: EventPayload<'collection.progress'>) => void;
}

/**
 * Asks the registers about the debtor. Each answer is saved as it comes, so that a fetch that is cancelled or killed keeps what it got, and one
 * that failed hides none of the others. Returns the case, also when everything failed or was cancelled: how each question went is in its
 * lookups. Errors: `not-found`, `version-conflict`, and the store's when an answer could not be kept.
 */
export async function fetchDebtor(
  ports: FetchDebtorPorts,
  input: CallInput<'collection.fetch'>,
  signal: AbortSignal,
): Promise<Result<DebtorCase, Failure>> {
  const begun = await ports.store.read(async (db) => {
    const row = await readDebtorAtVersion(db, input);
    return row.ok ? ok({ debtorCase: row.value, settings: await readCollectionSettings(db) }) : row;
  });
  if (!begun.ok) return begun;
  const { debtorCase, settings } = begun.value;
  ports.registers.tryAgain();

  const questions = planDebtorQuestions(debtorCase.nationalId, {
    decisionDate: debtorCase.decisionDate,
    today: osloDate(ports.now()),
    regime: settings.regime,
    only: input.only,
  });
  const kept = await askAll(questions, asking(ports, debtorCase), signal);
  const closed = await ports.store.write(async (db) => {
    const now = await readDebtorRow(db, debtorCase.id);
    if (now) await updateDebtorCase(db, now, { status: 'underArbeid', updatedAt: ports.now() });
    return readDebtorCase(db, debtorCase.id);
  });
  return kept.ok ? closed : kept;
}

type About = Omit<EventPayload<'collection.progress'>['items'][number], 'state'>;

/** The newest settled year is asked for first; then the tax basis of the year that the decision may rest on. */
const asking = (
  ports: FetchDebtorPorts,
  debtorCase: StoredDebtorCase,
): Asking<DebtorQuestion, DebtorLookup, About> => ({
  ask: (question, signal) => lookUpDebtor(ports, debtorCase, question, signal),
  giveUp: (question) => keepDebtorCancelled(ports, debtorCase, question),
  about: (question) => ({ source: question.source, year: 'year' in question ? question.year : null }),
  following: (question) =>
    question.source !== 'sisteSkatteoppgjoer'
      ? null
      : {
          about: { source: 'skattegrunnlag', year: null },
          question: (lookup) => {
            const newest = lookup.source === 'sisteSkatteoppgjoer' ? lookup.newestYear : null;
            if (newest === null) return null;
            return { ...question, source: 'skattegrunnlag', year: usableTaxYear(newest, debtorCase.decisionDate) };
          },
        },
  notify: (progress) => ports.notify({ caseId: debtorCase.id, ...progress }),
});
