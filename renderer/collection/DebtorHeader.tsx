import { CheckmarkIcon, PencilIcon } from '@navikt/aksel-icons';
import { Button, Dialog, Heading, Tag } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate, formatInstant } from '../../shared/dates.ts';
import { formatKroner } from '../../shared/money.ts';
import { useText } from '../app/SessionContext.tsx';
import { client } from '../data/client.ts';
import { trekkQueries } from '../data/trekk.ts';
import { HoldToReveal } from '../ui/HoldToReveal.tsx';
import { DebtorDetailsForm } from './cases/DebtorDetailsForm.tsx';
import { caseSubject, groundsText, totalLeft } from './caseTitle.ts';
import { useDebtor } from './DebtorContext.tsx';
import { newestAnswer, stepRoutes, steps, stepsDone } from './debtorProgress.ts';
import { nextOfCase } from './trekk/nextOfCase.ts';
import { useAnalysis } from './useAnalysis.ts';

/** Who, how much, by what law, when fetched: one line under the title, the same on every step. */
export function DebtorHeader() {
  const text = useText();
  const { collection, app } = text;
  const { header } = collection;
  const debtor = useDebtor();
  const { data: analysis = null } = useAnalysis();
  const [revealed, setRevealed] = useState<string | null>(null);
  const { id, caseNumber, status, claims, decisionDate, legalGrounds, maskedId } = debtor;
  const fetchedAt = newestAnswer(debtor);
  const { data: followed } = useQuery(trekkQueries.ofCase(debtor));
  const sent = analysis && followed && nextOfCase(analysis, followed.trekk).step === 'sent';
  const done = stepsDone(debtor, analysis, followed?.trekk);
  return (
    <header className="case-header">
      <div className="case-title">
        <Heading level="1" size="small">
          {caseNumber} · {caseSubject(text, debtor)}
        </Heading>
        <Tag size="small" variant="outline" data-color="neutral">
          {sent ? text.trekk.words.sent : done.decision ? collection.ready : collection.statuses[status]}
        </Tag>
        <ChangeDetails />
      </div>
      <ul className="case-facts">
        <li className="debtor-number">
          {header.debtor} <span aria-live="polite">{revealed ?? maskedId}</span>
          <HoldToReveal
            label={header.reveal}
            reveal={async () => {
              const { nationalId } = await client['collection.reveal']({ caseId: id });
              return `${nationalId.slice(0, 6)} ${nationalId.slice(6)}`;
            }}
            onChange={setRevealed}
          />
        </li>
        <li>{claims.length === 0 ? header.noClaims : header.claims(claims.length, formatKroner(totalLeft(debtor)))}</li>
        <li>
          {header.legalGround}: {groundsText(text, legalGrounds)}
        </li>
        <li>
          {header.decisionDate} {formatDate(decisionDate)}
        </li>
        <li>{fetchedAt === null ? header.notFetched : header.fetched(formatInstant(fetchedAt))}</li>
      </ul>
      <nav className="case-tabs" aria-label={header.tabs}>
        {steps.map((step) => (
          <Link key={step} to={stepRoutes[step]} params={{ caseId: id }} activeProps={{ 'aria-current': 'step' }}>
            {done[step] && <CheckmarkIcon title={app.nav.done} className="tab-done" />}
            {collection.nav[step]}
          </Link>
        ))}
      </nav>
    </header>
  );
}

function ChangeDetails() {
  const { collection } = useText();
  const debtor = useDebtor();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button size="xsmall" variant="tertiary" icon={<PencilIcon aria-hidden />}>
          {collection.details.change}
        </Button>
      </Dialog.Trigger>
      <Dialog.Popup width="medium" closeOnOutsideClick={false}>
        <Dialog.Header>
          <Dialog.Title>{collection.details.editTitle}</Dialog.Title>
        </Dialog.Header>
        <Dialog.Body>
          <DebtorDetailsForm debtor={debtor} onSaved={() => setOpen(false)} />
        </Dialog.Body>
      </Dialog.Popup>
    </Dialog>
  );
}
