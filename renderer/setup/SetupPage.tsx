import { BodyShort, Heading, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { SetupStatus } from '../../shared/ipc/setupCalls.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { setupQuery, useTestConnection } from '../data/setup.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { CertificateCard } from './CertificateCard.tsx';
import { ConnectionCard } from './ConnectionCard.tsx';
import { OwnKeyCard } from './OwnKeyCard.tsx';
import { PracticeCard } from './PracticeCard.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import { SetupAnswer } from './SetupAnswer.tsx';
import { setupState } from './setupState.ts';
import { UpdateCard } from './UpdateCard.tsx';
import './setup.css';

export function SetupPage() {
  const { app, guide, setup } = useText();
  const { data: status, error, refetch } = useQuery(setupQuery);
  usePageTitle(app.nav.setup);
  return (
    <div className="page">
      <Heading level="1" size="medium">
        {app.nav.setup}
      </Heading>
      <BodyShort className="page-intro">
        {setup.intro} <Link to="/oppsett/veiledning">{guide.toGuide}</Link>
      </BodyShort>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!status && !error && <Loader title={app.words.loading} />}
      {status && <Parts status={status} />}
    </div>
  );
}

function Parts({ status }: { status: SetupStatus }) {
  const { app } = useText();
  const { today } = useSession();
  const test = useTestConnection();
  const connection = (test.variables?.status === status && test.data) || null;
  const state = setupState(status, today, connection);
  // One primary button: what the set-up waits for.
  const [missing] = state.verdict === 'missing' ? state.parts : [];
  return (
    <div className="with-side">
      <div className="evidence">
        <SettingsForm settings={status.settings} primary={missing !== undefined && missing !== 'identity'} />
        <CertificateCard identity={status.identity} primary={missing === 'identity'} />
        <OwnKeyCard identity={status.identity} />
        {status.practice && <PracticeCard practice={status.practice} />}
        <UpdateCard />
      </div>
      <aside className="side setup-side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        <SetupAnswer status={status} state={state} connection={connection} />
        <ConnectionCard status={status} test={test} result={connection} primary={missing === undefined} />
      </aside>
    </div>
  );
}
