import { z } from 'zod';
import type { CallName } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { DoorPorts } from '../ipc/door.ts';
import { readCaseRow } from '../storage/cases.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import { readMembers } from '../storage/members.ts';
import type { Store } from '../storage/Store.ts';
import { readTrekkRow } from '../storage/trekk.ts';
import type { Actor, Journal } from './Journal.ts';

/** What every call that reads a person's data names: a case, or a trekk of ours. */
const AboutPerson = z.object({ caseId: z.string(), memberId: z.string().optional() });
const AboutTrekk = z.object({ trekkId: z.string() });

/**
 * The rows that the door writes before a call runs. Of a person's data: which case, whose number (the applicant's when the call is about the
 * whole case), and which call. Lookups are left to the use case, which writes one row for each question it asks. Errors: `not-found` for
 * a case that is not there; the store's.
 */
export function createDoorJournal(ports: {
  readonly store: Store;
  readonly journal: Journal;
  /** Who makes the call, in the role that lets them. */
  readonly actorFor: (name: CallName) => Actor;
}): DoorPorts['journal'] {
  const { store, journal, actorFor } = ports;
  return async (name, journalClass, input) => {
    const actor = actorFor(name);
    switch (journalClass) {
      case 'looks-up-person':
        return ok(null);
      case 'reads-person':
        return name.startsWith('trekk.')
          ? recordTrekkReading(name, actor, AboutTrekk.parse(input))
          : recordReading(name, actor, AboutPerson.parse(input));
      case 'changes-setup':
      case 'refused': {
        const action = journalClass === 'refused' ? 'refused' : 'setup';
        return store.write(async (db) => {
          await journal.record(db, { actor, action, caseAtHand: null, person: null, detail: name });
          return ok(null);
        });
      }
    }
  };

  function recordTrekkReading(
    name: CallName,
    actor: Actor,
    { trekkId }: z.infer<typeof AboutTrekk>,
  ): Promise<Result<null, Failure>> {
    return store.write(async (db) => {
      const trekk = await readTrekkRow(db, trekkId);
      const caseAtHand = trekk && (await readDebtorRow(db, trekk.caseId));
      if (!trekk || !caseAtHand) return fail(failure('not-found'));
      await journal.record(db, { actor, action: 'opened', caseAtHand, person: trekk.nationalId, detail: name });
      return ok(null);
    });
  }

  function recordReading(
    name: CallName,
    actor: Actor,
    { caseId, memberId }: z.infer<typeof AboutPerson>,
  ): Promise<Result<null, Failure>> {
    return store.write(async (db) => {
      const action = name.endsWith('.reveal') ? 'revealed' : 'opened';
      if (name.startsWith('collection.')) {
        const debtorCase = await readDebtorRow(db, caseId);
        if (!debtorCase) return fail(failure('not-found'));
        const { nationalId: person } = debtorCase;
        await journal.record(db, { actor, action, caseAtHand: debtorCase, person, detail: name });
        return ok(null);
      }
      const caseAtHand = await readCaseRow(db, caseId);
      if (!caseAtHand) return fail(failure('not-found'));
      const members = await readMembers(db, caseId);
      const about = members.find(({ id, role }) => (memberId === undefined ? role === 'soeker' : id === memberId));
      await journal.record(db, { actor, action, caseAtHand, person: about?.nationalId ?? null, detail: name });
      return ok(null);
    });
  }
}
