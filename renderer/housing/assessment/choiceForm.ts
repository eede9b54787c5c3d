import { z } from 'zod';
import { basisKeys, type Choice } from '../../../shared/housing/caseFile.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';

/** The officer's choice while it is being made. */
export const ChoiceValues = z.object({
  basis: z.enum(['', ...basisKeys]),
  outcome: z.enum(['', 'innenfor', 'overGrensen']),
  reason: z.string(),
});
export type ChoiceValues = z.infer<typeof ChoiceValues>;

export const choiceValues = (choice: Choice | null): ChoiceValues => ({
  basis: choice?.basis ?? '',
  outcome: choice?.outcome ?? '',
  reason: choice?.reason ?? '',
});

/** As the contract says. */
const MAX_REASON = 4000;

export const choiceFieldIds = { basis: 'choice-basis', reason: 'choice-reason' } as const;

/** Reads the form. A basis and a written reason are both needed: the choice is recorded as the officer's own (issue 2, section 6). */
export function readChoice(
  { basis, outcome, reason }: ChoiceValues,
  { assessment: { choice: words } }: Text,
): { readonly choice: Choice | null; readonly mistakes: Mistake[] } {
  const written = reason.trim();
  const mistakes: Mistake[] = [];
  if (basis === '') mistakes.push({ fieldId: choiceFieldIds.basis, sentence: words.basisMissing });
  if (written === '') mistakes.push({ fieldId: choiceFieldIds.reason, sentence: words.reasonMissing });
  if (written.length > MAX_REASON) mistakes.push({ fieldId: choiceFieldIds.reason, sentence: words.reasonTooLong });
  if (basis === '' || mistakes.length > 0) return { choice: null, mistakes };
  return { choice: { basis, outcome: outcome === '' ? null : outcome, reason: written }, mistakes };
}
