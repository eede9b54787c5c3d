import { LocalAlert } from '@navikt/ds-react';
import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '../../shared/dates.ts';
import { useTrekkEvents } from '../data/trekk.ts';
import { Rail } from './Rail.tsx';
import { useSession, useText } from './SessionContext.tsx';
import { TopBar } from './TopBar.tsx';
import { useAreaKeys } from './useAreaKeys.ts';
import { useKeptFocus } from './useKeptFocus.ts';
import './shell.css';

/** Top bar, rail and the page in between; the same on every screen. */
export function Shell() {
  const text = useText();
  const [menuOpen, setMenuOpen] = useState(false);
  useAreaKeys();
  useKeptFocus();
  useTrekkEvents();
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {text.app.skipToContent}
      </a>
      <TopBar menuOpen={menuOpen} onMenu={() => setMenuOpen(!menuOpen)} />
      <Rail open={menuOpen} onClose={() => setMenuOpen(false)} />
      <main id="content" className="content" data-area tabIndex={-1} aria-label={text.app.content}>
        <Notices />
        <Outlet />
      </main>
    </div>
  );
}

/** What everyone must know whatever they are doing. */
function Notices() {
  const { app } = useText();
  const { storeSetAside, certificateExpiry, identityReady } = useSession();
  const expires = certificateExpiry && certificateExpiry.notice !== 'none' ? certificateExpiry : null;
  return (
    <>
      {storeSetAside && <Notice status="error">{app.storeSetAside(storeSetAside)}</Notice>}
      {expires?.notice === 'expired' && (
        <Notice status="error">{app.certificateExpiry.expired(formatDate(expires.validTo))}</Notice>
      )}
      {expires && expires.notice !== 'expired' && (
        <Notice status="warning">{app.certificateExpiry.soon(formatDate(expires.validTo))}</Notice>
      )}
      {!identityReady && <Notice status="warning">{app.identityMissing}</Notice>}
    </>
  );
}

function Notice({ status, children }: { status: 'warning' | 'error'; children: string }) {
  return (
    <LocalAlert status={status} size="small" className="shell-notice">
      <LocalAlert.Header>
        <LocalAlert.Title as="div">{children}</LocalAlert.Title>
      </LocalAlert.Header>
    </LocalAlert>
  );
}
