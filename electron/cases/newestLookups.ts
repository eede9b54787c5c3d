import type { LookupState } from '../../shared/income/model.ts';

/**
 * Of each question the newest answer, and the newest attempt when that failed or was cancelled later: it is no answer, so it does not take away
 * the one we have, but the officer must see that it failed. Takes lookups newest first; `questionOf` is the same text for the same question.
 */
export function newestLookups<L extends { readonly state: LookupState }>(
  lookups: readonly L[],
  questionOf: (lookup: L) => string,
): L[] {
  const answered = new Set<string>();
  const tried = new Set<string>();
  return lookups.filter((lookup) => {
    const question = questionOf(lookup);
    const isAnswer = lookup.state !== 'failed' && lookup.state !== 'cancelled';
    if (answered.has(question) || (!isAnswer && tried.has(question))) return false;
    (isAnswer ? answered : tried).add(question);
    return true;
  });
}
