import type { CaseFile } from '../../shared/housing/caseFile.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { CasePorts } from './CasePorts.ts';
import { changeCase } from './caseFile.ts';

/** Replaces what the officer has entered about the case. Errors: `not-found`, `version-conflict`. */
export const saveDetails = (
  ports: CasePorts,
  input: CallInput<'cases.saveDetails'>,
): Promise<Result<CaseFile, Failure>> =>
  changeCase(ports.store, input, ports.now(), async () => ok({ details: input.details }));
