import { BodyShort, Button, Dialog } from '@navikt/ds-react';
import type { Assessment } from '../../../shared/housing/assessment.ts';
import { type SentenceContext, stepSentence } from '../../../shared/text/assessmentSentences.ts';

/** «Vis utregning»: every step with its figures, in the order a person would work it out. */
export function CalculationSteps({ assessment, context }: { assessment: Assessment; context: SentenceContext }) {
  const words = context.text.assessment;
  const { steps, rule } = assessment;
  if (steps.length === 0) return null;
  return (
    <Dialog size="small">
      <Dialog.Trigger>
        <Button type="button" size="small" variant="tertiary">
          {words.showSteps}
        </Button>
      </Dialog.Trigger>
      <Dialog.Popup width="large">
        <Dialog.Header>
          <Dialog.Title>{words.stepsTitle}</Dialog.Title>
        </Dialog.Header>
        <Dialog.Body>
          {rule && <BodyShort spacing>{words.stepsIntro(words.ruleUsed(rule.ruleId, rule.version))}</BodyShort>}
          <ol className="steps">
            {steps.map((step) => {
              const sentence = stepSentence(context, step);
              return <li key={sentence}>{sentence}</li>;
            })}
          </ol>
        </Dialog.Body>
      </Dialog.Popup>
    </Dialog>
  );
}
