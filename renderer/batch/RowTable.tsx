import { useQueries } from '@tanstack/react-query';
import { type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Batch, BatchRow } from '../../shared/batch/batch.ts';
import type { SortColumn } from '../../shared/batch/view.ts';
import type { RowView } from '../../shared/ipc/batchCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { batchQueries, PAGE_ROWS } from '../data/batches.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { RowCells } from './RowCells.tsx';
import { layoutOf, type RowColumn, rowLayouts } from './rowColumns.ts';
import { pagesOf, rowWindow } from './rowWindow.ts';

export interface RowCounts {
  readonly total: number;
  readonly withoutCase: number;
}

interface Props {
  readonly batch: Batch;
  readonly view: RowView;
  readonly onSort: (sort: RowView['sort']) => void;
  /** How many rows the view has, and how many of them a case can be made of. */
  readonly onCounts: (counts: RowCounts) => void;
}

/** The rows of a view. However many they are, only those near the ones that can be seen are fetched and in the document. */
export function RowTable({ batch, view, onSort, onCounts }: Props) {
  const { batch: words } = useText();
  const area = useRef<HTMLElement>(null);
  const [place, setPlace] = useState({ top: 0, height: 600 });
  const [total, setTotal] = useState<number | null>(null);
  const layout = layoutOf(batch, view);
  const { columns, rowHeight } = rowLayouts[layout];

  // Another view is another list: one begins at its top.
  const list = JSON.stringify([view.show, view.text]);
  const shownList = useRef(list);
  useLayoutEffect(() => {
    if (shownList.current === list) return;
    shownList.current = list;
    setTotal(null);
    area.current?.scrollTo({ top: 0 });
  }, [list]);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    const measure = () => setPlace({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const seen = rowWindow(place.top, place.height, rowHeight, total ?? PAGE_ROWS);
  const pages = useQueries({
    queries: pagesOf(seen, PAGE_ROWS).map((page) => batchQueries.rows(batch.id, view, page)),
  });
  const known = pages.find(({ data }) => data)?.data;
  const { total: knownTotal, withoutCase } = known ?? {};
  useEffect(() => {
    if (knownTotal === undefined || withoutCase === undefined) return;
    setTotal(knownTotal);
    onCounts({ total: knownTotal, withoutCase });
  }, [knownTotal, withoutCase, onCounts]);

  // A row that has been put right leaves the list with the field one was in: the next row has then come to its place, and gets the focus.
  const body = useRef<HTMLTableSectionElement>(null);
  const focusedIndex = useRef<string | null>(null);
  const noteFocus = (target: HTMLElement) => {
    focusedIndex.current = target.closest('tr')?.getAttribute('aria-rowindex') ?? null;
  };
  const forgetFocus = (target: HTMLElement) => {
    // One that has gone with its row was not left by the user.
    if (target.isConnected) focusedIndex.current = null;
  };
  useEffect(() => {
    if (document.activeElement !== document.body || focusedIndex.current === null) return;
    const field = `[aria-rowindex="${focusedIndex.current}"] :is(input, select, button)`;
    focusedIndex.current = null;
    (body.current?.querySelector<HTMLElement>(field) ?? area.current)?.focus();
  });

  const problem = pages.find(({ error }) => error)?.error;
  if (problem) return <ErrorNotice error={problem.error} onRetry={() => void pages.map(({ refetch }) => refetch())} />;

  const firstPage = Math.floor(seen.first / PAGE_ROWS);
  const rowAt = (index: number): BatchRow | undefined =>
    pages[Math.floor(index / PAGE_ROWS) - firstPage]?.data?.rows[index % PAGE_ROWS];
  const count = total ?? 0;
  const last = Math.min(seen.last, count - 1);
  const indexes = Array.from({ length: Math.max(0, last - seen.first + 1) }, (_, offset) => seen.first + offset);
  return (
    <section
      ref={area}
      className="row-scroll"
      aria-label={words.views.scroll}
      {...{ tabIndex: 0 }}
      onScroll={({ currentTarget }: UIEvent<HTMLElement>) =>
        setPlace({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
      }
    >
      <table className="figures row-table" aria-rowcount={count + 1} data-layout={layout}>
        <caption className="aksel-sr-only">{words.views.table}</caption>
        <colgroup>
          {columns.map(({ name, width }) => (
            <col key={name} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <ColumnHeading key={column.name} column={column} sort={view.sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body} onFocus={({ target }) => noteFocus(target)} onBlur={({ target }) => forgetFocus(target)}>
          <Gap rows={seen.first} rowHeight={rowHeight} columns={columns.length} />
          {indexes.map((index) => {
            const row = rowAt(index);
            return (
              <tr key={row?.position ?? `gap ${index}`} aria-rowindex={index + 2} style={{ height: rowHeight }}>
                {row ? <RowCells batch={batch} row={row} layout={layout} /> : <td colSpan={columns.length} />}
              </tr>
            );
          })}
          <Gap rows={count - 1 - last} rowHeight={rowHeight} columns={columns.length} />
        </tbody>
      </table>
      {total === 0 && <p className="subtle no-rows">{words.views.none}</p>}
    </section>
  );
}

/** The room of rows that are not in the document. */
const Gap = ({ rows, rowHeight, columns }: { rows: number; rowHeight: number; columns: number }) =>
  rows > 0 ? (
    <tr aria-hidden style={{ height: rows * rowHeight }}>
      <td colSpan={columns} />
    </tr>
  ) : null;

interface HeadingProps {
  readonly column: RowColumn;
  readonly sort: RowView['sort'];
  readonly onSort: (sort: { column: SortColumn; descending: boolean }) => void;
}

function ColumnHeading({ column: { name, sort: by, number }, sort, onSort }: HeadingProps) {
  const { columns } = useText().batch;
  if (by === null) return <th scope="col">{columns[name]}</th>;
  const sorted = sort.column === by;
  return (
    <th
      scope="col"
      className={number ? 'number' : undefined}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="sort-button"
        onClick={() => onSort({ column: by, descending: sorted ? !sort.descending : number })}
      >
        {columns[name]}
        <span aria-hidden>{sorted ? (sort.descending ? ' ▼' : ' ▲') : ''}</span>
      </button>
    </th>
  );
}
