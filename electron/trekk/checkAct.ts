import type { CallInput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { samordningOf } from '../../shared/utlegg/samordning.ts';
import { nextActState } from '../../shared/utlegg/states.ts';
import type { ActContent, Trekk } from '../../shared/utlegg/trekk.ts';
import { validateAct } from '../../shared/utlegg/validate.ts';
import type { ReadableDb } from '../storage/Store.ts';
import type { StoredTrekk } from '../storage/trekk.ts';
import { actAtHand, analysisOn } from './actAtHand.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

/**
 * Holds the act against every rule, with the case's newest lookup as its proof of coordination. Without errors it becomes `kontrollert`; with them it
 * stays an `utkast`, and the review says what is wrong. Errors: `not-found`, `version-conflict`, `invalid-input` when there is nothing to check.
 */
export async function checkAct(ports: TrekkPorts, input: CallInput<'trekk.check'>): Promise<Result<Trekk, Failure>> {
  const authenticatedAs = await ports.authenticatedAs();
  return changeTrekk(ports, input, async (db, trekk) => {
    const { act } = trekk;
    const state = act && nextActState(act.state, 'check', act.what);
    if (!act || state !== 'kontrollert') return fail(failure('invalid-input'));
    const what = await withProof(db, ports, trekk, act.what);
    if (!what.ok) return what;
    const at = await actAtHand(db, ports, trekk, what.value, authenticatedAs);
    if (!at.ok) return at;
    const isGood = validateAct(what.value, at.value.context).every(({ level }) => level !== 'error');
    return ok({
      change: { act: { ...act, what: what.value, state: isGood ? state : 'utkast' } },
      event: isGood ? { event: 'checked', act: what.value.kind, detail: null } : null,
    });
  });
}

/** A registration carries the proof that we looked for running trekk first. */
async function withProof(
  db: ReadableDb,
  ports: TrekkPorts,
  trekk: StoredTrekk,
  what: ActContent,
): Promise<Result<ActContent, Failure>> {
  if (what.kind !== 'registrer') return ok(what);
  const at = await actAtHand(db, ports, trekk, what, null);
  if (!at.ok) return at;
  const { debtorCase } = at.value;
  const analysis = await analysisOn(db, ports, debtorCase, what.content.decisionDate);
  return ok({ kind: what.kind, content: { ...what.content, samordning: samordningOf(debtorCase, analysis) } });
}
