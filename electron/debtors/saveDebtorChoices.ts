import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import { changeDebtor } from './debtorCase.ts';

/** Replaces what the officer has chosen. Whether a choice is open, and needs a reason, is for the analysis to say. Errors: `not-found`, `version-conflict`. */
export const saveDebtorChoices = (
  ports: DebtorPorts,
  input: CallInput<'collection.saveChoices'>,
): Promise<Result<DebtorCase, Failure>> =>
  changeDebtor(ports.store, input, ports.now(), async () => ok({ choices: input.choices, status: 'underArbeid' }));
