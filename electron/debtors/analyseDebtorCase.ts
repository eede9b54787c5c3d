import { analyseDebtor } from '../../shared/garnishment/analyseDebtor.ts';
import type { DebtorAnalysis } from '../../shared/garnishment/debtorAnalysis.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { readCollectionSettings } from './collectionSettings.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import { readDebtorCase } from './debtorCase.ts';

/** What can be said about the debtor now. Nothing is kept: it is worked out again each time. Errors: `not-found`. */
export const analyseDebtorCase = (
  ports: DebtorPorts,
  { caseId }: { readonly caseId: string },
): Promise<Result<DebtorAnalysis, Failure>> =>
  ports.store.read(async (db) => {
    const debtorCase = await readDebtorCase(db, caseId);
    if (!debtorCase.ok) return debtorCase;
    return ok(
      analyseDebtor(debtorCase.value, {
        settings: await readCollectionSettings(db),
        organisationNumber: ports.organisationNumber(),
        environment: ports.environment,
        now: ports.now(),
      }),
    );
  });
