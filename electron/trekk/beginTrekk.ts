import { randomUUID } from 'node:crypto';
import { osloDate } from '../../shared/dates.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, type Result } from '../../shared/result.ts';
import { draftFromCase } from '../../shared/utlegg/draft.ts';
import { isActive } from '../../shared/utlegg/states.ts';
import type { ActContent, Trekk } from '../../shared/utlegg/trekk.ts';
import { readCollectionSettings } from '../debtors/collectionSettings.ts';
import { readDebtorCase } from '../debtors/debtorCase.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import { insertTrekk, readTrekkRows, type StoredAct } from '../storage/trekk.ts';
import { insertEvent } from '../storage/trekkEvents.ts';
import { analysisOn } from './actAtHand.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { readTrekk } from './trekk.ts';

/** An act that has just begun. */
export const newAct = (what: ActContent, { now, actor }: Pick<TrekkPorts, 'now' | 'actor'>): StoredAct => ({
  id: randomUUID(),
  state: 'utkast',
  what,
  reasons: {},
  startedBy: actor().userName,
  startedAt: now(),
  askedBy: null,
  refusal: null,
});

/**
 * Begins the registration or the decision that the case leads to, filled in from it; the one that is begun already, when there is one: a second press
 * is no second trekk. Errors: `not-found`, `invalid-input` when the case may not be decided.
 */
export async function beginTrekk(
  ports: TrekkPorts,
  { caseId }: CallInput<'trekk.begin'>,
): Promise<Result<Trekk, Failure>> {
  const begun = await ports.store.write(async (db) => {
    const row = await readDebtorRow(db, caseId);
    const debtorCase = await readDebtorCase(db, caseId);
    if (!row || !debtorCase.ok) return fail(failure('not-found'));
    const ofPerson = await readTrekkRows(db, { nationalId: row.nationalId });
    const underWay = ofPerson.find(
      ({ act, caseId: of }) => of === caseId && (act?.what.kind === 'registrer' || act?.what.kind === 'beslutning'),
    );
    if (underWay) return readTrekk(db, underWay.id);

    const analysis = await analysisOn(db, ports, debtorCase.value, debtorCase.value.decisionDate);
    const at = ports.now();
    const by = ports.actor().userName;
    const what = draftFromCase(debtorCase.value, analysis, {
      today: osloDate(at),
      userName: by,
      correspondence: (await readCollectionSettings(db)).correspondence,
      running: ofPerson.map(({ registered }) => registered).filter(isActive),
    });
    if (what === null || !analysis.mayDecide) return fail(failure('invalid-input'));
    const id = randomUUID();
    await insertTrekk(db, {
      id,
      version: 1,
      caseId,
      nationalId: row.nationalId,
      rules: what.kind === 'registrer' ? 'gammelt' : 'nytt',
      debtorName: '',
      language: row.language,
      act: newAct(what, ports),
      registered: null,
      received: null,
      createdAt: at,
      createdBy: by,
      updatedAt: at,
    });
    await insertEvent(db, id, { at, by, event: 'started', act: what.kind, detail: null });
    return readTrekk(db, id);
  });
  if (begun.ok) ports.notify(begun.value.id);
  return begun;
}
