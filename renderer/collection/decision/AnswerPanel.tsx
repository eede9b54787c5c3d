import { BodyShort, Button } from '@navikt/ds-react';
import { useState } from 'react';
import type { DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import { useText } from '../../app/SessionContext.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StatusPanel } from '../../ui/StatusPanel.tsx';
import { useDebtor } from '../DebtorContext.tsx';
import { stepRoutes } from '../debtorProgress.ts';
import { choiceFieldIds } from './choicesForm.ts';
import { findingTexts, type NextPlace, placeOf } from './findingText.ts';
import { refusalText } from './refusalText.ts';

const SHOWN_AT_FIRST = 3;

/** The answer first: may it be decided, what stands in the way in at most three lines, and where to go next. */
export function AnswerPanel({ analysis }: { analysis: DebtorAnalysis }) {
  const text = useText();
  const { answer } = text.decision;
  const debtor = useDebtor();
  const { mayDecide, room } = analysis;
  const refusals = room.state === 'refused' ? room.reasons : [];
  // Why there is no room is what one must know to do something about it.
  const because = refusals.map((reason) => refusalText(text, reason)).join(' ');
  const findings = analysis.findings.map((finding) =>
    finding.code === 'room-refused' ? { ...finding, text: because } : finding,
  );
  const stops = findings.filter(({ level }) => level === 'stop');
  const warnings = findings.filter(({ level }) => level === 'warning');
  const [first] = stops;
  if (mayDecide) {
    return (
      <StatusPanel tone={warnings.length > 0 ? 'judge' : 'good'} title={answer.ready}>
        <BodyShort>{warnings.length > 0 ? answer.judgeFirst : answer.readyExplained}</BodyShort>
        <Sentences sentences={findingTexts(text, debtor, warnings)} />
        <LinkButton to={stepRoutes.registration} params={{ caseId: debtor.id }}>
          {answer.toRegistration}
        </LinkButton>
      </StatusPanel>
    );
  }
  return (
    <>
      <StatusPanel tone="stop" title={answer.stopped}>
        <Sentences sentences={findingTexts(text, debtor, stops)} />
        {first && <NextStep place={placeOf(first, refusals)} />}
      </StatusPanel>
      {warnings.length > 0 && (
        <StatusPanel tone="judge" title={answer.warnings}>
          <Sentences sentences={findingTexts(text, debtor, warnings)} />
        </StatusPanel>
      )}
    </>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  const { answer } = useText().decision;
  const [all, setAll] = useState(false);
  const shown = all ? sentences : sentences.slice(0, SHOWN_AT_FIRST);
  const rest = sentences.length - shown.length;
  return (
    <>
      {shown.length > 0 && (
        <ul>
          {shown.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {rest > 0 && (
        <button type="button" className="text-button" onClick={() => setAll(true)}>
          {answer.more(rest)}
        </button>
      )}
    </>
  );
}

function NextStep({ place }: { place: NextPlace }) {
  const { answer } = useText().decision;
  const { id } = useDebtor();
  const label = answer.next[place];
  if (place === 'details') return null;
  if (place === 'coordination' || place === 'payer') {
    const field = place === 'payer' ? choiceFieldIds.payer : choiceFieldIds.coordination;
    return (
      <Button size="small" variant="secondary" onClick={() => focusIn(field)}>
        {label}
      </Button>
    );
  }
  if (place === 'settings') {
    return (
      <LinkButton to="/innkreving/satser" variant="secondary">
        {label}
      </LinkButton>
    );
  }
  return (
    <LinkButton to={stepRoutes[place]} params={{ caseId: id }} variant="secondary">
      {label}
    </LinkButton>
  );
}

/** The choice stands further down on the same page. */
function focusIn(id: string): void {
  const group = document.getElementById(id);
  group?.scrollIntoView({ block: 'center' });
  (group?.querySelector<HTMLElement>('input') ?? group)?.focus();
}
