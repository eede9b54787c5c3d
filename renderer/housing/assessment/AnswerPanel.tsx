import { Heading } from '@navikt/ds-react';
import { useState } from 'react';
import type { Assessment, ReasonCode } from '../../../shared/housing/assessment.ts';
import type { SentenceContext } from '../../../shared/text/assessmentSentences.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { OutcomeIcon } from '../../ui/OutcomeIcon.tsx';
import { useCaseFile } from '../CaseContext.tsx';
import { stepRoutes } from '../caseProgress.ts';
import { ChosenByOfficer } from './ChosenByOfficer.tsx';
import { panelReasons } from './panelReasons.ts';

const SHOWN_AT_FIRST = 3;

const RULE_CODES: readonly ReasonCode[] = [
  'no-rule',
  'rule-ambiguous',
  'rule-not-approved',
  'rule-confidence',
  'rate-missing',
];
const HOUSEHOLD_CODES: readonly ReasonCode[] = ['no-size', 'nobody-counted', 'unknown-person'];

/** The answer first: where the case stands, why in at most three lines, and what to do next. */
export function AnswerPanel({ assessment, context }: { assessment: Assessment; context: SentenceContext }) {
  const words = context.text.assessment;
  const { id } = useCaseFile();
  const [all, setAll] = useState(false);
  const { concluded, reasons } = assessment;
  const sentences = panelReasons(context, reasons);
  const shown = all ? sentences : sentences.slice(0, SHOWN_AT_FIRST);
  const rest = sentences.length - shown.length;
  const has = (codes: readonly ReasonCode[]) => reasons.some(({ code }) => codes.includes(code));
  return (
    <section className="answer" data-outcome={concluded} aria-labelledby="answer-heading">
      <div className="answer-head">
        <OutcomeIcon outcome={concluded} />
        <Heading level="2" size="small" id="answer-heading">
          {words.outcomes[concluded]}
        </Heading>
      </div>
      <ChosenByOfficer assessment={assessment} context={context} />
      <ul>
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {words.moreReasons(rest)}
        </button>
      )}
      {concluded === 'kanIkkeAvgjoeres' && (
        <LinkButton
          to={has(RULE_CODES) ? '/regler' : stepRoutes[has(HOUSEHOLD_CODES) ? 'household' : 'information']}
          params={{ caseId: id }}
          variant="secondary"
        >
          {has(RULE_CODES)
            ? words.next.rules
            : has(HOUSEHOLD_CODES)
              ? words.next.toHousehold
              : words.next.toInformation}
        </LinkButton>
      )}
    </section>
  );
}
