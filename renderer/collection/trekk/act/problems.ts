import type { Text } from '../../../../shared/text/text.ts';
import { violationSentence } from '../../../../shared/text/violationSentence.ts';
import type { Refusal, Violation } from '../../../../shared/utlegg/trekk.ts';
import { fieldName } from '../review/differenceText.ts';
import type { Misread } from './claimRows.ts';

/** Something at a field (its path in the act's content; '' for the whole) that must be put right, or that needs a reason. */
export interface Problem {
  readonly field: string;
  /** `refused`: the authority said so of what was sent last; it does not stop another try. */
  readonly level: 'error' | 'warning' | 'refused';
  readonly sentence: string;
  /** `vilkaarnavn`, under which a warning's reason is kept; null for what can't be read at all. */
  readonly code: string | null;
}

/** What can't be read first: the rules can't judge it. A field that can't be read is not held against the rules as well. */
export function problemsOf(text: Text, misread: readonly Misread[], violations: readonly Violation[]): Problem[] {
  const unreadable = misread.map(
    ({ field, should }): Problem => ({ field, level: 'error', sentence: text.trekk.misread[should], code: null }),
  );
  const judged = violations
    .filter(({ field }) => !misread.some((one) => one.field === field))
    .map(
      (violation): Problem => ({
        field: violation.field,
        level: violation.level,
        sentence: violationSentence(text, violation),
        code: violation.code,
      }),
    );
  return [...unreadable, ...judged];
}

/** What the authority said of the act when it was sent last. */
export const refusedProblems = (text: Text, refusal: Refusal | null): Problem[] =>
  (refusal?.violations ?? []).map((violation) => ({
    field: violation.field,
    level: 'refused',
    sentence: violationSentence(text, violation),
    code: violation.code,
  }));

/** The letters are made out to someone: without a name none can be made. */
export const withoutName = ({ trekk }: Text, debtorName: string): Problem[] =>
  debtorName.trim() === ''
    ? [{ field: 'debtorName', level: 'error', sentence: trekk.basics.debtorNameMissing, code: null }]
    : [];

/** Sentences that don't say what they are about. */
const generic: readonly (string | null)[] = [null, 'FELT_MANGLER', 'UGYLDIG_FORMAT', 'UGYLDIG_DATO'];

/** A problem away from its field: with the field's name before it, where the sentence alone would not tell which. */
export function labelled(text: Text, { field, code, sentence }: Problem): string {
  const isClear = field === '' || field === 'debtorName' || !(generic.includes(code) || /\.\d/.test(field));
  return isClear ? sentence : `${fieldName(text, field)}: ${sentence}`;
}

/** The sentences at a field; null when there is nothing wrong with it. */
export const sentenceAt = (problems: readonly Problem[], field: string): string | undefined =>
  problems
    .filter((problem) => problem.field === field)
    .map(({ sentence }) => sentence)
    .join(' ') || undefined;

/** Is something wrong at this place or anywhere below it? */
export const hasProblemIn = (problems: readonly Problem[], place: string): boolean =>
  problems.some(({ field }) => field === place || field.startsWith(`${place}.`));

/** The warnings that go on only with a written reason and have none, once per rule. */
export function withoutReason(problems: readonly Problem[], reasons: Readonly<Record<string, string>>): string[] {
  const codes = problems.flatMap(({ level, code }) => (level === 'warning' && code !== null ? [code] : []));
  return [...new Set(codes)].filter((code) => (reasons[code] ?? '').trim() === '');
}
