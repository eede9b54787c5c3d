import { PadlockLockedIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Heading } from '@navikt/ds-react';
import { useUnlock } from '../data/session.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { useText } from './SessionContext.tsx';
import { WindowPage } from './WindowPage.tsx';

export function LockScreen() {
  const { app } = useText();
  const unlock = useUnlock();
  return (
    <WindowPage>
      <PadlockLockedIcon aria-hidden fontSize="2.5rem" />
      <Heading level="1" size="large">
        {app.locked.title}
      </Heading>
      <BodyShort>{app.locked.explained}</BodyShort>
      {unlock.error && <ErrorNotice error={unlock.error.error} />}
      <Button autoFocus loading={unlock.isPending} onClick={() => unlock.mutate()}>
        {app.locked.unlock}
      </Button>
    </WindowPage>
  );
}
