import { Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import { useText } from '../app/SessionContext.tsx';
import { debtorQueries } from '../data/debtors.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SourcePanel } from '../ui/SourcePanel.tsx';
import { DebtorContext } from './DebtorContext.tsx';
import { DebtorHeader } from './DebtorHeader.tsx';
import { DebtorSourceLine } from './DebtorSourceLine.tsx';
import { stepRoutes, steps, stepsDone } from './debtorProgress.ts';
import { FetchProvider } from './information/FetchContext.tsx';
import '../ui/case.css';
import './collection.css';

/** Opens a debtor's case and keeps it open while one moves between its tabs. */
export function DebtorPage() {
  const { caseId } = useParams({ from: '/innkreving/sak/$caseId' });
  const { app } = useText();
  const { data: debtor, error, refetch } = useQuery(debtorQueries.open(caseId));
  const atRoot = useMatchRoute()({ to: '/innkreving/sak/$caseId' });

  if (error) {
    return (
      <div className="page">
        <ErrorNotice error={error.error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!debtor) return <Loader className="page" size="xlarge" title={app.words.loading} />;
  if (atRoot) {
    const done = stepsDone(debtor, null);
    const first = steps.find((step) => !done[step]) ?? 'decision';
    return <Navigate to={stepRoutes[first]} params={{ caseId }} replace />;
  }
  return (
    <DebtorContext value={debtor}>
      <FetchProvider debtor={debtor}>
        <SourcePanel line={(trace) => <DebtorSourceLine debtor={debtor} trace={trace} />}>
          <DebtorHeader />
          <div className="case-body">
            <Outlet />
          </div>
        </SourcePanel>
      </FetchProvider>
    </DebtorContext>
  );
}
