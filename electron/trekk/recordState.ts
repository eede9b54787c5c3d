import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

/** Enters what Skatteetaten has told about a decision that it has received. Errors: `not-found`, `version-conflict`, `invalid-input` when ELAN has none. */
export const recordState = (
  ports: TrekkPorts,
  input: CallInput<'trekk.recordState'>,
): Promise<Result<Trekk, Failure>> =>
  changeTrekk(ports, input, async (_db, { received }) => {
    if (!received) return fail(failure('invalid-input'));
    const { state, since, source } = input;
    const caseReference = input.caseReference || received.caseReference;
    return ok({
      change: { received: { ...received, state, since, source, caseReference } },
      event: { event: 'state-recorded', act: null, detail: state },
    });
  });
