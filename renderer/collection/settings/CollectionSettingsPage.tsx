import { BodyShort, Heading, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { mayUse } from '../../../shared/access.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { collectionSetupQuery } from '../../data/collectionSetup.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { DecisionsForm } from './DecisionsForm.tsx';
import { LivsoppholdCard } from './LivsoppholdCard.tsx';
import '../../ui/case.css';
import '../collection.css';

/** The rates and choices the collection desk works by. The fagansvarlige changes them; the others read. */
export function CollectionSettingsPage() {
  const { collectionSettings: words, app } = useText();
  const { roles } = useSession();
  const { data: setup, error, refetch } = useQuery(collectionSetupQuery);
  const mayWrite = mayUse(roles, ['fagansvarlig']).allowed;
  usePageTitle(words.title);
  return (
    <div className="page">
      <Heading level="1" size="medium">
        {words.title}
      </Heading>
      <BodyShort className="page-intro">
        {words.intro} {!mayWrite && words.readOnly}
      </BodyShort>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!setup && !error && <Loader title={app.words.loading} />}
      {setup && (
        <div className="evidence">
          <LivsoppholdCard setup={setup} mayWrite={mayWrite} />
          <DecisionsForm setup={setup} mayWrite={mayWrite} />
        </div>
      )}
    </div>
  );
}
