import type { ReactNode } from 'react';

interface Props<C extends string> {
  readonly column: C;
  readonly number?: boolean;
  readonly sort: { readonly column: C; readonly descending: boolean };
  readonly onSort: (sort: { readonly column: C; readonly descending: boolean }) => void;
  readonly children: ReactNode;
}

/** A column's heading that sorts by it, and the other way when it is pressed again. */
export function SortHeading<C extends string>({ column, number = false, sort, onSort, children }: Props<C>) {
  const by = sort.column === column;
  return (
    <th
      scope="col"
      className={number ? 'number' : undefined}
      aria-sort={by ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button
        type="button"
        className="sort-button"
        onClick={() => onSort({ column, descending: by ? !sort.descending : number })}
      >
        {children}
        <span aria-hidden>{by ? (sort.descending ? ' ▼' : ' ▲') : ''}</span>
      </button>
    </th>
  );
}
