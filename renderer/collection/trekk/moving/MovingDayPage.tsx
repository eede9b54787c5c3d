import { DownloadIcon } from '@navikt/aksel-icons';
import { Button, Heading, Loader, Search, Select } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type MovingRow, movingNeeds } from '../../../../shared/utlegg/movingDay.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { trekkQueries, useExportMovingDay } from '../../../data/trekk.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { GuidedBatch } from './GuidedBatch.tsx';
import { MovingTable } from './MovingTable.tsx';
import { type MovingNeed, mayChoose, shownRows } from './movingRows.ts';
import '../trekk.css';

/** What each of our own running trekk under the old rules needs before 1 January 2027, and until 2028. */
export function MovingDayPage() {
  const { app, trekk } = useText();
  const { moving: words } = trekk;
  const { data: rows, error, refetch } = useQuery(trekkQueries.movingDay());
  const [batch, setBatch] = useState<readonly MovingRow[] | null>(null);
  usePageTitle(words.title);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <Heading level="1" size="medium">
            {words.title}
          </Heading>
          <p className="subtle">{words.intro}</p>
        </div>
      </div>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!rows && !error && <Loader title={app.words.loading} />}
      {rows?.length === 0 && (
        <EmptyState title={words.empty.title} explained={words.empty.explained}>
          <LinkButton to="/innkreving">{words.empty.start}</LinkButton>
        </EmptyState>
      )}
      {batch ? (
        <GuidedBatch rows={batch} onClose={() => setBatch(null)} />
      ) : (
        rows && rows.length > 0 && <WorkList rows={rows} onBatch={setBatch} />
      )}
    </div>
  );
}

function WorkList({ rows, onBatch }: { rows: readonly MovingRow[]; onBatch: (chosen: readonly MovingRow[]) => void }) {
  const { moving: words } = useText().trekk;
  const save = useExportMovingDay();
  const [need, setNeed] = useState<MovingNeed | null>(null);
  const [searched, setSearched] = useState('');
  const [ids, setIds] = useState<readonly string[]>([]);
  const shown = shownRows(rows, need, searched);
  const chosen = rows.filter(({ trekkId }) => ids.includes(trekkId));
  const exported = save.data?.fileName ?? null;
  const countOf = (one: MovingNeed) => rows.filter((row) => row.need === one).length;
  const [first] = chosen;
  return (
    <>
      <div className="view-bar">
        <Select
          label={words.filter}
          hideLabel
          size="small"
          value={need ?? ''}
          onChange={({ target }) => {
            setNeed(movingNeeds.find((one) => one === target.value) ?? null);
            setIds([]);
          }}
        >
          <option value="">{words.all(rows.length)}</option>
          {movingNeeds.map((one) => (
            <option key={one} value={one}>
              {`${words.needs[one]} (${countOf(one)})`}
            </option>
          ))}
        </Select>
        <Search
          label={words.search}
          hideLabel
          size="small"
          variant="simple"
          placeholder={words.search}
          autoComplete="off"
          value={searched}
          onChange={setSearched}
        />
        <span className="subtle" role="status">
          {exported === null ? words.shown(shown.length) : words.exported(exported)}
        </span>
        <div className="view-actions">
          <Button
            type="button"
            size="small"
            variant="secondary"
            icon={<DownloadIcon aria-hidden />}
            loading={save.isPending}
            disabled={shown.length === 0}
            onClick={() => save.mutate((chosen.length > 0 ? chosen : shown).map(({ trekkId }) => trekkId))}
          >
            {chosen.length > 0 ? words.exportChosen(chosen.length) : words.export}
          </Button>
          <Button type="button" size="small" disabled={first === undefined} onClick={() => onBatch(chosen)}>
            {first ? words.begin(words.needs[first.need].toLowerCase(), chosen.length) : words.chooseFirst}
          </Button>
        </div>
      </div>
      {save.error && <ErrorNotice error={save.error.error} />}
      {shown.length === 0 ? (
        <p className="card">{words.none}</p>
      ) : (
        <MovingTable
          rows={shown}
          chosen={chosen}
          onChoose={(row, take) => setIds(take ? [...ids, row.trekkId] : ids.filter((id) => id !== row.trekkId))}
          onChooseAll={(take) => {
            const same = shown.filter((row) =>
              mayChoose(row, first ? [first] : shown.filter((one) => mayChoose(one, [])).slice(0, 1)),
            );
            setIds(take ? same.map(({ trekkId }) => trekkId) : []);
          }}
        />
      )}
    </>
  );
}
