import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { SourceLine } from '../../shared/ipc/housingCalls.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readLookup } from '../storage/lookups.ts';
import type { CasePorts } from './CasePorts.ts';
import { toSourceLine } from './toSourceLine.ts';

/** The line a figure comes from (`toSourceLine`). Errors: `not-found`, also for a post entered by hand, which has no line. */
export async function sourceLine(
  ports: CasePorts,
  { caseId, trace }: CallInput<'information.sourceLine'>,
): Promise<Result<SourceLine, Failure>> {
  if (trace.kind === 'manual') return fail(failure('not-found'));
  return ports.store.read(async (db) => {
    const lookup = await readLookup(db, caseId, trace.lookupId);
    const line = lookup && toSourceLine(lookup, lookup, trace.ref, ports.environment);
    return line ? ok(line) : fail(failure('not-found'));
  });
}
