import type { Role } from '../../shared/access.ts';
import { parseNationalId } from '../../shared/identity/nationalId.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { Environment } from '../../shared/session.ts';
import type { Journal } from './Journal.ts';

/**
 * The journal for someone with these roles: a fagansvarlig sees all of it, anyone else only what was done in roles of their own, as the desks are
 * kept apart. A whole personal number as text finds the rows about that person.
 */
export function listJournal(
  { journal, environment, roles }: { journal: Journal; environment: Environment; roles: readonly Role[] },
  { text, from, to, offset }: CallInput<'journal.list'>,
): Promise<Result<CallOutput<'journal.list'>, Failure>> {
  const person = parseNationalId(text, environment);
  return journal.list({
    text: person.ok ? '' : text.trim(),
    person: person.ok ? person.value : null,
    roles: roles.includes('fagansvarlig') ? null : roles,
    from,
    to,
    offset,
  });
}
