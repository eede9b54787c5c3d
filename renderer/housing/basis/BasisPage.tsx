import { CheckmarkCircleIcon, ExclamationmarkTriangleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Heading, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Assessment } from '../../../shared/housing/assessment.ts';
import type { CaseFile } from '../../../shared/housing/caseFile.ts';
import { useText } from '../../app/SessionContext.tsx';
import { caseQueries, useCreateBasis } from '../../data/cases.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { OutcomeIcon } from '../../ui/OutcomeIcon.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ChosenByOfficer } from '../assessment/ChosenByOfficer.tsx';
import { useCaseFile } from '../CaseContext.tsx';
import { basisChecks } from './basisChecks.ts';
import { DocumentTable } from './DocumentTable.tsx';

export function BasisPage() {
  const { app, basis, cases } = useText();
  const caseFile = useCaseFile();
  const { data: assessment, error, refetch } = useQuery(caseQueries.assessment(caseFile));
  // Up here, because a made document is a new version of the case, and what stands below is read anew for it.
  const create = useCreateBasis(caseFile);
  usePageTitle(`${caseFile.caseNumber} · ${app.nav.basis}`);
  if (error) return <ErrorNotice error={error.error} onRetry={() => void refetch()} />;
  if (!assessment) return <Loader size="xlarge" title={app.words.loading} />;
  return (
    <div className="with-side">
      <div className="evidence">
        <Checks caseFile={caseFile} assessment={assessment} />
        <Card title={basis.contains.title}>
          <ul className="plain-list">
            {basis.contains.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
          <BodyShort size="small" className="subtle">
            {basis.contains.language(cases.languages[caseFile.language])} {basis.contains.archive}
          </BodyShort>
        </Card>
        <Card title={basis.documents.title}>
          {caseFile.documents.length === 0 ? (
            <BodyShort>{basis.documents.none}</BodyShort>
          ) : (
            <DocumentTable documents={caseFile.documents} />
          )}
        </Card>
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        <Create caseFile={caseFile} assessment={assessment} create={create} />
      </aside>
    </div>
  );
}

interface Props {
  readonly caseFile: CaseFile;
  readonly assessment: Assessment;
}

function Checks({ caseFile, assessment }: Props) {
  const { checks } = useText().basis;
  return (
    <Card title={checks.title}>
      <ul className="checks">
        {basisChecks(caseFile, assessment).map(({ check, ok, to }) => (
          <li key={check} data-ok={ok}>
            {ok ? <CheckmarkCircleIcon aria-hidden /> : <XMarkOctagonIcon aria-hidden />}
            <span>
              {checks[check]}: {ok ? checks.ok : checks.missing}
            </span>
            {!ok && to && (
              <Link to={to} params={{ caseId: caseFile.id }}>
                {checks.toFix(checks[check].toLowerCase())}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Create({ caseFile, assessment, create }: Props & { readonly create: ReturnType<typeof useCreateBasis> }) {
  const text = useText();
  const { assessment: words, basis } = text;
  const announce = useAnnounce();
  const ready = basisChecks(caseFile, assessment).every(({ ok }) => ok);
  const { concluded } = assessment;
  return (
    <section className="answer" data-outcome={concluded} aria-labelledby="answer-heading">
      <div className="answer-head">
        <OutcomeIcon outcome={concluded} />
        <Heading level="2" size="small" id="answer-heading">
          {words.outcomes[concluded]}
        </Heading>
      </div>
      <BodyShort size="small">{words.outcomeExplained[concluded]}</BodyShort>
      <ChosenByOfficer assessment={assessment} context={{ text, members: caseFile.members, assessment }} />
      <BodyShort weight="semibold">{ready ? basis.ready : basis.notReady}</BodyShort>
      {create.error && <ErrorNotice error={create.error.error} onRetry={() => create.mutate()} />}
      <Button
        size="small"
        disabled={!ready}
        loading={create.isPending}
        onClick={() =>
          create.mutate(undefined, {
            onSuccess: (made) => announce(made.state === 'saved' ? basis.saved(made.path) : basis.cancelled),
          })
        }
      >
        {basis.create}
      </Button>
      {create.data && (
        <BodyShort size="small" className="made">
          {create.data.state === 'saved' ? (
            <>
              <CheckmarkCircleIcon aria-hidden /> {basis.saved(create.data.path)}
            </>
          ) : (
            <>
              <ExclamationmarkTriangleIcon aria-hidden /> {basis.cancelled}
            </>
          )}
        </BodyShort>
      )}
    </section>
  );
}
