import { BodyShort } from '@navikt/ds-react';
import type { Assessment } from '../../../shared/housing/assessment.ts';
import { basisInSentence, type SentenceContext } from '../../../shared/text/assessmentSentences.ts';
import { useCaseFile } from '../CaseContext.tsx';

/** Says that the officer has chosen, what, and what the rule alone gives where that is something else. Nothing without a choice. */
export function ChosenByOfficer({ assessment, context }: { assessment: Assessment; context: SentenceContext }) {
  const words = context.text.assessment;
  const { choice } = useCaseFile();
  const { chosenByOfficer, outcome, concluded } = assessment;
  if (!chosenByOfficer || !choice) return null;
  return (
    <BodyShort size="small" weight="semibold">
      {words.chosenByOfficer}: {basisInSentence(context, choice.basis)}.
      {outcome !== concluded && ` ${words.ruleSays(words.outcomes[outcome])}.`}
    </BodyShort>
  );
}
