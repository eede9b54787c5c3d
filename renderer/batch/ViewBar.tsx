import { Search, Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Batch } from '../../shared/batch/batch.ts';
import { type RowViewName, rowViews } from '../../shared/batch/view.ts';
import type { RowView } from '../../shared/ipc/batchCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { countText } from './figures.ts';

/** So long after the last key the rows are searched. */
const WAIT_MS = 250;

/** The list's own order: that of the file. */
export const inOrder = { column: 'line', descending: false } as const;

/** Until the run has begun there is nothing else to choose between. */
const beforeStart: readonly RowViewName[] = ['all', 'usable', 'refused'];

interface Props {
  readonly batch: Batch;
  readonly view: RowView;
  /** How many rows the view has; null while it is being read. */
  readonly total: number | null;
  readonly onChange: (view: RowView) => void;
  readonly children: ReactNode;
}

/** Which rows are shown, how many they are, and what can be done with them. */
export function ViewBar({ batch, view, total, onChange, children }: Props) {
  const { views } = useText().batch;
  const [text, setText] = useState(view.text);
  const choices = batch.progress.status === 'draft' ? beforeStart : rowViews;
  useEffect(() => {
    if (text === view.text) return;
    const timer = window.setTimeout(() => onChange({ ...view, text }), WAIT_MS);
    return () => window.clearTimeout(timer);
  }, [text, view, onChange]);
  return (
    <div className="view-bar">
      <Select
        label={views.label}
        hideLabel
        size="small"
        value={view.show}
        onChange={({ target }) =>
          onChange({ ...view, show: rowViews.find((name) => name === target.value) ?? 'all', sort: inOrder })
        }
      >
        {choices.map((name) => (
          <option key={name} value={name}>
            {`${views.label} ${views.names[name]}`}
          </option>
        ))}
      </Select>
      <Search
        label={views.search}
        hideLabel
        size="small"
        variant="simple"
        placeholder={views.search}
        autoComplete="off"
        value={text}
        onChange={setText}
      />
      <span className="subtle nowrap" role="status">
        {total === null ? '' : views.shown(countText(total))}
      </span>
      <div className="view-actions">{children}</div>
    </div>
  );
}
