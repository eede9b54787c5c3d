import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nextActState } from '../../shared/utlegg/states.ts';
import type { ActContent, Trekk } from '../../shared/utlegg/trekk.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

/**
 * Keeps what is typed; the act is an `utkast` again. The document and the proof of the lookup are ours, whatever the window says of them. Only what
 * was really changed counts as edited, since that makes its letters void. Errors: `not-found`, `version-conflict`, `invalid-input` for another
 * kind of act, or one that has been confirmed.
 */
export const saveAct = (ports: TrekkPorts, input: CallInput<'trekk.save'>): Promise<Result<Trekk, Failure>> =>
  changeTrekk(ports, input, async (_db, { act, debtorName }) => {
    const state = act && nextActState(act.state, 'edit', act.what);
    if (!act || state !== 'utkast') return fail(failure('invalid-input'));
    const before = withOurOwn(act.what, act.what);
    const what = before && withOurOwn(input.what, act.what);
    if (!what) return fail(failure('invalid-input'));
    const isEdited = JSON.stringify(what) !== JSON.stringify(before) || input.debtorName !== debtorName;
    return ok({
      change: { debtorName: input.debtorName, act: { ...act, state, what, reasons: input.reasons, askedBy: null } },
      event: isEdited ? { event: 'edited', act: what.kind, detail: null } : null,
    });
  });

/** What was typed, with the document as it is kept and without proof of a lookup, which the next check fetches; null for another kind of act. */
function withOurOwn(typed: ActContent, kept: ActContent): ActContent | null {
  if (typed.kind !== kept.kind) return null;
  if (typed.kind === 'registrer') return { kind: typed.kind, content: { ...typed.content, samordning: null } };
  if (typed.kind !== 'beslutning' || kept.kind !== 'beslutning') return typed;
  return { kind: typed.kind, content: { ...typed.content, document: kept.content.document } };
}
