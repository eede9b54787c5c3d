import { BodyShort, Button, Heading, Loader, Search } from '@navikt/ds-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { IsoDate } from '../../shared/dates.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { journalQuery } from '../data/journal.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { DateField, dateIn } from '../ui/DateField.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { JournalTable } from './JournalTable.tsx';
import { seesAll } from './journalWords.ts';
import './journal.css';

/** Between the last key and the question: the journal is searched, not filtered here. */
const WAIT_MS = 300;

export function JournalPage() {
  const { app, journal } = useText();
  const { roles } = useSession();
  const announce = useAnnounce();
  const [text, setText] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const asked = useDelayed(text.trim());
  const period = { from: dateIn(from), to: dateIn(to) };
  const mistakes = periodMistakes(from, to, period);
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(
    journalQuery({ text: asked, ...(mistakes.order ? { from: null, to: null } : period) }),
  );
  usePageTitle(app.nav.journal);

  const rows = unique(data?.pages.flatMap((page) => page.rows) ?? []);
  const total = data?.pages.at(-1)?.total ?? 0;
  const filtered = text !== '' || from !== '' || to !== '';
  useEffect(() => {
    if (filtered && !isFetching) announce(journal.shown(rows.length, total));
  }, [filtered, isFetching, rows.length, total, journal, announce]);

  return (
    <div className="page">
      <Heading level="1" size="medium">
        {app.nav.journal}
      </Heading>
      <BodyShort className="page-intro">{seesAll(roles) ? journal.introAll : journal.introOwn}</BodyShort>
      <search className="journal-filter card" aria-label={journal.filter.title}>
        <Search
          size="small"
          variant="simple"
          label={journal.filter.text}
          description={journal.filter.textHint}
          hideLabel={false}
          maxLength={100}
          autoComplete="off"
          value={text}
          onChange={setText}
          className="journal-search"
        />
        <DateField
          label={journal.filter.from}
          description={app.words.dateHint}
          value={from}
          onChange={setFrom}
          error={mistakes.from && journal.filter.wrongDate}
        />
        <DateField
          label={journal.filter.to}
          description={app.words.dateHint}
          value={to}
          onChange={setTo}
          error={mistakes.order ? journal.filter.wrongOrder : mistakes.to && journal.filter.wrongDate}
        />
        <div className="form-buttons">
          <Button type="button" size="small" variant="secondary" loading={isFetching} onClick={() => void refetch()}>
            {journal.filter.refresh}
          </Button>
          {filtered && (
            <Button
              type="button"
              size="small"
              variant="tertiary"
              onClick={() => {
                setText('');
                setFrom('');
                setTo('');
              }}
            >
              {journal.filter.reset}
            </Button>
          )}
        </div>
      </search>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!data && !error && <Loader title={app.words.loading} />}
      {data && rows.length === 0 && <EmptyState {...(filtered ? journal.nothingFits : journal.empty)} />}
      {rows.length > 0 && (
        <>
          <BodyShort size="small" className="subtle journal-count">
            {journal.shown(rows.length, total)}
          </BodyShort>
          <JournalTable rows={rows} />
          {hasNextPage && (
            <Button
              className="journal-more"
              size="small"
              variant="secondary"
              loading={isFetching}
              onClick={() => void fetchNextPage()}
            >
              {journal.more}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

/** What was typed, once the typing has paused. */
function useDelayed(value: string): string {
  const [delayed, setDelayed] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setDelayed(value), WAIT_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  return delayed;
}

/** Rows written since the first page was read push the others along, so that one may come twice. */
const unique = <T extends { readonly id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];

/** A date that is still being typed is no mistake: only one that is long enough to be whole. */
function periodMistakes(
  from: string,
  to: string,
  read: { readonly from: IsoDate | null; readonly to: IsoDate | null },
) {
  const whole = (typed: string) => typed.length >= 8;
  return {
    from: read.from === null && whole(from),
    to: read.to === null && whole(to),
    order: read.from !== null && read.to !== null && read.from > read.to,
  };
}
