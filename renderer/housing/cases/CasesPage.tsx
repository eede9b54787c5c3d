import { Heading, Loader, Table, Tag } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDate, formatInstant } from '../../../shared/dates.ts';
import type { CaseSummary } from '../../../shared/ipc/housingCalls.ts';
import { useText } from '../../app/SessionContext.tsx';
import { caseQueries } from '../../data/cases.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { nextStep } from '../caseProgress.ts';

export function CasesPage() {
  const { cases, app } = useText();
  const { data: list, error, refetch } = useQuery(caseQueries.list());
  usePageTitle(cases.title);
  return (
    <div className="page">
      <div className="page-head">
        <Heading level="1" size="medium">
          {cases.title}
        </Heading>
        {list && list.length > 0 && (
          <LinkButton to="/saker/ny" size="small">
            {app.nav.newCase}
          </LinkButton>
        )}
      </div>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!list && !error && <Loader title={app.words.loading} />}
      {list?.length === 0 && (
        <EmptyState title={cases.empty.title} explained={cases.empty.explained}>
          <LinkButton to="/saker/ny">{cases.empty.start}</LinkButton>
        </EmptyState>
      )}
      {list && list.length > 0 && <CaseTable list={list} />}
    </div>
  );
}

function CaseTable({ list }: { list: readonly CaseSummary[] }) {
  const { cases } = useText();
  const { columns } = cases;
  const newestFirst = list.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return (
    <div className="card scroll-x">
      <Table size="small" className="figures">
        <caption className="aksel-sr-only">{cases.caption}</caption>
        <Table.Header>
          <Table.Row>
            {(
              [
                'caseNumber',
                'purpose',
                'nextStep',
                'members',
                'decisionDate',
                'fetchedAt',
                'createdBy',
                'updatedAt',
              ] as const
            ).map((column) => (
              <Table.HeaderCell key={column} scope="col">
                {columns[column]}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {newestFirst.map((one) => (
            <CaseRow key={one.id} summary={one} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function CaseRow({ summary }: { summary: CaseSummary }) {
  const { cases } = useText();
  const step = nextStep(summary);
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <Link to="/sak/$caseId" params={{ caseId: summary.id }} className="row-link">
          {summary.caseNumber}
        </Link>
      </Table.HeaderCell>
      <Table.DataCell>{cases.purposes[summary.purpose]}</Table.DataCell>
      <Table.DataCell>
        <Tag
          size="xsmall"
          variant={step === 'done' ? 'outline' : 'moderate'}
          data-color={step === 'done' ? 'neutral' : 'info'}
        >
          {cases.nextSteps[step]}
        </Tag>
      </Table.DataCell>
      <Table.DataCell>{cases.members(summary.memberCount)}</Table.DataCell>
      <Table.DataCell>{formatDate(summary.decisionDate)}</Table.DataCell>
      <Table.DataCell>{summary.fetchedAt ? formatInstant(summary.fetchedAt) : cases.notFetched}</Table.DataCell>
      <Table.DataCell>{summary.createdBy}</Table.DataCell>
      <Table.DataCell>{formatInstant(summary.updatedAt)}</Table.DataCell>
    </Table.Row>
  );
}
