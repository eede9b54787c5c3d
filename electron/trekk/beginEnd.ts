import { osloDate } from '../../shared/dates.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { endDraft } from '../../shared/utlegg/endDraft.ts';
import { mayBegin } from '../../shared/utlegg/states.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { readTrekkRows } from '../storage/trekk.ts';
import { newAct } from './beginTrekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

/** Begins the ending of a registered trekk. Errors: `not-found`, `version-conflict`, `invalid-input` when its state does not allow it (7.1). */
export const beginEnd = (ports: TrekkPorts, input: CallInput<'trekk.beginEnd'>): Promise<Result<Trekk, Failure>> =>
  changeTrekk(ports, input, async (db, trekk) => {
    const { reason } = input;
    const today = osloDate(ports.now());
    const may = trekk.act === null && mayBegin({ ...trekk, act: null }, { kind: 'avslutt', reason }, today);
    if (!may || !trekk.registered) return fail(failure('invalid-input'));
    const ofPerson = await readTrekkRows(db, { nationalId: trekk.nationalId });
    const content = endDraft(trekk.registered, reason, ofPerson, today);
    return ok({
      change: { act: newAct({ kind: 'avslutt', content }, ports) },
      event: { event: 'started', act: 'avslutt', detail: reason },
    });
  });
