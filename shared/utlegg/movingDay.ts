import { z } from 'zod';
import { addDays, type IsoDate, monthOf, monthsBetween, osloDate } from '../dates.ts';
import type { DebtorClaim } from '../garnishment/debtorCase.ts';
import type { SamordnetTrekkLookup } from '../garnishment/debtorLookup.ts';
import type { Oere } from '../money.ts';
import { zDate, zOere } from '../values.ts';
import { remainingOf } from './remaining.ts';
import { isActive, lastDay, registeredStateOn } from './states.ts';
import { transferOf } from './transfer.ts';
import { type RegisteredTrekk, registeredStates, type Trekk } from './trekk.ts';

/** What a running trekk under the old rules needs on the way to 1 January 2027 and 2028. */
export const movingNeeds = [
  'look-up', // not looked up lately: does the debtor stand under the new rules?
  'end-now', // ran out or is paid
  'transfer', // the debtor is under the new rules: send the decision, then end the old one
  'finish-transfer', // ELAN has it: end the old one
  'decide-before-cut-over', // it ends before the claims are covered: a longer one can be registered only before 1 January 2027
  'runs-out', // runs on to its last day: nothing to do
] as const;

/** One of the municipality's own running trekk, and what it needs next. Øre. */
export const MovingRow = z.object({
  trekkId: z.string(),
  caseId: z.string(),
  caseNumber: z.string(),
  state: z.enum(registeredStates),
  endsOn: zDate.nullable(),
  remaining: zOere,
  need: z.enum(movingNeeds),
  /** The latest day for it; null when there is none. */
  by: zDate.nullable(),
});
export type MovingRow = z.infer<typeof MovingRow>;

/** A lookup of the rules older than this says little: who is under the new ones grows from month to month. */
const LATELY_DAYS = 30;

export interface MovingContext {
  readonly today: IsoDate;
  /** From this day every new decision is under the new rules. */
  readonly cutOver: IsoDate;
  /** The claims of the trekk's case as they are now. */
  readonly inCase: readonly DebtorClaim[];
  /** Our other trekk of the debtor. */
  readonly others: readonly Pick<Trekk, 'received'>[];
  /** The newest «oppslag samordnet trekk»; null = none. */
  readonly regime: Pick<SamordnetTrekkLookup, 'newRules' | 'at'> | null;
}

/** The line of the work list for one of our trekk; null when it is not running under the old rules. */
export function movingRow(
  { id, caseId, caseNumber, registered }: Pick<Trekk, 'id' | 'caseId' | 'caseNumber' | 'registered'>,
  context: MovingContext,
): MovingRow | null {
  if (!isActive(registered)) return null;
  const remaining = remainingOf(registered.terms, context.inCase);
  return {
    ...{ trekkId: id, caseId, caseNumber, remaining },
    state: registeredStateOn(registered, context.today),
    endsOn: lastDay(registered.terms),
    ...needOf(registered, remaining, context),
  };
}

function needOf(registered: RegisteredTrekk, remaining: Oere, context: MovingContext): Pick<MovingRow, 'need' | 'by'> {
  const { today, cutOver, others, regime } = context;
  const end = lastDay(registered.terms);
  const beforeCutOver = today < cutOver ? addDays(cutOver, -1) : null;
  if (transferOf(registered, others) !== null) return { need: 'finish-transfer', by: today };
  if (remaining === 0 || (end !== null && end < today)) return { need: 'end-now', by: today };
  if (regime?.newRules === true) return { need: 'transfer', by: null };
  if (beforeCutOver !== null) {
    if (!askedLately(regime, today)) return { need: 'look-up', by: beforeCutOver };
    const covers = stillTaken(registered, today);
    if (covers !== null && covers < remaining) return { need: 'decide-before-cut-over', by: beforeCutOver };
  }
  return { need: 'runs-out', by: end };
}

/** Was it asked, and answered, lately? */
const askedLately = (regime: MovingContext['regime'], today: IsoDate): boolean =>
  regime !== null && regime.newRules !== null && addDays(osloDate(regime.at), LATELY_DAYS) >= today;

/** What the periods take from now on, øre, a month's amount for each month begun; null when a part is a percentage, which nobody can tell ahead. */
function stillTaken({ terms }: RegisteredTrekk, today: IsoDate): number | null {
  let total = 0;
  for (const { from, to, amount } of terms.periods) {
    if (from === null || to === null || amount === null) return null;
    const first = from > today ? from : today;
    total += amount * monthsBetween(monthOf(first), monthOf(to)).length;
  }
  return total;
}
