import { addDays, addMonthsToDate, type IsoDate } from '../dates.ts';

/** The deadlines as data (R-NOTICE, R-RENOTIFY, R-COMPLAINT, R-LIMITATION, R-PANT, R-CONFIRM). */
export interface DeadlineRule {
  /** § 2-15, § 7-6: the debtor has at least this long to answer the notice, in days. */
  readonly answerDays: number;
  /** § 7-10: a fresh notice is needed when this long has passed since the debtor last spoke and since the deadline, in months. */
  readonly renotifyMonths: number;
  /** panteloven § 6-3: legal pant is lost this long after the amount should have been paid, in years. */
  readonly legalPantYears: number;
  /** foreldelsesloven §§ 2, 3. */
  readonly limitationYears: number;
  /** foreldelsesloven § 21: the new period that runs from the § 2-15 notice (§ 17 nr. 4), and for interest that falls due later. */
  readonly limitationAfterNoticeYears: number;
  readonly laterInterestYears: number;
  /** innkrevingsloven § 32: confirm the claim when this long has passed without contact or payment. */
  readonly confirmMonths: number;
}

export const deadlineRule: DeadlineRule = {
  answerDays: 21,
  renotifyMonths: 2,
  legalPantYears: 2,
  limitationYears: 3,
  limitationAfterNoticeYears: 10,
  laterInterestYears: 3,
  confirmMonths: 12,
};

export interface DeadlineInput {
  readonly dueDate: IsoDate;
  /** Which claims have legal pant is not the same for all (fagregler.md 2.7). */
  readonly hasLegalPant: boolean;
  /** The § 2-15 notice, and the day it gives the debtor to answer by; null = not sent. */
  readonly notice: { readonly sentOn: IsoDate; readonly answerBy: IsoDate } | null;
  /** Days on which the debtor said something. */
  readonly answersOn: readonly IsoDate[];
  /** When the municipality decided, or null. */
  readonly decidedOn: IsoDate | null;
}

export interface Deadlines {
  readonly legalPantEnds: IsoDate | null;
  /** Last day before the claim is foreldet, as things stand. */
  readonly limitation: IsoDate;
  readonly limitationBecause: 'dueDate' | 'notice';
  /** The claim was foreldet before the notice interrupted it. */
  readonly limitedBeforeNotice: boolean;
  /** Earliest day the notice may set for an answer, and the first day on which one may decide. */
  readonly earliestAnswerBy: IsoDate | null;
  readonly decideFrom: IsoDate | null;
  /** From this day a decision needs a fresh notice. */
  readonly renotifyFrom: IsoDate | null;
  readonly confirmBy: IsoDate | null;
}

/** When what must be done for one claim (fagregler.md 2.2, 2.7, G6). All civil dates. */
export function deadlinesOf(input: DeadlineInput, rule: DeadlineRule = deadlineRule): Deadlines {
  const { dueDate, notice } = input;
  const withoutNotice = addMonthsToDate(dueDate, rule.limitationYears * 12);
  const limitedBeforeNotice = notice !== null && notice.sentOn > withoutNotice;
  const interrupted = notice !== null && !limitedBeforeNotice;

  const lastWord = input.answersOn.toSorted().at(-1) ?? null;
  // Both must have passed, so the later of the two decides.
  const afterDeadline = notice && addMonthsToDate(notice.answerBy, rule.renotifyMonths);
  const afterAnswer = lastWord && addMonthsToDate(lastWord, rule.renotifyMonths);
  const lastAllowed = later(afterDeadline, notice && afterAnswer);

  return {
    legalPantEnds: input.hasLegalPant ? addMonthsToDate(dueDate, rule.legalPantYears * 12) : null,
    limitation: interrupted ? addMonthsToDate(notice.sentOn, rule.limitationAfterNoticeYears * 12) : withoutNotice,
    limitationBecause: interrupted ? 'notice' : 'dueDate',
    limitedBeforeNotice,
    earliestAnswerBy: notice && addDays(notice.sentOn, rule.answerDays),
    decideFrom:
      notice && addDays(later(notice.answerBy, addDays(notice.sentOn, rule.answerDays)) ?? notice.answerBy, 1),
    renotifyFrom: lastAllowed && addDays(lastAllowed, 1),
    confirmBy: input.decidedOn && addMonthsToDate(input.decidedOn, rule.confirmMonths),
  };
}

export type DecisionStop =
  | 'no-notice'
  | 'answer-time-too-short'
  | 'answer-time-not-over'
  | 'fresh-notice-needed'
  | 'foreldet';

/** What stands in the way of deciding on a day; empty = nothing. */
export function stopsOn(
  decisionDate: IsoDate,
  input: DeadlineInput,
  rule: DeadlineRule = deadlineRule,
): DecisionStop[] {
  const deadlines = deadlinesOf(input, rule);
  const stops: DecisionStop[] = [];
  if (deadlines.limitedBeforeNotice || decisionDate > deadlines.limitation) stops.push('foreldet');
  if (input.notice === null) return [...stops, 'no-notice'];
  if (deadlines.earliestAnswerBy !== null && input.notice.answerBy < deadlines.earliestAnswerBy) {
    stops.push('answer-time-too-short');
  }
  if (deadlines.decideFrom !== null && decisionDate < deadlines.decideFrom) stops.push('answer-time-not-over');
  if (deadlines.renotifyFrom !== null && decisionDate >= deadlines.renotifyFrom) stops.push('fresh-notice-needed');
  return stops;
}

function later(a: IsoDate | null, b: IsoDate | null): IsoDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}
