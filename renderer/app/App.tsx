import { Heading, Loader, Provider, Theme } from '@navikt/ds-react';
import { nb, nn } from '@navikt/ds-react/locales';
import { useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Session } from '../../shared/session.ts';
import { textIn } from '../../shared/text/text.ts';
import { sessionQuery, useSessionEvents } from '../data/session.ts';
import { Announcer } from '../ui/Announcer.tsx';
import { BlockedPage } from './BlockedPage.tsx';
import { LockScreen } from './LockScreen.tsx';
import { NoRolePage } from './NoRolePage.tsx';
import { PersonaPage } from './PersonaPage.tsx';
import { makeRouter } from './router.tsx';
import { SessionContext } from './SessionContext.tsx';
import { WindowPage } from './WindowPage.tsx';

/** The whole window. The state of the session decides what there is to see. */
export function App() {
  useSessionEvents();
  const { data: session, error } = useQuery(sessionQuery);
  if (error) return <BlockedPage error={error.error} text={textIn('nb')} />;
  if (!session) return <Starting />;
  return <InSession session={session} />;
}

/** Until the main process has answered there is no language to speak. */
function Starting() {
  const { app } = textIn('nb');
  return (
    <WindowPage>
      <Heading level="1" size="large">
        {app.name}
      </Heading>
      <Loader size="large" title={app.words.loading} />
    </WindowPage>
  );
}

function InSession({ session }: { session: Session }) {
  useEffect(() => {
    document.documentElement.lang = session.language;
  }, [session.language]);
  return (
    <Provider locale={session.language === 'nn' ? nn : nb}>
      <Theme theme="light" hasBackground={false}>
        <SessionContext value={session}>
          <Announcer>
            <Screen session={session} />
          </Announcer>
        </SessionContext>
      </Theme>
    </Provider>
  );
}

function Screen({ session }: { session: Session }) {
  const { state, blockedBy, environment, persona, language } = session;
  if (state === 'blocked' && blockedBy) return <BlockedPage error={blockedBy} text={textIn(language)} />;
  if (environment === 'training' && persona === null) return <PersonaPage />;
  if (state === 'locked') return <LockScreen />;
  if (state === 'noRole') return <NoRolePage />;
  // Another person starts on their own first page.
  return <Routes key={`${persona}:${session.roles.join()}`} session={session} />;
}

function Routes({ session }: { session: Session }) {
  // Made once: the session is read again when the language changes, and one must stay where one is.
  const [router] = useState(() => makeRouter(session.roles));
  return <RouterProvider router={router} />;
}
