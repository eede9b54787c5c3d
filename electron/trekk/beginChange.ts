import { osloDate } from '../../shared/dates.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { changeDraft } from '../../shared/utlegg/changeDraft.ts';
import { mayBegin } from '../../shared/utlegg/states.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { readDebtorCase } from '../debtors/debtorCase.ts';
import { analysisOn } from './actAtHand.ts';
import { newAct } from './beginTrekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

/** Begins a change of a registered trekk. Errors: `not-found`, `version-conflict`, `invalid-input` when its state does not allow it (7.1). */
export const beginChange = (
  ports: TrekkPorts,
  input: CallInput<'trekk.beginChange'>,
): Promise<Result<Trekk, Failure>> =>
  changeTrekk(ports, input, async (db, trekk) => {
    const { reason } = input;
    const today = osloDate(ports.now());
    const debtorCase = await readDebtorCase(db, trekk.caseId);
    if (!debtorCase.ok) return debtorCase;
    const may = trekk.act === null && mayBegin({ ...trekk, act: null }, { kind: 'endre', reason }, today);
    if (!may || !trekk.registered) return fail(failure('invalid-input'));
    const analysis = await analysisOn(db, ports, debtorCase.value, today);
    const content = changeDraft(trekk.registered, reason, debtorCase.value, analysis, today);
    return ok({
      change: { act: newAct({ kind: 'endre', content }, ports) },
      event: { event: 'started', act: 'endre', detail: reason },
    });
  });
