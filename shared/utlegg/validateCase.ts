import type { Violation } from './trekk.ts';
import type { RegistrerContent } from './trekkContent.ts';
import type { ValidationContext } from './validationContext.ts';
import { stops, warns } from './violation.ts';

/** Nothing may be sent that the case itself may not decide: deadlines, foreldelse, missing choices. The decision screen says which. */
export const decisionViolations = ({ mayDecide }: ValidationContext): Violation[] =>
  mayDecide ? [] : [stops(null, 'SAKEN_KAN_IKKE_BESLUTTES', '')];

/** V-30: a fresh lookup, the very one the decision was made on. While the draft is typed the lookup is the case's newest. */
export function samordningViolations(
  { samordning, waiting }: RegistrerContent,
  { coordination, lookupId, waits }: ValidationContext,
): Violation[] {
  const found: Violation[] = [];
  if (coordination !== 'assessed' || lookupId === null) found.push(stops('V-30', 'SAMORDNING_MANGLER', 'samordning'));
  else if (samordning !== null && samordning.lookupId !== lookupId) found.push(stops('V-30', 'ULD-022', 'samordning'));
  if (waiting !== waits) found.push(stops('V-30', 'VENTENDE_SAMSVARER_IKKE_MED_SAMORDNING', 'waiting'));
  return found;
}

/** V-32: what was not examined is warned of as well. */
export function conditionViolations({ condition }: ValidationContext): Violation[] {
  const { aliveAndAdult, debtNegotiation, bankruptcy } = condition;
  const fine = aliveAndAdult === true && debtNegotiation === false && bankruptcy === false;
  return fine ? [] : [warns('V-32', 'SKYLDNERSTATUS', '')];
}
