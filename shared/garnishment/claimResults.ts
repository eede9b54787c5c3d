import { addMonthsToDate, type IsoDate } from '../dates.ts';
import { type Oere, oere } from '../money.ts';
import { onTheList, type PriorityLetter } from './claims.ts';
import type { CollectionSettings } from './collectionSettings.ts';
import { type DeadlineInput, type DeadlineRule, type Deadlines, deadlinesOf, stopsOn } from './deadlines.ts';
import {
  type ClaimResult,
  type Finding,
  type SharingBase,
  type TimelineEvent,
  timelineCodes,
} from './debtorAnalysis.ts';
import type { DebtorCase, DebtorClaim } from './debtorCase.ts';
import { tvangsgrunnlag } from './legalGrounds.ts';

/** Legal pant that ends within this long after the decision is warned of. */
const SOON_MONTHS = 3;

export interface ClaimQuestion {
  readonly debtorCase: Pick<DebtorCase, 'claims' | 'notices' | 'answers' | 'decisionDate'>;
  readonly letters: CollectionSettings['priority']['letters'];
  readonly rule: DeadlineRule;
  /** Under the old text interest and costs have letter e (fagregler.md 2.5). */
  readonly accessoriesAreE: boolean;
  readonly today: IsoDate;
}

export interface ClaimsFound {
  readonly claims: readonly ClaimResult[];
  readonly timeline: readonly TimelineEvent[];
  readonly sharing: readonly SharingBase[];
  readonly findings: readonly Finding[];
  /** The best letter among the claims; null while one of them has none. */
  readonly bestLetter: PriorityLetter | null;
}

/** Every claim with its letter, its deadlines and what stops it; all of them on one timeline, and as they share a trekk. */
export function claimResults(question: ClaimQuestion): ClaimsFound {
  const { debtorCase, letters } = question;
  const each = debtorCase.claims.map((claim) => {
    const input = deadlineInput(claim, debtorCase);
    const deadlines = deadlinesOf(input, question.rule);
    return { claim, input, deadlines, letter: letters[claim.type], result: toResult(claim, deadlines, question) };
  });
  const known = each.map(({ letter }) => letter);
  return {
    claims: each.map(({ result }) => result),
    timeline: timelineOf(each, question),
    sharing: each.flatMap(({ claim, result }) => sharingOf(claim, result)),
    findings: [
      ...(each.length === 0 ? [{ level: 'stop', code: 'no-claims' } as const] : []),
      ...each.flatMap(({ claim, input, deadlines, letter }) =>
        claimFindings(claim, input, deadlines, letter, question),
      ),
    ],
    bestLetter: known.includes(null) ? null : known.reduce(best, null),
  };
}

const best = (a: PriorityLetter | null, b: PriorityLetter | null): PriorityLetter | null =>
  a === null || (b !== null && b < a) ? b : a;

const totalOf = ({ remaining, interest, costs }: DebtorClaim): Oere => oere(remaining + interest + costs);

function deadlineInput(claim: DebtorClaim, { notices, answers }: ClaimQuestion['debtorCase']): DeadlineInput {
  return {
    dueDate: claim.dueDate,
    // When pant in a vehicle ends is not a matter of time (fagregler.md 2.7).
    legalPantFrom: claim.legalPant === 'eiendom' ? (claim.lastInstalmentDue ?? claim.dueDate) : null,
    notices: notices.filter(({ claimIds }) => claimIds.includes(claim.id)),
    answersOn: answers.map(({ receivedOn }) => receivedOn),
  };
}

function toResult(
  claim: DebtorClaim,
  deadlines: Deadlines,
  { debtorCase, letters, rule, accessoriesAreE }: ClaimQuestion,
): ClaimResult {
  const letter = letters[claim.type];
  const { limitation, limitationBecause, legalPantEnds, decideFrom, renotifyFrom } = deadlines;
  return {
    claimId: claim.id,
    listed: onTheList(claim.type, debtorCase.decisionDate).allowed,
    tvangsgrunnlag: tvangsgrunnlag[claim.type],
    letter,
    accessoryLetter: letter !== null && accessoriesAreE ? 'e' : letter,
    total: totalOf(claim),
    limitation,
    limitationBecause,
    laterInterestYears: limitationBecause === 'notice' ? rule.laterInterestYears : null,
    legalPantEnds,
    decideFrom,
    renotifyFrom,
  };
}

function sharingOf(
  { id, remaining, interest, costs }: DebtorClaim,
  { letter, accessoryLetter }: ClaimResult,
): SharingBase[] {
  if (letter === null || accessoryLetter === null) return [];
  const accessories = oere(interest + costs);
  const part = (partId: string, partLetter: PriorityLetter, size: Oere): SharingBase[] =>
    size > 0 ? [{ id: partId, claimId: id, letter: partLetter, size, remaining: size }] : [];
  return letter === accessoryLetter
    ? part(id, letter, oere(remaining + accessories))
    : [...part(id, letter, remaining), ...part(`${id}/tillegg`, accessoryLetter, accessories)];
}

function claimFindings(
  claim: DebtorClaim,
  input: DeadlineInput,
  { legalPantEnds }: Deadlines,
  letter: PriorityLetter | null,
  { debtorCase, rule }: ClaimQuestion,
): Finding[] {
  const { decisionDate, claims } = debtorCase;
  const findings: Finding[] = [];
  const find = (level: Finding['level'], code: Finding['code'], date: IsoDate | null = null) =>
    findings.push({ level, code, claimId: claim.id, ...(date === null ? {} : { date }) });

  const listed = onTheList(claim.type, decisionDate);
  if (!listed.allowed && listed.why === 'never') find('stop', 'claim-never-listed');
  if (!listed.allowed && listed.why === 'not-yet') find('stop', 'claim-not-listed-yet', listed.from);
  if (claim.dueDate > decisionDate) find('stop', 'claim-not-due', claim.dueDate);
  if (totalOf(claim) === 0) find('stop', 'claim-nothing-remaining');
  if (claim.remaining > claim.original) find('stop', 'claim-remaining-over-original');
  if (claims.some(({ id, reference }) => id !== claim.id && reference === claim.reference))
    find('stop', 'claim-reference-twice');
  if (letter === null) find('stop', 'claim-no-letter');
  else if (letter < 'd') find('warning', 'claim-letter-unusual');
  for (const { code, date } of stopsOn(decisionDate, input, rule))
    find('stop', code, code === 'no-notice' ? null : date);
  if (legalPantEnds !== null && legalPantEnds < decisionDate) find('warning', 'legal-pant-over', legalPantEnds);
  else if (legalPantEnds !== null && legalPantEnds <= addMonthsToDate(decisionDate, SOON_MONTHS)) {
    find('warning', 'legal-pant-ends-soon', legalPantEnds);
  }
  return findings;
}

type Dated = readonly [code: TimelineEvent['code'], date: IsoDate | null, claimIds: readonly string[]];

function timelineOf(
  each: readonly { readonly claim: DebtorClaim; readonly deadlines: Deadlines }[],
  { debtorCase, rule, today }: ClaimQuestion,
): TimelineEvent[] {
  const { notices, answers, decisionDate } = debtorCase;
  const dated: Dated[] = [
    ...each.flatMap(({ claim: { id, dueDate }, deadlines }): Dated[] => [
      ['due', dueDate, [id]],
      ['decide-from', deadlines.decideFrom, [id]],
      ['fresh-notice-from', deadlines.renotifyFrom, [id]],
      ['legal-pant-ends', deadlines.legalPantEnds, [id]],
      ['limitation', deadlines.limitation, [id]],
    ]),
    ...notices.flatMap(({ sentOn, answerBy, claimIds }): Dated[] => [
      ['notice-sent', sentOn, claimIds],
      ['answer-by', answerBy, claimIds],
    ]),
    ...answers.map(({ receivedOn }): Dated => ['answer-received', receivedOn, []]),
    ['decision', decisionDate, []],
    ['complaint-ends', addMonthsToDate(decisionDate, rule.complaintMonths), []],
    ['confirm-by', rule.confirmMonths === null ? null : addMonthsToDate(decisionDate, rule.confirmMonths), []],
  ];
  const events = new Map<string, TimelineEvent>();
  for (const [code, date, claimIds] of dated) {
    if (date === null) continue;
    const before = events.get(`${code} ${date}`);
    const all = new Set([...(before?.claimIds ?? []), ...claimIds]);
    events.set(`${code} ${date}`, { code, date, claimIds: [...all], past: date < today });
  }
  return [...events.values()].toSorted(
    (a, b) => a.date.localeCompare(b.date) || timelineCodes.indexOf(a.code) - timelineCodes.indexOf(b.code),
  );
}
