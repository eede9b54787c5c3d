import { Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Navigate, Outlet, useMatchRoute, useParams } from '@tanstack/react-router';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import { useText } from '../app/SessionContext.tsx';
import { caseQueries } from '../data/cases.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { SourcePanel } from '../ui/SourcePanel.tsx';
import { CaseContext } from './CaseContext.tsx';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseSourceLine } from './CaseSourceLine.tsx';
import { type Step, stepRoutes, stepsDone } from './caseProgress.ts';
import { FetchProvider } from './information/FetchContext.tsx';
import '../ui/case.css';
import './case.css';

/** Opens a case and keeps it open while one moves between its tabs. */
export function CasePage() {
  const { caseId } = useParams({ from: '/sak/$caseId' });
  const { app } = useText();
  const { data: caseFile, error, refetch } = useQuery(caseQueries.open(caseId));
  const atRoot = useMatchRoute()({ to: '/sak/$caseId' });

  if (error) {
    return (
      <div className="page">
        <ErrorNotice error={error.error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!caseFile) return <Loader className="page" size="xlarge" title={app.words.loading} />;
  if (atRoot) return <Navigate to={stepRoutes[whereToBegin(caseFile)]} params={{ caseId }} replace />;
  return (
    <CaseContext value={caseFile}>
      <FetchProvider caseFile={caseFile}>
        <SourcePanel line={(trace) => <CaseSourceLine caseFile={caseFile} trace={trace} />}>
          <CaseHeader caseFile={caseFile} />
          <div className="case-body">
            <Outlet />
          </div>
        </SourcePanel>
      </FetchProvider>
    </CaseContext>
  );
}

/** The first step that isn't done; a finished case opens on what was made. */
function whereToBegin(caseFile: CaseFile): Step {
  const done = stepsDone(caseFile);
  const steps: readonly Step[] = ['household', 'information', 'assessment', 'basis'];
  return steps.find((step) => !done[step]) ?? 'basis';
}
