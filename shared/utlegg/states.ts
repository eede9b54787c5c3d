import type { IsoDate } from '../dates.ts';
import type { ActContent, ActState, RegisteredState, RegisteredTrekk, Trekk } from './trekk.ts';
import type { Avslutningsaarsak, Endringsaarsak } from './trekkContent.ts';

/** What can happen to an act: the officer's steps, and what the authority's answer (or none) means for it. */
export const actSteps = [
  'edit',
  'check',
  'confirm',
  'approve',
  'say-no', // the second person does
  'no-answer',
  'refused',
  'changed-since', // 409: somebody registered something after our lookup
  'accepted',
  'discard',
] as const;
export type ActStep = (typeof actSteps)[number];

/** utleggsdatabasen.md 7.1 before the register has it. `gone`: accepted, or thrown away. What is not here can't happen. */
const actTable: Readonly<Record<ActState, Partial<Readonly<Record<ActStep, ActState | 'gone'>>>>> = {
  utkast: { edit: 'utkast', check: 'kontrollert', discard: 'gone' },
  kontrollert: { edit: 'utkast', check: 'kontrollert', confirm: 'sendes', discard: 'gone' },
  tilGodkjenning: { edit: 'utkast', approve: 'sendes', 'say-no': 'utkast', discard: 'gone' },
  // From here on only an answer settles it: nobody knows better than the authority what it has received.
  sendes: { 'no-answer': 'ukjent', refused: 'avvist', 'changed-since': 'utkast', accepted: 'gone' },
  ukjent: { 'no-answer': 'ukjent', refused: 'avvist', 'changed-since': 'utkast', accepted: 'gone' },
  avvist: { edit: 'utkast', discard: 'gone' },
};

/** Where a step takes an act; null when it can't be taken there. What two people must answer for is asked for before it is sent. */
export function nextActState(state: ActState, step: ActStep, what: ActContent): ActState | 'gone' | null {
  const next = actTable[state][step] ?? null;
  return next === 'sendes' && step === 'confirm' && needsSecondPerson(what) ? 'tilGodkjenning' : next;
}

/** Four eyes: removing a trekk as if it had never been there (utleggsdatabasen.md 7.1). */
export const needsSecondPerson = (what: ActContent): boolean =>
  what.kind === 'avslutt' && what.content.reason === 'feilregistrert';

/** The state as of today: what was registered runs from the day of its first deduction, on both sides of the wire. */
export function registeredStateOn({ state, terms }: RegisteredTrekk, today: IsoDate): RegisteredState {
  const from = firstDay(terms);
  return state === 'registrert' && from !== null && from <= today ? 'loepende' : state;
}

/** The first day of the first period; null while there is none. */
export const firstDay = ({ periods }: RegisteredTrekk['terms']): IsoDate | null => periods[0]?.from ?? null;

/** The last day of the last period; null while there is none. */
export const lastDay = ({ periods }: RegisteredTrekk['terms']): IsoDate | null => periods.at(-1)?.to ?? null;

/** States that a trekk does not leave. */
const over: readonly RegisteredState[] = ['avsluttet', 'slettet'];

/** Is it still registered, and ours to change and end? */
export const isActive = (registered: RegisteredTrekk | null): registered is RegisteredTrekk =>
  registered !== null && !over.includes(registered.state);

/** An act one may want to begin. */
export type WantedAct =
  | { readonly kind: 'registrer' }
  | { readonly kind: 'beslutning' }
  | { readonly kind: 'endre'; readonly reason: Endringsaarsak }
  | { readonly kind: 'avslutt'; readonly reason: Avslutningsaarsak };

/**
 * May this act be begun on the trekk today? One act at a time; nothing on what is over; a stop only of what runs or waits, and resumed only
 * what is stopped; «ran out» only after the last day (utleggsdatabasen.md 7.1).
 */
export function mayBegin(
  { act, registered, received }: Pick<Trekk, 'registered' | 'received'> & { readonly act: object | null },
  wanted: WantedAct,
  today: IsoDate,
): boolean {
  if (act !== null) return false;
  if (wanted.kind === 'registrer' || wanted.kind === 'beslutning') return registered === null && received === null;
  if (!isActive(registered)) return false;
  const state = registeredStateOn(registered, today);
  if (wanted.reason === 'midlertidigStans') return state === 'loepende' || state === 'ventende';
  if (wanted.reason === 'gjenopptak') return state === 'stanset';
  if (wanted.reason !== 'utloept') return true;
  const end = lastDay(registered.terms);
  return end !== null && end < today;
}
