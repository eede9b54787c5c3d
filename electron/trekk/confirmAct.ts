import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nextActState } from '../../shared/utlegg/states.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { enqueue } from '../outbox/enqueue.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import type { WritableDb } from '../storage/Store.ts';
import type { StoredAct, StoredTrekk } from '../storage/trekk.ts';
import { readLetters } from '../storage/trekkLetters.ts';
import { reviewAct } from './reviewAct.ts';
import { stepsOf } from './stepsOf.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { type Changed, changeTrekk } from './trekk.ts';

/**
 * The one deliberate step. The message, its key, the act's new state, its line in the history and the journal's row are written together, on the
 * disk before anything is sent; what is written can be sent by any later start of the program, what is not never leaves. What takes two people is
 * only asked for here. Errors: `not-found`; `version-conflict`, which also stops a second press; `invalid-input` while the review still misses
 * something; the store's, and then nothing is confirmed.
 */
export async function confirmAct(
  ports: TrekkPorts,
  input: CallInput<'trekk.confirm'>,
): Promise<Result<Trekk, Failure>> {
  const authenticatedAs = await ports.authenticatedAs();
  const confirmed = await changeTrekk(ports, input, async (db, trekk) => {
    const { act } = trekk;
    const state = act && nextActState(act.state, 'confirm', act.what);
    if (!act || state === null) return fail(failure('invalid-input'));
    if (state === 'sendes') return putInOutbox(db, ports, trekk, act, authenticatedAs);
    const ready = await isReady(db, ports, trekk, act, authenticatedAs);
    if (!ready.ok) return ready;
    return ok({
      change: { act: { ...act, state: 'tilGodkjenning', askedBy: ports.actor().userName } },
      event: { event: 'approval-asked', act: act.what.kind, detail: null },
    });
  });
  if (confirmed.ok) sendOnItsWay(ports);
  return confirmed;
}

/** What has been committed is sent. */
export function sendOnItsWay({ reached, outbox }: TrekkPorts): void {
  reached('committed');
  outbox.wake();
}

/** Writes everything that sending takes, inside the caller's transaction, when the review misses nothing any more. Errors: `invalid-input`. */
export async function putInOutbox(
  db: WritableDb,
  ports: TrekkPorts,
  trekk: StoredTrekk,
  act: StoredAct,
  authenticatedAs: string | null,
): Promise<Result<Changed, Failure>> {
  const ready = await isReady(db, ports, trekk, act, authenticatedAs);
  if (!ready.ok) return ready;
  const caseAtHand = await readDebtorRow(db, trekk.caseId);
  const organisationNumber = ports.organisationNumber();
  if (!caseAtHand || organisationNumber === null) return fail(failure('invalid-input'));
  // The newest tells of the act as it stands; an older one that went out may tell of what has been edited since.
  const letters = await readLetters(db, trekk.id);
  const told = letters.find(({ actId, kind }) => actId === act.id && kind === 'underretning')?.sent ?? null;
  const steps = stepsOf(act.what, trekk.registered, {
    debtor: trekk.nationalId,
    municipality: { organisationNumber, name: ports.municipality() },
    told,
  });
  const { kind } = act.what;
  const ticket = await ports.journal.beginSendingIn(db, {
    actor: ports.actor(),
    caseAtHand,
    person: trekk.nationalId,
    source: kind === 'beslutning' ? 'samordnetTrekk' : 'utlegg',
    detail: kind,
  });
  const by = ports.actor().userName;
  await enqueue(db, steps, { trekkId: trekk.id, actId: act.id, ticket, at: ports.now(), by });
  ports.reached('before-commit');
  return ok({
    change: { act: { ...act, state: 'sendes', refusal: null } },
    event: { event: 'confirmed', act: kind, detail: null },
  });
}

async function isReady(
  db: WritableDb,
  ports: TrekkPorts,
  trekk: StoredTrekk,
  act: StoredAct,
  authenticatedAs: string | null,
): Promise<Result<null, Failure>> {
  const review = await reviewAct(db, ports, trekk, act, authenticatedAs);
  if (!review.ok) return review;
  const { violations, missing } = review.value;
  const isGood = violations.every(({ level }) => level !== 'error') && missing.every((one) => one === 'second-person');
  return isGood ? ok(null) : fail(failure('invalid-input'));
}
