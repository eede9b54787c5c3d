import { Heading, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Batch } from '../../shared/batch/batch.ts';
import { formatInstant } from '../../shared/dates.ts';
import type { RowView } from '../../shared/ipc/batchCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { batchQueries, useBatchProgress, useRemoveBatch } from '../data/batches.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { CasesDialog } from './CasesDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { countText } from './figures.ts';
import { MappingCard } from './MappingCard.tsx';
import { type RowCounts, RowTable } from './RowTable.tsx';
import { RunCard } from './RunCard.tsx';
import { StartPanel } from './StartPanel.tsx';
import { inOrder, ViewBar } from './ViewBar.tsx';
import './batch.css';

/** One list: its columns and what must be put right until it is started; then how far it has come, and what was found. */
export function BatchPage() {
  const { batchId = '' } = useParams({ strict: false });
  const { batch: words, app } = useText();
  const { data: batch, error, refetch } = useQuery(batchQueries.open(batchId));
  useBatchProgress(batchId);
  usePageTitle(words.title);
  return (
    <div className="page batch-page">
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!batch && !error && <Loader title={app.words.loading} />}
      {batch && <OpenBatch key={`${batch.id} ${batch.progress.status === 'draft'}`} batch={batch} />}
    </div>
  );
}

function OpenBatch({ batch }: { batch: Batch }) {
  const { batch: words } = useText();
  const started = batch.progress.status !== 'draft';
  const [view, setView] = useState<RowView>({
    show: !started && batch.counts.refused > 0 ? 'refused' : 'all',
    text: '',
    sort: inOrder,
  });
  const [counts, setCounts] = useState<RowCounts | null>(null);
  return (
    <>
      <div className="page-head batch-head">
        <div>
          <Heading level="1" size="medium">
            {batch.name ?? words.lists.pasted}
          </Heading>
          <p className="case-facts">
            <span>
              {words.lists.created} {formatInstant(batch.createdAt)}
            </span>
            <Counts batch={batch} />
          </p>
        </div>
        {batch.progress.status !== 'running' && <RemoveList batch={batch} />}
      </div>
      {started ? (
        <RunCard batch={batch} />
      ) : (
        <>
          <MappingCard batch={batch} />
          <StartPanel batch={batch} />
        </>
      )}
      <section className="card rows-card" aria-label={words.views.table}>
        <ViewBar batch={batch} view={view} total={counts?.total ?? null} onChange={setView}>
          {started && <CasesDialog batch={batch} view={view} count={counts?.withoutCase ?? 0} />}
          {started && <ExportDialog batch={batch} view={view} total={counts?.total ?? 0} />}
        </ViewBar>
        <RowTable batch={batch} view={view} onSort={(sort) => setView({ ...view, sort })} onCounts={setCounts} />
      </section>
    </>
  );
}

/** What was in the list; the parts add up. */
function Counts({ batch: { counts } }: { batch: Batch }) {
  const { batch: words } = useText();
  const { records, heading, blank, usable, refused } = counts;
  const parts = [
    heading > 0 && words.counts.heading,
    blank > 0 && words.counts.blank(countText(blank)),
    words.counts.usable(countText(usable)),
    words.counts.refused(countText(refused)),
  ].filter((part) => part !== false);
  return <span>{`${words.counts.records(countText(records))}: ${parts.join(', ')}`}</span>;
}

function RemoveList({ batch }: { batch: Batch }) {
  const { batch: words } = useText();
  const navigate = useNavigate();
  const remove = useRemoveBatch(batch.id);
  const here = useRef<HTMLDivElement>(null);
  return (
    <div ref={here} tabIndex={-1}>
      <ConfirmDialog
        trigger={words.remove.trigger}
        triggerVariant="tertiary"
        title={words.remove.title}
        consequences={words.remove.consequences}
        confirm={words.remove.confirm}
        destroys
        pending={remove.isPending}
        onConfirm={() => remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/innkreving/mange' }) })}
        returnFocusTo={here}
      />
      {remove.error && <ErrorNotice error={remove.error.error} />}
    </div>
  );
}
