import { addDays, addMonthsToDate, type IsoDate } from '../dates.ts';

/** The deadlines as data (R-NOTICE, R-RENOTIFY, R-COMPLAINT, R-LIMITATION, R-PANT, R-CONFIRM). */
export interface DeadlineRule {
  /** The debtor has at least this many days to answer the notice; null: the notice sets no time to answer. */
  readonly answerDays: number | null;
  /** First day to decide on, in days after the notice was sent. */
  readonly decideAfterDays: number;
  /** The notice can't be sent before the claim is due. */
  readonly noticeAfterDue: boolean;
  /** A fresh notice is needed when this long has passed since the debtor last spoke and since the time to answer, in months; null: not so. */
  readonly renotifyMonths: number | null;
  /** A fresh notice is needed when this long has passed since the first day to decide on, in months; null: not so. */
  readonly goodForMonths: number | null;
  /** panteloven § 6-3: legal pant is lost this long after the (last) amount should have been paid, in years. */
  readonly legalPantYears: number;
  /** foreldelsesloven §§ 2, 3. */
  readonly limitationYears: number;
  /** foreldelsesloven §§ 17 nr. 4, 21: the new period that runs from the notice; null: the notice does not interrupt. */
  readonly limitationAfterNoticeYears: number | null;
  /** The same for interest that falls due after it. */
  readonly laterInterestYears: number;
  /** innkrevingsloven § 32: confirm the claim when this long has passed without contact or payment; null: no such duty. */
  readonly confirmMonths: number | null;
  /** §§ 5-16, 7-24: complaint about costs, and about which thing pant is taken in. About a trekk one may complain as long as it runs. */
  readonly complaintMonths: number;
}

const common = { legalPantYears: 2, limitationYears: 3, laterInterestYears: 3, complaintMonths: 1 };

/**
 * Under the new rules the § 2-15 notice (at least three weeks, § 7-10, interrupts foreldelse); under the old ones § 4-18 (two weeks, good for a
 * year), and the seizure itself had to come within the three years (fagregler.md 2.2, 2.7, utleggsdatabasen.md V-07).
 */
export const deadlineRules: Readonly<Record<'old' | 'new', DeadlineRule>> = {
  new: {
    ...common,
    answerDays: 21,
    decideAfterDays: 22,
    noticeAfterDue: false,
    renotifyMonths: 2,
    goodForMonths: null,
    limitationAfterNoticeYears: 10,
    confirmMonths: 12,
  },
  old: {
    ...common,
    answerDays: null,
    decideAfterDays: 14,
    noticeAfterDue: true,
    renotifyMonths: null,
    goodForMonths: 12,
    limitationAfterNoticeYears: null,
    confirmMonths: null,
  },
};

export interface DeadlineInput {
  readonly dueDate: IsoDate;
  /** What legal pant is counted from: the last instalment's due date; null = the claim has no pant that runs out. */
  readonly legalPantFrom: IsoDate | null;
  /** The notices about this claim, and the day each gives the debtor to answer by. */
  readonly notices: readonly { readonly sentOn: IsoDate; readonly answerBy: IsoDate }[];
  /** Days on which the debtor said something. */
  readonly answersOn: readonly IsoDate[];
}

export interface Deadlines {
  readonly legalPantEnds: IsoDate | null;
  /** Last day before the claim is foreldet, as things stand. */
  readonly limitation: IsoDate;
  readonly limitationBecause: 'dueDate' | 'notice';
  /** The claim was foreldet before the notice interrupted it. */
  readonly limitedBeforeNotice: boolean;
  /** Earliest day the newest notice may set for an answer, and the first day on which one may decide. */
  readonly earliestAnswerBy: IsoDate | null;
  readonly decideFrom: IsoDate | null;
  /** From this day a decision needs a fresh notice. */
  readonly renotifyFrom: IsoDate | null;
}

/** When what must be done for one claim (fagregler.md 2.2, 2.7, G6). All civil dates. The newest notice sets the time to answer. */
export function deadlinesOf(input: DeadlineInput, rule: DeadlineRule): Deadlines {
  const notices = input.notices.toSorted((a, b) => (a.sentOn < b.sentOn ? -1 : 1));
  const notice = notices.at(-1) ?? null;
  const decideFrom = notice && later(addDays(notice.answerBy, 1), addDays(notice.sentOn, rule.decideAfterDays));
  return {
    legalPantEnds: input.legalPantFrom && addMonthsToDate(input.legalPantFrom, rule.legalPantYears * 12),
    ...limitationOf(input.dueDate, notices, rule),
    earliestAnswerBy: notice && rule.answerDays !== null ? addDays(notice.sentOn, rule.answerDays) : null,
    decideFrom,
    renotifyFrom: notice && renotifyFrom(notice, input.answersOn, rule),
  };
}

/** Each notice that comes in time starts a new period; one that comes too late revives nothing. */
function limitationOf(
  dueDate: IsoDate,
  notices: DeadlineInput['notices'],
  rule: DeadlineRule,
): Pick<Deadlines, 'limitation' | 'limitationBecause' | 'limitedBeforeNotice'> {
  let limitation = addMonthsToDate(dueDate, rule.limitationYears * 12);
  let interrupted = false;
  if (rule.limitationAfterNoticeYears !== null) {
    for (const { sentOn } of notices) {
      if (sentOn > limitation)
        return { limitation, limitationBecause: interrupted ? 'notice' : 'dueDate', limitedBeforeNotice: true };
      limitation = addMonthsToDate(sentOn, rule.limitationAfterNoticeYears * 12);
      interrupted = true;
    }
  }
  return { limitation, limitationBecause: interrupted ? 'notice' : 'dueDate', limitedBeforeNotice: false };
}

function renotifyFrom(
  notice: DeadlineInput['notices'][number],
  answersOn: readonly IsoDate[],
  { renotifyMonths, goodForMonths, decideAfterDays }: DeadlineRule,
): IsoDate | null {
  if (goodForMonths !== null) {
    return addDays(addMonthsToDate(addDays(notice.sentOn, decideAfterDays), goodForMonths), 1);
  }
  if (renotifyMonths === null) return null;
  // Both must have passed, so the later of the two decides.
  const lastWord = [notice.answerBy, ...answersOn].reduce(later);
  return addDays(addMonthsToDate(lastWord, renotifyMonths), 1);
}

export const deadlineStops = [
  'no-notice',
  'notice-before-due',
  'answer-time-too-short',
  'answer-time-not-over',
  'fresh-notice-needed',
  'foreldet',
] as const;

/** What stands in the way of deciding on a day, and the date it turns on; empty = nothing. */
export function stopsOn(
  decisionDate: IsoDate,
  input: DeadlineInput,
  rule: DeadlineRule,
): { readonly code: (typeof deadlineStops)[number]; readonly date: IsoDate }[] {
  const { limitation, limitedBeforeNotice, earliestAnswerBy, decideFrom, renotifyFrom } = deadlinesOf(input, rule);
  const stops: ReturnType<typeof stopsOn> = [];
  const notice = input.notices.toSorted((a, b) => (a.sentOn < b.sentOn ? -1 : 1)).at(-1);
  if (limitedBeforeNotice || decisionDate > limitation) stops.push({ code: 'foreldet', date: limitation });
  if (!notice) return [...stops, { code: 'no-notice', date: decisionDate }];
  if (rule.noticeAfterDue && notice.sentOn < input.dueDate)
    stops.push({ code: 'notice-before-due', date: input.dueDate });
  if (earliestAnswerBy !== null && notice.answerBy < earliestAnswerBy) {
    stops.push({ code: 'answer-time-too-short', date: earliestAnswerBy });
  }
  if (decideFrom !== null && decisionDate < decideFrom) stops.push({ code: 'answer-time-not-over', date: decideFrom });
  if (renotifyFrom !== null && decisionDate >= renotifyFrom) {
    stops.push({ code: 'fresh-notice-needed', date: renotifyFrom });
  }
  return stops;
}

const later = (a: IsoDate, b: IsoDate): IsoDate => (a > b ? a : b);
