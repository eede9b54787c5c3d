import type { DebtorCase, DebtorClaims } from '../../shared/garnishment/debtorCase.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import { changeDebtor } from './debtorCase.ts';

/**
 * Replaces claims, notices and answers. Errors: `not-found`, `version-conflict`, `invalid-input` when two have the same id or a notice names a
 * claim that is not there.
 */
export const saveClaims = (
  ports: DebtorPorts,
  input: CallInput<'collection.saveClaims'>,
): Promise<Result<DebtorCase, Failure>> =>
  changeDebtor(ports.store, input, ports.now(), async () => {
    const { claims, notices, answers } = input;
    return hangsTogether(input)
      ? ok({ claims, notices, answers, status: 'underArbeid' })
      : fail(failure('invalid-input'));
  });

function hangsTogether({ claims, notices, answers }: DebtorClaims): boolean {
  const known = new Set(claims.map(({ id }) => id));
  return (
    [claims, notices, answers].every((list) => new Set(list.map(({ id }) => id)).size === list.length) &&
    notices.every(({ claimIds }) => claimIds.every((id) => known.has(id)))
  );
}
