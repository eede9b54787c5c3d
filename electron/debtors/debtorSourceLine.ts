import type { DebtorSourceLine } from '../../shared/ipc/collectionCalls.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { toSourceLine } from '../cases/toSourceLine.ts';
import { readDebtorLookup } from '../storage/debtorLookups.ts';
import type { DebtorPorts } from './DebtorPorts.ts';

/** The line a figure, a trekk or an asset comes from (`toSourceLine`). Errors: `not-found`, also for what was entered by hand. */
export async function debtorSourceLine(
  ports: DebtorPorts,
  { caseId, trace }: CallInput<'collection.sourceLine'>,
): Promise<Result<DebtorSourceLine, Failure>> {
  if (trace.kind === 'manual') return fail(failure('not-found'));
  return ports.store.read(async (db) => {
    const found = await readDebtorLookup(db, caseId, trace.lookupId);
    const line = found && toSourceLine(found.lookup, found, trace.ref, ports.environment);
    return line ? ok(line) : fail(failure('not-found'));
  });
}
