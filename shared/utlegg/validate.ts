import { isActive, lastDay, mayBegin, registeredStateOn } from './states.ts';
import type { ActContent, Violation } from './trekk.ts';
import type { AvsluttContent, BeslutningContent, EndreContent, RegistrerContent } from './trekkContent.ts';
import { conditionViolations, decisionViolations, samordningViolations } from './validateCase.ts';
import { beslutningClaimViolations, claimViolations, interestLetterViolations } from './validateClaims.ts';
import {
  decisionDateViolations,
  earlierDateViolations,
  noticeViolations,
  regimeViolations,
} from './validateDecision.ts';
import {
  beslutningFormViolations,
  changeReasonViolations,
  endReasonViolations,
  referenceViolations,
  strangeDates,
} from './validateForm.ts';
import { duplicateViolations, ownTrekkViolations, takenViolations } from './validateOthers.ts';
import { partyViolations, payerViolations } from './validateParties.ts';
import { paymentViolations } from './validatePayment.ts';
import { hasGap, lengtheningViolations, periodViolations } from './validatePeriods.ts';
import type { ValidationContext } from './validationContext.ts';
import { stops } from './violation.ts';

/**
 * Everything that is wrong or odd with an act as it stands (utleggsdatabasen.md 8: V-01 to V-32, and the guards of 7.1). Total: takes whatever is
 * typed. A rule is held only for the acts it is about: an end has no sizes, and a decision under the new rules neither periods nor payer.
 */
export function validateAct(what: ActContent, context: ValidationContext): Violation[] {
  const strange = strangeDates(what);
  if (strange.length > 0) return strange;
  switch (what.kind) {
    case 'registrer':
      return registrerViolations(what.content, context);
    case 'endre':
      return endreViolations(what.content, context);
    case 'avslutt':
      return avsluttViolations(what.content, context);
    case 'beslutning':
      return beslutningViolations(what.content, context);
  }
}

const registrerViolations = (content: RegistrerContent, context: ValidationContext): Violation[] => [
  ...partyViolations(context),
  ...referenceViolations(content),
  ...decisionDateViolations(content, context),
  ...noticeViolations(content),
  ...regimeViolations('registrer', context),
  ...decisionViolations(context),
  ...payerViolations(content.payer, context),
  ...periodViolations(
    { terms: content, decisionDate: content.decisionDate, isNew: true, onHold: content.waiting, mayHaveGaps: false },
    context,
  ),
  ...claimViolations(content.claims, { mustRemain: true }),
  ...interestLetterViolations(content.claims),
  ...paymentViolations(content.payment, true),
  ...duplicateViolations(content, context),
  ...takenViolations('registrer', content.claims, context),
  ...ownTrekkViolations(context),
  ...samordningViolations(content, context),
  ...conditionViolations(context),
];

const endreViolations = (content: EndreContent, context: ValidationContext): Violation[] => {
  const { registered } = context;
  const state = registered && registeredStateOn(registered, context.today);
  const allowed = mayBegin(
    { act: null, registered, received: null },
    { kind: 'endre', reason: content.reason },
    context.today,
  );
  const stoppedOrResumed = content.reason === 'midlertidigStans' || content.reason === 'gjenopptak';
  return [
    ...(allowed ? [] : [stops(null, 'FEIL_TILSTAND', 'reason')]),
    ...changeReasonViolations(content),
    ...payerViolations(content.payer, context),
    ...periodViolations(
      {
        terms: content,
        decisionDate: registered?.decisionDate ?? content.date,
        isNew: false,
        onHold: stoppedOrResumed || state === 'stanset' || state === 'ventende',
        mayHaveGaps: registered !== null && hasGap(registered.terms.periods),
      },
      context,
    ),
    ...claimViolations(content.claims, { mustRemain: false }),
    ...interestLetterViolations(content.claims),
    ...paymentViolations(content.payment, true),
    ...takenViolations('endre', content.claims, context),
  ];
};

const avsluttViolations = (
  content: AvsluttContent,
  { registered, remaining, today }: ValidationContext,
): Violation[] => {
  const end = registered && lastDay(registered.terms);
  const notRunOut = content.reason === 'utloept' && (end === null || end >= today);
  const notPaid = content.reason === 'innfridd' && remaining !== 0;
  return [
    ...(isActive(registered) ? [] : [stops(null, 'FEIL_TILSTAND', 'reason')]),
    ...(notRunOut ? [stops(null, 'IKKE_UTLOEPT', 'reason')] : []),
    ...(notPaid ? [stops(null, 'IKKE_INNFRIDD', 'reason')] : []),
    ...lengtheningViolations(content.lastDay, 'lastDay', registered),
    ...endReasonViolations(content),
  ];
};

const beslutningViolations = (content: BeslutningContent, context: ValidationContext): Violation[] => [
  ...partyViolations(context),
  ...referenceViolations(content),
  ...decisionDateViolations(content, context),
  ...earlierDateViolations(content),
  ...regimeViolations('beslutning', context),
  ...decisionViolations(context),
  ...beslutningFormViolations(content),
  ...claimViolations(content.claims, { mustRemain: true }),
  ...beslutningClaimViolations(content.claims, context),
  ...paymentViolations(content.payment, false),
  ...duplicateViolations(content, context),
  ...takenViolations('beslutning', content.claims, context),
  ...conditionViolations(context),
];
