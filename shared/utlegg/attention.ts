import { z } from 'zod';
import { addDays, type Instant, type IsoDate, osloDate } from '../dates.ts';
import type { DebtorClaim } from '../garnishment/debtorCase.ts';
import { remainingOf } from './remaining.ts';
import { isActive, lastDay } from './states.ts';
import { transferOf } from './transfer.ts';
import type { Act, RegisteredTrekk, Trekk } from './trekk.ts';

/** Why a trekk needs someone, the most pressing first. The sentence and its next step are in shared/text. */
const attentions = [
  'unknown', // nobody knows whether it arrived
  'refused',
  'awaits-approval',
  'unsent-late', // confirmed, and still not there
  'transfer-to-finish', // ELAN has the claim: our old trekk must be ended
  'ran-out', // past its last day and still registered
  'paid-not-ended', // nothing remains and still registered
  'ends-soon', // within 30 days
  'lookup-old', // checked, but the lookup is older than allowed
  'waiting-has-room-date', // a waiting trekk whose day has come
] as const;
export const Attention = z.enum(attentions);
export type Attention = z.infer<typeof Attention>;

const SOON_DAYS = 30;
/** A confirmed act is normally there within seconds. */
const LATE_MINUTES = 15;

export interface AttentionContext {
  readonly now: Instant;
  /** How old a lookup may be when the act is sent, in hours. */
  readonly maxAgeHours: number;
  /** The claims of the trekk's case as they are now. */
  readonly inCase: readonly DebtorClaim[];
  /** Our other trekk of the debtor. */
  readonly others: readonly Pick<Trekk, 'received'>[];
}

/** Everything about a trekk that someone must see to, the most pressing first. */
export function attentionOf(
  { act, registered }: Pick<Trekk, 'act' | 'registered'>,
  context: AttentionContext,
): Attention[] {
  const found = [
    ...(act === null ? [] : actAttention(act, context)),
    // What is being ended already needs no reminder.
    ...(isActive(registered) && !isEnding(act) ? registeredAttention(registered, context) : []),
  ];
  return attentions.filter((one) => found.includes(one));
}

const isEnding = (act: Act | null): boolean =>
  act?.what.kind === 'avslutt' && (act.state === 'sendes' || act.state === 'ukjent');

function actAttention({ state, what, sending }: Act, { now, maxAgeHours }: AttentionContext): Attention[] {
  switch (state) {
    case 'ukjent':
      return ['unknown'];
    case 'avvist':
      return ['refused'];
    case 'tilGodkjenning':
      return ['awaits-approval'];
    case 'sendes':
      return sending !== null && minutesSince(sending.confirmedAt, now) > LATE_MINUTES ? ['unsent-late'] : [];
    case 'kontrollert': {
      const lookedUp = what.kind === 'registrer' ? what.content.samordning?.at : undefined;
      return lookedUp !== undefined && minutesSince(lookedUp, now) > maxAgeHours * 60 ? ['lookup-old'] : [];
    }
    case 'utkast':
      return [];
  }
}

function registeredAttention(registered: RegisteredTrekk, { now, inCase, others }: AttentionContext): Attention[] {
  const today = osloDate(now);
  const to = lastDay(registered.terms);
  const ranOut = to !== null && to < today;
  return [
    ...(transferOf(registered, others) === null ? [] : (['transfer-to-finish'] as const)),
    ...(ranOut ? (['ran-out'] as const) : []),
    ...(remainingOf(registered.terms, inCase) === 0 ? (['paid-not-ended'] as const) : []),
    ...(to !== null && !ranOut && to <= addDays(today, SOON_DAYS) ? (['ends-soon'] as const) : []),
    ...(registered.state === 'ventende' && mayBegin(registered, today) ? (['waiting-has-room-date'] as const) : []),
  ];
}

/** Has the day come that it waits for: its first, or, when it was pushed back, the next that something is to be deducted on? */
function mayBegin({ terms: { periods } }: RegisteredTrekk, today: IsoDate): boolean {
  const now = periods.find(({ from, to }) => from !== null && from <= today && (to === null || to >= today));
  return now !== undefined && (now === periods[0] || now.amount !== 0);
}

const minutesSince = (then: string, now: Instant): number => (Date.parse(now) - Date.parse(then)) / 60_000;
