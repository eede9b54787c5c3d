import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nextActState } from '../../shared/utlegg/states.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { putInOutbox, sendOnItsWay } from './confirmAct.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

/**
 * Four eyes: a second person says yes, which sends it, or no, which makes it an `utkast`. Errors: `access-denied` to who asked; `not-found`,
 * `version-conflict`, `invalid-input` when nothing awaits approval or the review misses something by now.
 */
export async function approveAct(
  ports: TrekkPorts,
  input: CallInput<'trekk.approve'>,
): Promise<Result<Trekk, Failure>> {
  const authenticatedAs = await ports.authenticatedAs();
  const answered = await changeTrekk(ports, input, async (db, trekk) => {
    const { act } = trekk;
    const state = act && nextActState(act.state, input.approved ? 'approve' : 'say-no', act.what);
    if (!act || state === null) return fail(failure('invalid-input'));
    if (isSamePerson(act.askedBy, ports.actor().userName)) return fail(failure('access-denied'));
    if (state === 'sendes') return putInOutbox(db, ports, trekk, act, authenticatedAs);
    return ok({
      change: { act: { ...act, state: 'utkast', askedBy: null } },
      event: { event: 'approval-refused', act: act.what.kind, detail: null },
    });
  });
  if (answered.ok && input.approved) sendOnItsWay(ports);
  return answered;
}

/** Windows lets one log on in any capitals, so that they tell no two people apart. */
const isSamePerson = (one: string | null, other: string): boolean => one?.toLowerCase() === other.toLowerCase();
