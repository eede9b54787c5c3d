import { BodyShort, Heading } from '@navikt/ds-react';
import { useSession, useText } from './SessionContext.tsx';
import { WindowPage } from './WindowPage.tsx';

export function NoRolePage() {
  const { app } = useText();
  const { userName } = useSession();
  return (
    <WindowPage>
      <Heading level="1" size="large">
        {app.noRole.title}
      </Heading>
      <BodyShort>{app.noRole.explained(userName)}</BodyShort>
      <BodyShort>{app.noRole.next}</BodyShort>
    </WindowPage>
  );
}
