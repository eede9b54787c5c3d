import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { mayUse, type Role } from '../../shared/access.ts';
import { stepRoutes, steps } from '../collection/debtorProgress.ts';
import { caseQueries } from '../data/cases.ts';
import { debtorQueries } from '../data/debtors.ts';
import { trekkQueries } from '../data/trekk.ts';
import { useSession, useText } from './SessionContext.tsx';
import { UpdateNotice } from './UpdateNotice.tsx';

export function Rail({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { app, batch, collection, trekk } = useText();
  const { roles } = useSession();
  const { caseId } = useParams({ strict: false });
  const may = (...needed: Role[]) => mayUse(roles, needed).allowed;
  return (
    // Closes itself after a choice in small windows, where it lies over the page.
    <nav
      id="rail"
      className="rail"
      data-area
      data-open={open}
      tabIndex={-1}
      aria-label={app.rail}
      onClick={onClose}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      {may('housing') && (
        <ul>
          <RailLink to="/saker" exact count={<CaseCount />}>
            {app.nav.cases}
          </RailLink>
          <RailLink to="/saker/ny">{app.nav.newCase}</RailLink>
        </ul>
      )}
      {may('housing') && caseId !== undefined && (
        <Section title={app.nav.thisCase}>
          <RailLink to="/sak/$caseId/husstand" params={{ caseId }}>
            {app.nav.household}
          </RailLink>
          <RailLink to="/sak/$caseId/opplysninger" params={{ caseId }}>
            {app.nav.information}
          </RailLink>
          <RailLink to="/sak/$caseId/vurdering" params={{ caseId }}>
            {app.nav.assessment}
          </RailLink>
          <RailLink to="/sak/$caseId/vedtaksgrunnlag" params={{ caseId }}>
            {app.nav.basis}
          </RailLink>
          <RailLink to="/sak/$caseId/historikk" params={{ caseId }}>
            {app.nav.history}
          </RailLink>
        </Section>
      )}
      {may('collection') && (
        <ul>
          <RailLink to="/innkreving" exact count={<DebtorCount />}>
            {collection.title}
          </RailLink>
          <RailLink to="/innkreving/ny">{app.nav.newCase}</RailLink>
          <RailLink to="/innkreving/mange">{batch.title}</RailLink>
          <RailLink to="/innkreving/trekk" count={<TrekkCount />}>
            {trekk.list.title}
          </RailLink>
          <RailLink to="/innkreving/flyttedagen">{trekk.moving.title}</RailLink>
        </ul>
      )}
      {may('collection') && caseId !== undefined && (
        <Section title={app.nav.thisCase}>
          {steps.map((step) => (
            <RailLink key={step} to={stepRoutes[step]} params={{ caseId }}>
              {collection.nav[step]}
            </RailLink>
          ))}
          <RailLink to="/innkreving/sak/$caseId/historikk" params={{ caseId }}>
            {app.nav.history}
          </RailLink>
        </Section>
      )}
      <Section title={app.nav.municipality}>
        {may('housing', 'fagansvarlig', 'it') && <RailLink to="/regler">{app.nav.rules}</RailLink>}
        {may('collection', 'fagansvarlig', 'it') && (
          <RailLink to="/innkreving/satser">{collection.nav.settings}</RailLink>
        )}
        <RailLink to="/logg">{app.nav.journal}</RailLink>
        {may('it') && <RailLink to="/oppsett">{app.nav.setup}</RailLink>}
      </Section>
      <UpdateNotice />
    </nav>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </>
  );
}

interface RailLinkProps {
  readonly to: NonNullable<LinkProps['to']>;
  readonly params?: { readonly caseId: string };
  readonly exact?: boolean;
  readonly count?: ReactNode;
  readonly children: string;
}

function RailLink({ to, params = { caseId: '' }, exact = false, count, children }: RailLinkProps) {
  return (
    <li>
      <Link to={to} params={params} activeOptions={{ exact }} activeProps={{ 'aria-current': 'page' }}>
        {children}
        {count}
      </Link>
    </li>
  );
}

function CaseCount() {
  const { data } = useQuery(caseQueries.list());
  return data && data.length > 0 ? <span className="rail-count">{data.length}</span> : null;
}

/** How many trekk need someone. */
function TrekkCount() {
  const { trekk } = useText();
  const { data = [] } = useQuery(trekkQueries.list());
  const count = data.filter(({ attention }) => attention.length > 0).length;
  return count > 0 ? (
    <span className="rail-count">
      {count}
      <span className="aksel-sr-only"> {trekk.list.needCount}</span>
    </span>
  ) : null;
}

function DebtorCount() {
  const { data } = useQuery(debtorQueries.list());
  return data && data.length > 0 ? <span className="rail-count">{data.length}</span> : null;
}
