import { CheckmarkIcon, PencilIcon } from '@navikt/aksel-icons';
import { Button, Dialog, Heading, Tag } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate, formatInstant } from '../../shared/dates.ts';
import type { CaseFile } from '../../shared/housing/caseFile.ts';
import { useText } from '../app/SessionContext.tsx';
import { newestFetch, type Step, stepRoutes, stepsDone } from './caseProgress.ts';
import { CaseDetailsForm } from './cases/CaseDetailsForm.tsx';

/** Who, what, law, when fetched, målform: one line under the title, the same on every step. */
export function CaseHeader({ caseFile }: { caseFile: CaseFile }) {
  const { cases, app } = useText();
  const { id, caseNumber, purpose, status, members, decisionDate, legalGround, language } = caseFile;
  const children = members.filter(({ role }) => role.startsWith('barn')).length;
  const fetchedAt = newestFetch(caseFile);
  const done = stepsDone(caseFile);
  const steps: readonly Step[] = ['household', 'information', 'assessment', 'basis'];
  return (
    <header className="case-header">
      <div className="case-title">
        <Heading level="1" size="small">
          {caseNumber} · {cases.purposes[purpose]}
        </Heading>
        <Tag size="small" variant="outline" data-color="neutral">
          {cases.statuses[status]}
        </Tag>
        <ChangeDetails caseFile={caseFile} />
      </div>
      <ul className="case-facts">
        <li>
          {cases.header.householdLabel}:{' '}
          {members.length === 0
            ? cases.header.householdMissing
            : cases.header.household(members.length - children, children)}
        </li>
        <li>
          {cases.header.decisionDate} {formatDate(decisionDate)}
        </li>
        <li>
          {cases.header.legalGround}: {cases.legalGrounds[legalGround]}
        </li>
        <li>
          {cases.header.language}: {cases.languages[language]}
        </li>
        <li>{fetchedAt === null ? cases.header.notFetched : cases.header.fetched(formatInstant(fetchedAt))}</li>
      </ul>
      <nav className="case-tabs" aria-label={cases.header.tabs}>
        {steps.map((step) => (
          <Link key={step} to={stepRoutes[step]} params={{ caseId: id }} activeProps={{ 'aria-current': 'step' }}>
            {done[step] && <CheckmarkIcon title={app.nav.done} className="tab-done" />}
            {app.nav[step]}
          </Link>
        ))}
      </nav>
    </header>
  );
}

function ChangeDetails({ caseFile }: { caseFile: CaseFile }) {
  const { cases } = useText();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <Dialog.Trigger>
        <Button size="xsmall" variant="tertiary" icon={<PencilIcon aria-hidden />}>
          {cases.details.change}
        </Button>
      </Dialog.Trigger>
      <Dialog.Popup width="medium" closeOnOutsideClick={false}>
        <Dialog.Header>
          <Dialog.Title>{cases.details.editTitle}</Dialog.Title>
        </Dialog.Header>
        <Dialog.Body>
          <CaseDetailsForm caseFile={caseFile} onSaved={() => setOpen(false)} />
        </Dialog.Body>
      </Dialog.Popup>
    </Dialog>
  );
}
