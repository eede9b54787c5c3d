import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nextActState } from '../../shared/utlegg/states.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import { messagesOf, updateOutbox } from '../storage/outbox.ts';
import type { WritableDb } from '../storage/Store.ts';
import type { StoredAct, StoredTrekk } from '../storage/trekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

/**
 * An act that was checked, refused, or confirmed and surely still here becomes an `utkast`. Errors: `not-found`, `version-conflict`, `invalid-input`
 * while it is being sent or nobody knows whether it arrived.
 */
export const backToDraft = (
  ports: TrekkPorts,
  input: CallInput<'trekk.backToDraft'>,
): Promise<Result<Trekk, Failure>> =>
  changeTrekk(ports, input, async (db, trekk) => {
    const { act } = trekk;
    if (!act) return fail(failure('invalid-input'));
    const mayEdit = nextActState(act.state, 'edit', act.what) !== null;
    if (!mayEdit && !(act.state === 'sendes' && (await takeBack(db, ports, trekk, act)))) {
      return fail(failure('invalid-input'));
    }
    return ok({
      change: { act: { ...act, state: 'utkast', askedBy: null } },
      event: { event: 'back-to-draft', act: act.what.kind, detail: null },
    });
  });

/** Withdraws the act's messages; false when one of them may have left. */
async function takeBack(db: WritableDb, { journal }: TrekkPorts, trekk: StoredTrekk, act: StoredAct): Promise<boolean> {
  const messages = (await messagesOf(db, trekk.id)).filter(
    ({ actId, state }) => actId === act.id && (state === 'waiting' || state === 'later'),
  );
  if (messages.some(({ trying, doubt }) => trying || doubt)) return false;
  for (const { id } of messages) await updateOutbox(db, id, { state: 'withdrawn', nextTryAt: null });
  const [first] = messages;
  if (first) {
    const ticket = { journalId: String(first.journalId) } as LookupTicket;
    await journal.finishLookup(db, ticket, 'withdrawn', null);
  }
  return true;
}
