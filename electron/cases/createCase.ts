import { randomUUID } from 'node:crypto';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { CaseDetails } from '../../shared/ipc/housingCalls.ts';
import type { Result } from '../../shared/result.ts';
import { insertCase } from '../storage/cases.ts';
import type { CasePorts } from './CasePorts.ts';
import { readCaseFile } from './caseFile.ts';

/** Makes a case without a household, version 1. Two cases may have the same number: an application can be made again. */
export function createCase(ports: CasePorts, details: CaseDetails): Promise<Result<CaseFile, Failure>> {
  const at = ports.now();
  const id = randomUUID();
  return ports.store.write(async (db) => {
    await insertCase(db, {
      ...details,
      id,
      version: 1,
      status: 'ny',
      createdAt: at,
      createdBy: ports.actor().userName,
      updatedAt: at,
    });
    return readCaseFile(db, id);
  });
}
