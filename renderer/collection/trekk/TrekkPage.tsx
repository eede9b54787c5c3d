import { ArrowLeftIcon } from '@navikt/aksel-icons';
import { Heading, Loader, LocalAlert } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Act, Trekk } from '../../../shared/utlegg/trekk.ts';
import { useText } from '../../app/SessionContext.tsx';
import { trekkQueries } from '../../data/trekk.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { useDebtor } from '../DebtorContext.tsx';
import { stepRoutes } from '../debtorProgress.ts';
import { ActForm } from './act/ActForm.tsx';
import { ReceivedPage } from './registered/ReceivedPage.tsx';
import { RegisteredPage } from './registered/RegisteredPage.tsx';
import { ReviewPage } from './review/ReviewPage.tsx';
import { ActStatus } from './state/ActStatus.tsx';
import { changedSince } from './trekkProgress.ts';
import { WordTag } from './WordTag.tsx';
import './trekk.css';

/** One trekk of our own: what is under way with it, or, when nothing is, what the authority holds. */
export function TrekkPage() {
  const { trekkId = '' } = useParams({ strict: false });
  const { app, collection } = useText();
  const { caseNumber } = useDebtor();
  const { data: trekk, error, refetch } = useQuery(trekkQueries.open(trekkId));
  usePageTitle(`${caseNumber} · ${collection.nav.registration}`);
  if (error) return <ErrorNotice error={error.error} onRetry={() => void refetch()} />;
  if (!trekk) return <Loader size="xlarge" title={app.words.loading} />;
  return (
    <div className="trekk-page">
      <TrekkHead trekk={trekk} />
      {trekk.act ? <OpenAct key={trekk.act.id} trekk={trekk} act={trekk.act} /> : <Settled trekk={trekk} />}
    </div>
  );
}

function TrekkHead({ trekk }: { trekk: Trekk }) {
  const { trekk: words } = useText();
  const { act, rules } = trekk;
  return (
    <div className="trekk-head">
      <Link to={stepRoutes.registration} params={{ caseId: trekk.caseId }} className="back-link">
        <ArrowLeftIcon aria-hidden /> {words.allInCase}
      </Link>
      <Heading level="2" size="small">
        {act ? words.actTitles[act.what.kind] : words.rulesTitles[rules]}
      </Heading>
      <WordTag act={act} />
    </div>
  );
}

function OpenAct({ trekk, act }: { trekk: Trekk; act: Act }) {
  const [editing, setEditing] = useState(false);
  const [focus, setFocus] = useState<string | null>(null);
  if (act.state === 'kontrollert' && !editing) {
    return <ReviewPage trekk={trekk} act={act} onEdit={() => setEditing(true)} />;
  }
  if (act.state === 'utkast' || act.state === 'kontrollert') {
    return (
      <>
        {changedSince(trekk) && <ChangedSince trekk={trekk} />}
        <ActForm trekk={trekk} act={act} focus={focus} onChecked={() => setEditing(false)} />
      </>
    );
  }
  return <ActStatus trekk={trekk} act={act} onToField={setFocus} />;
}

function Settled({ trekk }: { trekk: Trekk }) {
  if (trekk.registered) return <RegisteredPage trekk={trekk} registered={trekk.registered} />;
  return trekk.received && <ReceivedPage trekk={trekk} received={trekk.received} />;
}

/** Somebody registered something after our lookup: nothing was sent, and the coordination must be done again. */
function ChangedSince({ trekk }: { trekk: Trekk }) {
  const { changedSince: words } = useText().trekk;
  return (
    <LocalAlert status="warning" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="div">{words.title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p>{trekk.registered ? words.explainedRegistered : words.explained}</p>
        {!trekk.registered && (
          <LinkButton to={stepRoutes.information} params={{ caseId: trekk.caseId }} variant="secondary">
            {words.toInformation}
          </LinkButton>
        )}
      </LocalAlert.Content>
    </LocalAlert>
  );
}
