import type { CaseFile } from '../../shared/housing/caseFile.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { CasePorts } from './CasePorts.ts';
import { readCaseFile } from './caseFile.ts';

/** The case with what was fetched then; asks no register. For `cases.open` (which the door journals) and `cases.read`. Errors: `not-found`. */
export const readCase = (
  ports: CasePorts,
  { caseId }: { readonly caseId: string },
): Promise<Result<CaseFile, Failure>> => ports.store.read((db) => readCaseFile(db, caseId));
