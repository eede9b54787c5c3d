import type { CaseFile } from '../../shared/housing/caseFile.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { replaceChoice } from '../storage/choices.ts';
import type { CasePorts } from './CasePorts.ts';
import { changeCase } from './caseFile.ts';

/**
 * Records that the officer has chosen another basis or outcome than the rule gives, with the written reason that must go with it; null takes it
 * back. Errors: `not-found`, `version-conflict`, `invalid-input` without a reason.
 */
export async function chooseBasis(
  ports: CasePorts,
  input: CallInput<'assessment.choose'>,
): Promise<Result<CaseFile, Failure>> {
  if (input.choice?.reason.trim() === '') return fail(failure('invalid-input'));
  const at = ports.now();
  return changeCase(ports.store, input, at, async (db) => {
    await replaceChoice(db, input.caseId, input.choice, { at, by: ports.actor().userName });
    return ok({});
  });
}
