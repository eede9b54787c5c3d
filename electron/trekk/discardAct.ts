import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nextActState } from '../../shared/utlegg/states.ts';
import { emptyAttachment } from '../storage/attachments.ts';
import { messagesOf } from '../storage/outbox.ts';
import { deleteTrekk } from '../storage/trekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { applyChange, readTrekk, readTrekkAtVersion } from './trekk.ts';

/**
 * Throws a draft away. A trekk that never was anything but a draft goes with it; one whose message has been refused stays in the store as the proof of
 * it, but is nobody's any more: both answer null. Errors: `not-found`, `version-conflict`, `invalid-input` for what has been confirmed.
 */
export async function discardAct(
  ports: TrekkPorts,
  input: CallInput<'trekk.discard'>,
): Promise<Result<CallOutput<'trekk.discard'>, Failure>> {
  const discarded = await ports.store.write(async (db) => {
    const trekk = await readTrekkAtVersion(db, input);
    if (!trekk.ok) return trekk;
    const { act, id, registered, received } = trekk.value;
    if (!act || nextActState(act.state, 'discard', act.what) !== 'gone') return fail(failure('invalid-input'));
    const wasNothingElse = registered === null && received === null;
    if (wasNothingElse && (await messagesOf(db, id)).length === 0) {
      await deleteTrekk(db, id);
      return ok({ trekk: null });
    }
    const document = act.what.kind === 'beslutning' ? act.what.content.document : null;
    if (document) await emptyAttachment(db, document.uuid);
    const event = { event: 'discarded', act: act.what.kind, detail: null } as const;
    await applyChange(
      db,
      trekk.value,
      { change: { act: null }, event },
      { at: ports.now(), by: ports.actor().userName },
    );
    const left = await readTrekk(db, id);
    return left.ok ? ok({ trekk: wasNothingElse ? null : left.value }) : left;
  });
  if (discarded.ok) ports.notify(input.trekkId);
  return discarded;
}
