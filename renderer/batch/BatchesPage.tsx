import { BodyShort, Heading, Loader, Table } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../shared/dates.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { useText } from '../app/SessionContext.tsx';
import { batchQueries } from '../data/batches.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { countText } from './figures.ts';
import { ImportCard } from './ImportCard.tsx';
import './batch.css';

/** «Mange skyldnere»: where lists are read in, and the ones that have been. */
export function BatchesPage() {
  const { batch, app } = useText();
  const { data: lists, error, refetch } = useQuery(batchQueries.list());
  usePageTitle(batch.title);
  return (
    <div className="page">
      <Heading level="1" size="medium">
        {batch.title}
      </Heading>
      <BodyShort className="page-intro">{batch.intro}</BodyShort>
      <div className="batch-start">
        <ImportCard />
        <div>
          {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
          {!lists && !error && <Loader title={app.words.loading} />}
          {lists?.length === 0 && <EmptyState title={batch.lists.none.title} explained={batch.lists.none.explained} />}
          {lists && lists.length > 0 && <ListTable lists={lists} />}
        </div>
      </div>
    </div>
  );
}

type Lists = CallOutput<'batch.list'>;

function ListTable({ lists }: { lists: Lists }) {
  const { batch } = useText();
  const { lists: words } = batch;
  return (
    <div className="card scroll-x">
      <Table size="small" className="figures">
        <caption className="aksel-sr-only">{words.caption}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words.name}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words.status}</Table.HeaderCell>
            <Table.HeaderCell scope="col" align="right">
              {words.rows}
            </Table.HeaderCell>
            <Table.HeaderCell scope="col">{words.created}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words.by}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lists.map((list) => (
            <ListRow key={list.id} list={list} />
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

function ListRow({ list: { id, name, createdAt, createdBy, counts, progress } }: { list: Lists[number] }) {
  const { batch } = useText();
  const { status, done, total } = progress;
  const underway = status !== 'draft' && status !== 'done';
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        <Link to="/innkreving/mange/$batchId" params={{ batchId: id }} className="row-link">
          {name ?? batch.lists.pasted}
        </Link>
      </Table.HeaderCell>
      <Table.DataCell>
        {batch.statuses[status]}
        {underway && <div className="subtle">{batch.lists.progress(countText(done), countText(total))}</div>}
      </Table.DataCell>
      <Table.DataCell className="number">{countText(counts.usable + counts.refused)}</Table.DataCell>
      <Table.DataCell>{formatInstant(createdAt)}</Table.DataCell>
      <Table.DataCell>{createdBy}</Table.DataCell>
    </Table.Row>
  );
}
