import { Heading, Loader, Search, ToggleGroup } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../../app/SessionContext.tsx';
import { trekkQueries } from '../../../data/trekk.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { usePageTitle } from '../../../ui/usePageTitle.ts';
import { TrekkTable } from './TrekkTable.tsx';
import { inView, matching, type Sort, sorted, type TrekkView, trekkViews } from './trekkList.ts';
import '../trekk.css';

/** Every trekk of ours that is followed: mine, the desk's, and what needs someone, each with its next step. */
export function TrekkListPage() {
  const { app, trekk } = useText();
  const { list: words } = trekk;
  const { data: list, error, refetch } = useQuery(trekkQueries.list());
  const [view, setView] = useState<TrekkView>('attention');
  const [searched, setSearched] = useState('');
  const [sort, setSort] = useState<Sort>({ column: 'updatedAt', descending: true });
  usePageTitle(words.title);
  const shown = list ? sorted(matching(inView(list, view), searched), sort) : [];
  return (
    <div className="page">
      <div className="page-head">
        <Heading level="1" size="medium">
          {words.title}
        </Heading>
      </div>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!list && !error && <Loader title={app.words.loading} />}
      {list?.length === 0 && (
        <EmptyState title={words.empty.title} explained={words.empty.explained}>
          <LinkButton to="/innkreving">{words.empty.start}</LinkButton>
        </EmptyState>
      )}
      {list && list.length > 0 && (
        <>
          <div className="view-bar">
            <ToggleGroup
              size="small"
              value={view}
              onChange={(chosen) => setView(trekkViews.find((one) => one === chosen) ?? view)}
              aria-label={words.views.label}
            >
              {trekkViews.map((one) => (
                <ToggleGroup.Item key={one} value={one} label={`${words.views[one]} (${inView(list, one).length})`} />
              ))}
            </ToggleGroup>
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
            <span className="subtle nowrap" role="status">
              {words.shown(shown.length)}
            </span>
          </div>
          {shown.length === 0 ? (
            <p className="card">{searched.trim() === '' ? words.noneIn[view] : words.noneFound}</p>
          ) : (
            <TrekkTable list={shown} sort={sort} onSort={setSort} />
          )}
        </>
      )}
    </div>
  );
}
