import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nextActState } from '../../shared/utlegg/states.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import { lookUpTrekk } from './lookUpTrekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk, readTrekkAtVersion } from './trekk.ts';

/**
 * Reads our registered trekk again. A draft that was made on another version of it goes back to `utkast`, so that the difference is seen before it is
 * sent. Errors: `not-found`, `version-conflict`, `invalid-input` when it is not registered, the register's.
 */
export async function refreshTrekk(
  ports: TrekkPorts,
  input: CallInput<'trekk.refresh'>,
  signal: AbortSignal,
): Promise<Result<Trekk, Failure>> {
  const found = await ports.store.read(async (db) => {
    const trekk = await readTrekkAtVersion(db, input);
    if (!trekk.ok) return trekk;
    const caseAtHand = await readDebtorRow(db, trekk.value.caseId);
    const { registered, nationalId } = trekk.value;
    return registered && caseAtHand
      ? ok({ caseAtHand, person: nationalId, utleggstrekkId: registered.utleggstrekkId })
      : fail(failure('invalid-input'));
  });
  if (!found.ok) return found;
  const read = await lookUpTrekk(ports, found.value, signal);
  if (!read.ok) return read;

  return changeTrekk(ports, input, async (_db, { act, registered: before }) => {
    if (!before) return fail(failure('invalid-input'));
    const now = read.value ?? { ...before, state: 'slettet' as const };
    const change = { registered: { ...now, readAt: ports.now() } };
    const isBehind =
      now.versjon !== before.versjon && act !== null && nextActState(act.state, 'edit', act.what) !== null;
    return ok(
      isBehind
        ? {
            change: { ...change, act: { ...act, state: 'utkast' } },
            event: { event: 'changed-since', act: act.what.kind, detail: null },
          }
        : { change, event: { event: 'read', act: null, detail: null } },
    );
  });
}
