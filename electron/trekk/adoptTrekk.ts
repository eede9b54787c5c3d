import { randomUUID } from 'node:crypto';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import { insertTrekk } from '../storage/trekk.ts';
import { insertEvent } from '../storage/trekkEvents.ts';
import { lookUpTrekk } from './lookUpTrekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { readTrekk } from './trekk.ts';
import { adoptableTrekk } from './trekkOfCase.ts';

/**
 * Follows a running trekk of our own that was registered elsewhere, as the register holds it now. Errors: `not-found`, also when the newest lookup
 * does not show it as ours or it is followed already; the register's.
 */
export async function adoptTrekk(
  ports: TrekkPorts,
  { caseId, utleggstrekkId }: CallInput<'trekk.adopt'>,
  signal: AbortSignal,
): Promise<Result<Trekk, Failure>> {
  const isAdoptable = (db: Parameters<typeof adoptableTrekk>[0]) =>
    adoptableTrekk(db, ports, caseId).then((found) => found.ok && found.value.some(({ id }) => id === utleggstrekkId));
  const found = await ports.store.read(async (db) => {
    const caseAtHand = await readDebtorRow(db, caseId);
    return caseAtHand && (await isAdoptable(db)) ? ok(caseAtHand) : fail(failure('not-found'));
  });
  if (!found.ok) return found;
  const { nationalId: person, language } = found.value;
  const read = await lookUpTrekk(ports, { caseAtHand: found.value, person, utleggstrekkId }, signal);
  if (!read.ok) return read;
  const registered = read.value;
  if (registered === null) return fail(failure('not-found'));

  const adopted = await ports.store.write(async (db) => {
    // Asked for twice at once, it is followed once.
    if (!(await isAdoptable(db))) return fail(failure('not-found'));
    const at = ports.now();
    const by = ports.actor().userName;
    const id = randomUUID();
    await insertTrekk(db, {
      id,
      version: 1,
      caseId,
      nationalId: person,
      rules: 'gammelt',
      debtorName: '',
      language,
      act: null,
      registered: { ...registered, readAt: at },
      received: null,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
    });
    await insertEvent(db, id, { at, by, event: 'adopted', act: null, detail: null });
    return readTrekk(db, id);
  });
  if (adopted.ok) ports.notify(adopted.value.id);
  return adopted;
}
