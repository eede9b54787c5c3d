import type { TrekkSummary } from '../../../shared/ipc/trekkCalls.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { ReceivedState, RegisteredState, Trekk } from '../../../shared/utlegg/trekk.ts';
import type { Avslutningsaarsak, Endringsaarsak } from '../../../shared/utlegg/trekkContent.ts';

export const changeReasonText = ({ trekkRules }: Text, reason: Endringsaarsak): string =>
  trekkRules.changeReasons[reason];

export const endReasonText = ({ trekkRules }: Text, reason: Avslutningsaarsak): string => trekkRules.endReasons[reason];

export const registeredText = ({ trekkRules }: Text, state: RegisteredState): string =>
  trekkRules.registeredStates[state];

export const receivedText = ({ trekkRules }: Text, state: ReceivedState): string => trekkRules.receivedStates[state];

/** Where a trekk stands: what is under way with it first, then what the authority holds. */
export function stateText(
  text: Text,
  { act, registeredState, receivedState }: Pick<TrekkSummary, 'act' | 'registeredState' | 'receivedState'>,
): string {
  const held =
    registeredState !== null
      ? registeredText(text, registeredState)
      : receivedState !== null
        ? receivedText(text, receivedState)
        : null;
  if (act === null) return held ?? '';
  const underWay = `${text.trekkRules.actKinds[act.kind]}: ${text.trekkRules.actStates[act.state].toLowerCase()}`;
  return held === null ? underWay : `${held} · ${underWay}`;
}

/** What happened, and what it was about. A code in the detail is said as it is: only letters and reasons have one with words. */
export function eventText({ trekk, trekkRules }: Text, { event, act, detail }: Trekk['events'][number]): string {
  const said = trekk.history.events[event];
  const about = act === null ? '' : ` (${trekkRules.actKinds[act].toLowerCase()})`;
  const letters: Readonly<Record<string, string>> = trekk.letters.kinds;
  const letter = detail !== null ? letters[detail] : undefined;
  return `${said}${letter === undefined ? '' : `: ${letter.toLowerCase()}`}${about}`;
}
