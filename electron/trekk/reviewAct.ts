import type { CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { differences } from '../../shared/utlegg/differences.ts';
import { missingLetters } from '../../shared/utlegg/letters.ts';
import { needsSecondPerson } from '../../shared/utlegg/states.ts';
import { transferOf } from '../../shared/utlegg/transfer.ts';
import type { ActContent } from '../../shared/utlegg/trekk.ts';
import { validateAct } from '../../shared/utlegg/validate.ts';
import type { ValidationContext } from '../../shared/utlegg/validationContext.ts';
import type { ReadableDb } from '../storage/Store.ts';
import { readTrekkRow, type StoredAct, type StoredTrekk } from '../storage/trekk.ts';
import { readEvents } from '../storage/trekkEvents.ts';
import { actAtHand } from './actAtHand.ts';
import type { TrekkPorts } from './TrekkPorts.ts';

export type Review = CallOutput<'trekk.review'>;

/** What the review shows of the act under way. Errors: `not-found`; `invalid-input` when nothing is under way. */
export async function reviewTrekk(
  ports: TrekkPorts,
  { trekkId }: { readonly trekkId: string },
): Promise<Result<Review, Failure>> {
  const authenticatedAs = await ports.authenticatedAs();
  return ports.store.read(async (db) => {
    const trekk = await readTrekkRow(db, trekkId);
    if (!trekk) return fail(failure('not-found'));
    return trekk.act ? reviewAct(db, ports, trekk, trekk.act, authenticatedAs) : fail(failure('invalid-input'));
  });
}

/** The same inside the caller's transaction: what the review shows is what the confirmation demands. */
export async function reviewAct(
  db: ReadableDb,
  ports: TrekkPorts,
  trekk: StoredTrekk,
  act: StoredAct,
  authenticatedAs: string | null,
): Promise<Result<Review, Failure>> {
  const { what, state, reasons } = act;
  const at = await actAtHand(db, ports, trekk, what, authenticatedAs);
  if (!at.ok) return at;
  const violations = validateAct(what, at.value.context);
  const events = await readEvents(db, trekk.id);
  const unreasoned = violations.some(({ level, code }) => level === 'warning' && !reasons[code]?.trim());
  const missing: readonly (Review['missing'][number] | false)[] = [
    state !== 'kontrollert' && state !== 'tilGodkjenning' && 'not-checked',
    isTooOld(what, at.value.context) && 'lookup-too-old',
    unreasoned && 'reason-for-warning',
    ...missingLetters({ act: { ...act, sending: null }, registered: trekk.registered, events }),
    what.kind === 'beslutning' && what.content.document === null && 'document',
    needsSecondPerson(what) && 'second-person',
    isMovedTooEarly(what, trekk, at.value.others) && 'elan-not-confirmed',
  ];
  return ok({
    violations,
    differences:
      what.kind === 'endre' && trekk.registered ? [...differences(trekk.registered.terms, what.content)] : [],
    missing: missing.filter((one) => one !== false),
  });
}

/** Is the lookup that the act rests on fresh, and the very one it was checked with? */
function isTooOld(what: ActContent, { rules, coordination, lookupId }: ValidationContext): boolean {
  if (what.kind === 'beslutning') return rules === 'stop';
  if (what.kind !== 'registrer') return false;
  return rules === 'stop' || coordination !== 'assessed' || what.content.samordning?.lookupId !== lookupId;
}

const isMovedTooEarly = (what: ActContent, { registered }: StoredTrekk, others: readonly StoredTrekk[]): boolean =>
  what.kind === 'avslutt' &&
  what.content.reason === 'overfoertTilSamordnetTrekk' &&
  (registered === null || transferOf(registered, others) === null);
