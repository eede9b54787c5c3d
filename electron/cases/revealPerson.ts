import type { NationalId } from '../../shared/identity/nationalId.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { readMembers } from '../storage/members.ts';
import type { CasePorts } from './CasePorts.ts';

/** The whole number of one member; the door has journalled it by then. Errors: `not-found`. */
export const revealPerson = (
  ports: CasePorts,
  { caseId, memberId }: { readonly caseId: string; readonly memberId: string },
): Promise<Result<{ nationalId: NationalId }, Failure>> =>
  ports.store.read(async (db) => {
    const member = (await readMembers(db, caseId)).find(({ id }) => id === memberId);
    return member?.nationalId ? ok({ nationalId: member.nationalId }) : fail(failure('not-found'));
  });
