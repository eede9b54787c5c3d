import { parseNationalId } from '../../shared/identity/nationalId.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { CaseSummary } from '../../shared/ipc/housingCalls.ts';
import { ok, type Result } from '../../shared/result.ts';
import { searchCasesByNumber, searchCasesByPerson } from '../storage/cases.ts';
import type { CasePorts } from './CasePorts.ts';

/** Cases by a part of the case number, or by a whole personal number: people can't be searched for in any other way (fagregler.md 1.8). */
export function searchCases(
  ports: CasePorts,
  { text }: { readonly text: string },
): Promise<Result<CaseSummary[], Failure>> {
  const person = parseNationalId(text, ports.environment);
  return ports.store.read(async (db) =>
    ok(person.ok ? await searchCasesByPerson(db, person.value) : await searchCasesByNumber(db, text)),
  );
}
