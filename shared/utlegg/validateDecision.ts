import { addDays, type IsoDate } from '../dates.ts';
import { deadlineRules, stopsOn } from '../garnishment/deadlines.ts';
import type { Violation } from './trekk.ts';
import type { BeslutningContent, RegistrerContent, TrekkClaim } from './trekkContent.ts';
import type { ValidationContext } from './validationContext.ts';
import { stops, warns } from './violation.ts';

/** V-06: later than this many days after the decision is late. */
const LATE_DAYS = 14;

/** V-05 and V-06: the day of the decision. */
export function decisionDateViolations(
  { decisionDate, claims }: { readonly decisionDate: IsoDate; readonly claims: readonly TrekkClaim[] },
  { today }: ValidationContext,
): Violation[] {
  const tooEarly = claims.some(({ due }) => due !== null && decisionDate < due);
  if (decisionDate > today || tooEarly) return [stops('V-05', 'UGYLDIG_BESLUTNINGSDATO', 'decisionDate')];
  return addDays(decisionDate, LATE_DAYS) < today ? [warns('V-06', 'SEN_REGISTRERING', 'decisionDate')] : [];
}

/** V-05: an earlier decision under the old rules is earlier. */
export const earlierDateViolations = ({ earlierDecisionDate, decisionDate }: BeslutningContent): Violation[] =>
  earlierDecisionDate !== null && earlierDecisionDate > decisionDate
    ? [stops('V-05', 'UGYLDIG_BESLUTNINGSDATO', 'earlierDecisionDate')]
    : [];

/** V-07: the notice of § 4-18, under the old rules, by the same deadlines as the decision screen shows. Whether a claim is foreldet the case tells. */
export function noticeViolations({ decisionDate, noticeDate, claims }: RegistrerContent): Violation[] {
  const lastDue = claims
    .flatMap(({ due }) => due ?? [])
    .toSorted()
    .at(-1);
  const notices = noticeDate === null ? [] : [{ sentOn: noticeDate, answerBy: noticeDate }];
  const wrong = stopsOn(
    decisionDate,
    { dueDate: lastDue ?? noticeDate ?? decisionDate, legalPantFrom: null, notices, answersOn: [] },
    deadlineRules.old,
  ).some(({ code }) => code !== 'foreldet');
  return wrong ? [stops('V-07', 'PARAGRAF_4_18_VARSEL_PAAKREVET', 'noticeDate')] : [];
}

/** V-08: a registration needs the old rules and a decision for ELAN the new, both without doubt. */
export function regimeViolations(kind: 'registrer' | 'beslutning', { rules }: ValidationContext): Violation[] {
  if (rules === 'stop') return [stops('V-08', 'REGELVERK_IKKE_AVKLART', 'decisionDate')];
  if (kind === 'registrer' && rules === 'new') return [stops('V-08', 'NYTT_REGELVERK_PAAKREVET', 'decisionDate')];
  if (kind === 'beslutning' && rules === 'old') return [stops('V-08', 'SAKSOEKT_GAMMELT_REGELVERK', 'decisionDate')];
  return [];
}
