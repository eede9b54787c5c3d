import { z } from 'zod';
import { addDays, type IsoDate, parseIsoDate } from '../../../shared/dates.ts';
import { claimTypes } from '../../../shared/garnishment/claims.ts';
import { deadlineRules } from '../../../shared/garnishment/deadlines.ts';
import {
  type Answer,
  type DebtorCase,
  type DebtorClaim,
  type DebtorClaims,
  legalPants,
  type Notice,
} from '../../../shared/garnishment/debtorCase.ts';
import { formatKroner } from '../../../shared/money.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';
import { typedAmount } from '../../ui/typedAmount.ts';

/** The amounts of a claim, in the order they stand on the line. */
export const amounts = ['original', 'remaining', 'interest', 'costs'] as const;

const ClaimRow = z.object({
  id: z.string(),
  type: z.enum(claimTypes),
  reference: z.string(),
  dueDate: z.string(),
  lastInstalmentDue: z.string(),
  original: z.string(),
  remaining: z.string(),
  interest: z.string(),
  costs: z.string(),
  legalPant: z.enum(legalPants),
});
export type ClaimRow = z.infer<typeof ClaimRow>;

/** `claimIds` null: every claim in the case. */
const NoticeRow = z.object({
  id: z.string(),
  claimIds: z.array(z.string()).nullable(),
  sentOn: z.string(),
  answerBy: z.string(),
});
export type NoticeRow = z.infer<typeof NoticeRow>;

const AnswerRow = z.object({ id: z.string(), receivedOn: z.string(), text: z.string() });
export type AnswerRow = z.infer<typeof AnswerRow>;

/** Claims, notices and answers while they are being typed. */
export const ClaimRows = z.object({
  claims: z.array(ClaimRow),
  notices: z.array(NoticeRow),
  answers: z.array(AnswerRow),
});
export type ClaimRows = z.infer<typeof ClaimRows>;

export const claimRowsOf = ({ claims, notices, answers }: DebtorCase): ClaimRows => ({
  claims: claims.map((claim) => ({
    ...claim,
    lastInstalmentDue: claim.lastInstalmentDue ?? '',
    original: formatKroner(claim.original),
    remaining: formatKroner(claim.remaining),
    interest: formatKroner(claim.interest),
    costs: formatKroner(claim.costs),
  })),
  notices: notices.map((notice) => ({
    ...notice,
    claimIds: notice.claimIds.length === claims.length ? null : notice.claimIds,
  })),
  answers: [...answers],
});

export const newClaim = (id: string): ClaimRow => ({
  id,
  type: 'eiendomsskatt',
  reference: '',
  dueDate: '',
  lastInstalmentDue: '',
  original: '',
  remaining: '',
  interest: '0',
  costs: '0',
  legalPant: 'ingen',
});

export const newNotice = (id: string): NoticeRow => ({ id, claimIds: null, sentOn: '', answerBy: '' });

/** A notice sent on a day; the shortest time to answer is filled in where none was written. */
export function withSentOn(notice: NoticeRow, sentOn: string): NoticeRow {
  const earliest = earliestAnswerBy(sentOn);
  const untouched = notice.answerBy === '' || notice.answerBy === earliestAnswerBy(notice.sentOn);
  return { ...notice, sentOn, answerBy: untouched && earliest ? earliest : notice.answerBy };
}

/** The first day a § 2-15 notice may ask to be answered by; null while the day it was sent is no date. */
export function earliestAnswerBy(sentOn: string): IsoDate | null {
  const date = parseIsoDate(sentOn);
  return date && addDays(date, deadlineRules.new.answerDays ?? 0);
}

/** A claim is gone, and so are the notices that were about it alone. */
export const withoutClaim = (rows: ClaimRows, claimId: string): ClaimRows => ({
  ...rows,
  claims: rows.claims.filter(({ id }) => id !== claimId),
  notices: rows.notices
    .map((notice) => ({ ...notice, claimIds: notice.claimIds?.filter((id) => id !== claimId) ?? null }))
    .filter(({ claimIds }) => claimIds === null || claimIds.length > 0),
});

/** The ids of the fields, for the error summary to lead to. */
export const fieldId = (rowId: string, field: keyof ClaimRow | keyof NoticeRow | keyof AnswerRow) =>
  `${field}-${rowId}`;

/** Reads the rows: what can be saved, or everything that must be put right first. */
export function readClaims(
  rows: ClaimRows,
  { claims: words }: Text,
): { readonly claims: DebtorClaims | null; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const wrong = (rowId: string, field: Parameters<typeof fieldId>[1], about: string, sentence: string) =>
    mistakes.push({ fieldId: fieldId(rowId, field), sentence, about });

  const claims = rows.claims.map((row, index): DebtorClaim | null => {
    const about = sentenceCase(words.claim(index + 1));
    const dueDate = parseIsoDate(row.dueDate);
    const lastInstalmentDue = parseIsoDate(row.lastInstalmentDue);
    const [original, remaining, interest, costs] = amounts.map((field) => notNegative(row[field]));
    if (row.reference.trim() === '') wrong(row.id, 'reference', about, words.mistakes.reference);
    const twice = rows.claims.findIndex(({ reference }) => reference.trim() === row.reference.trim()) < index;
    if (twice && row.reference.trim() !== '') wrong(row.id, 'reference', about, words.mistakes.referenceTwice);
    if (!dueDate) wrong(row.id, 'dueDate', about, words.mistakes.dueDate);
    if (!lastInstalmentDue && row.lastInstalmentDue.trim() !== '') {
      wrong(row.id, 'lastInstalmentDue', about, words.mistakes.lastInstalment);
    }
    for (const field of amounts) {
      if (notNegative(row[field]) === null)
        wrong(row.id, field, `${about}, ${words.columns[field].toLowerCase()}`, words.mistakes.amount);
    }
    if (!dueDate || original == null || remaining == null || interest == null || costs == null) return null;
    const { id, type, legalPant } = row;
    return {
      id,
      type,
      reference: row.reference.trim(),
      dueDate,
      lastInstalmentDue,
      original,
      remaining,
      interest,
      costs,
      legalPant,
    };
  });

  const notices = rows.notices.map((row, index): Notice | null => {
    const about = sentenceCase(words.notices.notice(index + 1));
    const sentOn = parseIsoDate(row.sentOn);
    const answerBy = parseIsoDate(row.answerBy);
    const claimIds = row.claimIds ?? rows.claims.map(({ id }) => id);
    if (!sentOn) wrong(row.id, 'sentOn', about, words.mistakes.sentOn);
    if (!answerBy) wrong(row.id, 'answerBy', about, words.mistakes.answerBy);
    else if (sentOn && answerBy < sentOn) wrong(row.id, 'answerBy', about, words.mistakes.answerBeforeSent);
    if (claimIds.length === 0) wrong(row.id, 'claimIds', about, words.mistakes.noticeClaims);
    return sentOn && answerBy ? { id: row.id, claimIds, sentOn, answerBy } : null;
  });

  const answers = rows.answers.map((row, index): Answer | null => {
    const receivedOn = parseIsoDate(row.receivedOn);
    if (!receivedOn) {
      wrong(row.id, 'receivedOn', sentenceCase(words.answers.answer(index + 1)), words.mistakes.receivedOn);
    }
    return receivedOn && { id: row.id, receivedOn, text: row.text.trim() };
  });

  const read = {
    claims: claims.filter((claim) => claim !== null),
    notices: notices.filter((notice) => notice !== null),
    answers: answers.filter((answer) => answer !== null),
  };
  return { claims: mistakes.length === 0 ? read : null, mistakes };
}

const notNegative = (typed: string) => {
  const amount = typedAmount(typed);
  return amount !== null && amount >= 0 ? amount : null;
};

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
