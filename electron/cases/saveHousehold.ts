import { randomUUID } from 'node:crypto';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import { type NationalId, parseNationalId } from '../../shared/identity/nationalId.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import type { MemberInput } from '../../shared/ipc/housingCalls.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Environment } from '../../shared/session.ts';
import { deleteLookupsOf } from '../storage/lookups.ts';
import { readMembers, replaceMembers, type StoredMember } from '../storage/members.ts';
import type { CasePorts } from './CasePorts.ts';
import { changeCase } from './caseFile.ts';

/**
 * Replaces the household. Members keep their lookups as long as they keep their number; who is left out goes, with theirs. Errors:
 * `not-found`, `version-conflict`, `invalid-input` for a number that can't be one here, a member to look up without a number, the same person
 * or member twice, or a member of another case.
 */
export const saveHousehold = (
  ports: CasePorts,
  input: CallInput<'cases.saveHousehold'>,
): Promise<Result<CaseFile, Failure>> =>
  changeCase(ports.store, input, ports.now(), async (db) => {
    const before = new Map((await readMembers(db, input.caseId)).map((member) => [member.id, member]));
    const members: StoredMember[] = [];
    for (const entered of input.members) {
      const member = toStored(entered, before, ports.environment);
      if (!member) return fail(failure('invalid-input'));
      members.push(member);
    }
    if (
      hasRepeated(members.map(({ id }) => id)) ||
      hasRepeated(members.flatMap(({ nationalId }) => nationalId ?? []))
    ) {
      return fail(failure('invalid-input'));
    }
    for (const { id, nationalId } of members) {
      if (before.get(id)?.nationalId !== nationalId) await deleteLookupsOf(db, id);
    }
    await replaceMembers(db, input.caseId, members);
    return ok({});
  });

/** The member to keep; null when what was entered can't stand. */
function toStored(
  entered: MemberInput,
  before: ReadonlyMap<string, StoredMember>,
  environment: Environment,
): StoredMember | null {
  if (entered.id !== null && !before.has(entered.id)) return null;
  const id = entered.id ?? randomUUID();
  let nationalId: NationalId | null = before.get(id)?.nationalId ?? null;
  if (entered.nationalId !== null) {
    const read = parseNationalId(entered.nationalId, environment);
    if (!read.ok) return null;
    nationalId = read.value;
  }
  if (entered.lookUp && nationalId === null) return null;
  return { ...entered, id, nationalId };
}

const hasRepeated = (values: readonly string[]): boolean => new Set(values).size < values.length;
