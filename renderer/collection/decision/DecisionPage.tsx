import { Loader } from '@navikt/ds-react';
import { useText } from '../../app/SessionContext.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useDebtor } from '../DebtorContext.tsx';
import { useAnalysis } from '../useAnalysis.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { ChoicesForm } from './ChoicesForm.tsx';
import { ClaimsTable } from './ClaimsTable.tsx';
import { CoordinationCard } from './CoordinationCard.tsx';
import { DeadlineTimeline } from './DeadlineTimeline.tsx';
import { PayerShares } from './PayerShares.tsx';
import { RegimePanel } from './RegimePanel.tsx';
import { RoomCard } from './RoomCard.tsx';
import { SharingCard } from './SharingCard.tsx';
import { TrekkCard } from './TrekkCard.tsx';

export function DecisionPage() {
  const { app, collection } = useText();
  const { caseNumber, version } = useDebtor();
  const { data: analysis, error, refetch } = useAnalysis();
  usePageTitle(`${caseNumber} · ${collection.nav.decision}`);
  if (error) return <ErrorNotice error={error.error} onRetry={() => void refetch()} />;
  if (!analysis) return <Loader size="xlarge" title={app.words.loading} />;
  return (
    <div className="with-side decision">
      <div className="evidence">
        <RegimePanel analysis={analysis} />
        <ClaimsTable analysis={analysis} />
        <RoomCard analysis={analysis} />
        <DeadlineTimeline analysis={analysis} />
        {/* Begins anew from the room when the case has changed. */}
        <SharingCard key={version} analysis={analysis} />
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        <AnswerPanel analysis={analysis} />
        <TrekkCard analysis={analysis} />
        <CoordinationCard coordination={analysis.coordination} />
        {analysis.regime.rules === 'new' && <PayerShares payers={analysis.payers} />}
        <ChoicesForm analysis={analysis} />
      </aside>
    </div>
  );
}
