import { Heading, Loader, Table, Tag } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDate, formatInstant } from '../../../shared/dates.ts';
import type { DebtorSummary } from '../../../shared/ipc/collectionCalls.ts';
import { formatKroner } from '../../../shared/money.ts';
import { useText } from '../../app/SessionContext.tsx';
import { debtorQueries } from '../../data/debtors.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { nextStep } from '../debtorProgress.ts';

export function DebtorsPage() {
  const { collection, app } = useText();
  const { data: list, error, refetch } = useQuery(debtorQueries.list());
  usePageTitle(collection.title);
  return (
    <div className="page">
      <div className="page-head">
        <Heading level="1" size="medium">
          {collection.title}
        </Heading>
        {list && list.length > 0 && (
          <LinkButton to="/innkreving/ny" size="small">
            {app.nav.newCase}
          </LinkButton>
        )}
      </div>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!list && !error && <Loader title={app.words.loading} />}
      {list?.length === 0 && (
        <EmptyState title={collection.empty.title} explained={collection.empty.explained}>
          <LinkButton to="/innkreving/ny">{collection.empty.start}</LinkButton>
        </EmptyState>
      )}
      {list && list.length > 0 && <DebtorTable list={list} />}
    </div>
  );
}

const columns = [
  'caseNumber',
  'purpose',
  'nextStep',
  'claims',
  'total',
  'decisionDate',
  'fetchedAt',
  'updatedAt',
] as const;

function DebtorTable({ list }: { list: readonly DebtorSummary[] }) {
  const { collection } = useText();
  const newestFirst = list.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
  return (
    <div className="card scroll-x">
      <Table size="small" className="figures">
        <caption className="aksel-sr-only">{collection.caption}</caption>
        <Table.Header>
          <Table.Row>
            {columns.map((column) => (
              <Table.HeaderCell key={column} scope="col" {...(column === 'total' && { align: 'right' })}>
                {collection.columns[column]}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {newestFirst.map((one) => (
            <DebtorRow key={one.id} summary={one} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function DebtorRow({ summary }: { summary: DebtorSummary }) {
  const { collection } = useText();
  const { id, caseNumber, purpose, claimCount, total, decisionDate, fetchedAt, updatedAt } = summary;
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <Link to="/innkreving/sak/$caseId" params={{ caseId: id }} className="row-link">
          {caseNumber}
        </Link>
      </Table.HeaderCell>
      <Table.DataCell>{collection.purposes[purpose]}</Table.DataCell>
      <Table.DataCell>
        <Tag size="xsmall" variant="moderate" data-color="info">
          {collection.nextSteps[nextStep(summary)]}
        </Tag>
      </Table.DataCell>
      <Table.DataCell>{collection.claims(claimCount)}</Table.DataCell>
      <Table.DataCell className="number">{claimCount === 0 ? '' : formatKroner(total)}</Table.DataCell>
      <Table.DataCell>{formatDate(decisionDate)}</Table.DataCell>
      <Table.DataCell>{fetchedAt ? formatInstant(fetchedAt) : collection.notFetched}</Table.DataCell>
      <Table.DataCell>{formatInstant(updatedAt)}</Table.DataCell>
    </Table.Row>
  );
}
