import { Loader } from '@navikt/ds-react';
import { useText } from '../../app/SessionContext.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useDebtor } from '../DebtorContext.tsx';
import { useAnalysis } from '../useAnalysis.ts';
import { AssetsCard } from './AssetsCard.tsx';
import { useFetching } from './FetchContext.tsx';
import { FetchPanel } from './FetchPanel.tsx';
import { LookupList } from './LookupList.tsx';
import { NetIncomeCard } from './NetIncomeCard.tsx';
import { PayersCard } from './PayersCard.tsx';
import { TrekkTables } from './TrekkTable.tsx';

export function DebtorInformationPage() {
  const { app, collection, debtorInformation } = useText();
  const { id, caseNumber, lookups } = useDebtor();
  const { running } = useFetching();
  const fetched = lookups.length > 0;
  usePageTitle(`${caseNumber} · ${collection.nav.information}`);
  return (
    <div className="with-side">
      <div className="evidence">
        {fetched ? (
          <Delivered />
        ) : (
          <EmptyState title={debtorInformation.nothingYet.title} explained={debtorInformation.nothingYet.explained} />
        )}
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        {fetched && !running && (
          <LinkButton to="/innkreving/sak/$caseId/beslutning" params={{ caseId: id }}>
            {debtorInformation.toDecision}
          </LinkButton>
        )}
        {fetched && !running ? <LookupList /> : <FetchPanel />}
      </aside>
    </div>
  );
}

function Delivered() {
  const { app } = useText();
  const { data: analysis, error, refetch } = useAnalysis();
  if (error) return <ErrorNotice error={error.error} onRetry={() => void refetch()} />;
  if (!analysis) return <Loader size="xlarge" title={app.words.loading} />;
  return (
    <>
      <NetIncomeCard income={analysis.income} />
      <PayersCard analysis={analysis} />
      <TrekkTables analysis={analysis} />
      <AssetsCard assets={analysis.assets} />
    </>
  );
}
