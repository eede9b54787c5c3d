import { type AnalysisContext, analyseDebtor } from '../../shared/garnishment/analyseDebtor.ts';
import type { DebtorAnalysis } from '../../shared/garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ActContent } from '../../shared/utlegg/trekk.ts';
import { type ValidationContext, validationContext } from '../../shared/utlegg/validationContext.ts';
import { readCollectionSettings } from '../debtors/collectionSettings.ts';
import type { DebtorPorts } from '../debtors/DebtorPorts.ts';
import { readDebtorCase } from '../debtors/debtorCase.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import type { ReadableDb } from '../storage/Store.ts';
import { readTrekkRows, type StoredTrekk } from '../storage/trekk.ts';

/** An act, and all that it is held against. */
export interface ActAtHand {
  readonly debtorCase: DebtorCase;
  readonly context: ValidationContext;
  /** The debtor's other trekk with us. */
  readonly others: readonly StoredTrekk[];
}

/** What the analysis of a debtor's case needs besides the case. */
const analysisContext = async (db: ReadableDb, ports: DebtorPorts): Promise<AnalysisContext> => ({
  settings: await readCollectionSettings(db),
  organisationNumber: ports.organisationNumber(),
  environment: ports.environment,
  now: ports.now(),
});

/**
 * Collects what the rules hold an act on the trekk against, from the case as it stands. Errors: `not-found`; `invalid-input` when the case has got
 * another debtor since the trekk began: then it says nothing about this one.
 */
export async function actAtHand(
  db: ReadableDb,
  ports: DebtorPorts,
  trekk: StoredTrekk,
  what: ActContent,
  authenticatedAs: string | null,
): Promise<Result<ActAtHand, Failure>> {
  const row = await readDebtorRow(db, trekk.caseId);
  const debtorCase = await readDebtorCase(db, trekk.caseId);
  if (!debtorCase.ok) return debtorCase;
  if (row?.nationalId !== trekk.nationalId) return fail(failure('invalid-input'));
  const all = (await readTrekkRows(db)).filter(({ id }) => id !== trekk.id);
  const others = all.filter(({ nationalId }) => nationalId === trekk.nationalId);
  const context = validationContext(
    what,
    {
      debtorCase: debtorCase.value,
      nationalId: trekk.nationalId,
      authenticatedAs,
      others,
      ofOtherDebtors: all.filter(({ nationalId }) => nationalId !== trekk.nationalId),
      registered: trekk.registered,
    },
    await analysisContext(db, ports),
  );
  return ok({ debtorCase: debtorCase.value, context, others });
}

/** What the case says on another day than its own decision date. */
export const analysisOn = async (
  db: ReadableDb,
  ports: DebtorPorts,
  debtorCase: DebtorCase,
  decisionDate: DebtorCase['decisionDate'],
): Promise<DebtorAnalysis> => analyseDebtor({ ...debtorCase, decisionDate }, await analysisContext(db, ports));
