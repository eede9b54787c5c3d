import { BodyShort, Button } from '@navikt/ds-react';
import { debtorSources } from '../../../shared/garnishment/debtorLookup.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { FetchRunning } from '../../ui/FetchRunning.tsx';
import { useDebtor } from '../DebtorContext.tsx';
import { useFetching } from './FetchContext.tsx';

/** The one press that fetches everything, and how far it has come. */
export function FetchPanel() {
  const { debtorInformation } = useText();
  const { fetch, sources, sourcesFrom } = debtorInformation;
  const { identityReady } = useSession();
  const { lookups } = useDebtor();
  const { running, progress, problem, start, cancel } = useFetching();
  if (running) {
    const { done = 0, total = 0, items = [] } = progress ?? {};
    const questions = items.map(({ source, year, state }) => ({ label: `${sources[source]} ${year ?? ''}`, state }));
    return <FetchRunning done={done} total={total} items={questions} onCancel={cancel} />;
  }
  return (
    <Card title={fetch.title}>
      <ul className="fetch-sources">
        {debtorSources.map((source) => (
          <li key={source}>
            {sources[source]} <span className="subtle">{sourcesFrom[source]}</span>
          </li>
        ))}
      </ul>
      {problem && <ErrorNotice error={problem.error} />}
      <Button
        size="small"
        variant={lookups.length === 0 ? 'primary' : 'secondary'}
        disabled={!identityReady}
        onClick={() => start(null)}
      >
        {lookups.length === 0 ? fetch.start : fetch.startAgain}
      </Button>
      <BodyShort size="small" className="subtle">
        {fetch.explained}
      </BodyShort>
    </Card>
  );
}
