import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Violation } from '../../shared/utlegg/trekk.ts';
import { validateAct } from '../../shared/utlegg/validate.ts';
import { readTrekkRow } from '../storage/trekk.ts';
import { actAtHand } from './actAtHand.ts';
import type { TrekkPorts } from './TrekkPorts.ts';

/** What is wrong with the act as it is typed; nothing is kept. Errors: `not-found`, `invalid-input`. */
export async function validateTyped(
  ports: TrekkPorts,
  { trekkId, what }: CallInput<'trekk.validate'>,
): Promise<Result<Violation[], Failure>> {
  const authenticatedAs = await ports.authenticatedAs();
  return ports.store.read(async (db) => {
    const trekk = await readTrekkRow(db, trekkId);
    if (!trekk) return fail(failure('not-found'));
    const at = await actAtHand(db, ports, trekk, what, authenticatedAs);
    return at.ok ? ok(validateAct(what, at.value.context)) : at;
  });
}
