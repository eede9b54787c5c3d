import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import { changeDebtor } from './debtorCase.ts';

/** Replaces what the debtor and the household live of and on. Errors: `not-found`, `version-conflict`. */
export const saveDebtorHousehold = (
  ports: DebtorPorts,
  input: CallInput<'collection.saveHousehold'>,
): Promise<Result<DebtorCase, Failure>> =>
  changeDebtor(ports.store, input, ports.now(), async () => ok({ household: input.household, status: 'underArbeid' }));
