import { BodyShort, Heading } from '@navikt/ds-react';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { useText } from './SessionContext.tsx';

export function CollectionPage() {
  const { app } = useText();
  usePageTitle(app.desks.collection);
  return (
    <div className="page">
      <Heading level="1" size="medium" spacing>
        {app.collectionLater.title}
      </Heading>
      <BodyShort>{app.collectionLater.explained}</BodyShort>
    </div>
  );
}
