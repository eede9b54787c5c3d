import { parseNationalId } from '../../shared/identity/nationalId.ts';
import type { DebtorSummary } from '../../shared/ipc/collectionCalls.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { searchDebtorsByNumber, searchDebtorsByPerson } from '../storage/debtorCases.ts';
import type { DebtorPorts } from './DebtorPorts.ts';

/** Cases by a part of the case number, or by a whole personal number: people can't be searched for in any other way (fagregler.md 1.8). */
export function searchDebtors(
  ports: DebtorPorts,
  { text }: { readonly text: string },
): Promise<Result<DebtorSummary[], Failure>> {
  const person = parseNationalId(text, ports.environment);
  return ports.store.read(async (db) =>
    ok(person.ok ? await searchDebtorsByPerson(db, person.value) : await searchDebtorsByNumber(db, text)),
  );
}
