import { Button, ProgressBar, TextField } from '@navikt/ds-react';
import { useEffect, useRef } from 'react';
import { formatDate } from '../../../../shared/dates.ts';
import { formatKroner } from '../../../../shared/money.ts';
import { errorForCaseworker } from '../../../../shared/text/errorSentence.ts';
import type { MovingRow } from '../../../../shared/utlegg/movingDay.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ScrollArea } from '../../../ui/ScrollArea.tsx';
import { endReasonText } from '../trekkText.ts';
import { type BatchItem, type ItemState, itemState } from './batchItem.ts';
import { type GuidedBatch as Batch, useGuidedBatch } from './useGuidedBatch.ts';

/** Rows with the same need: prepared one by one, reviewed in one table, and sent with one press. */
export function GuidedBatch({ rows, onClose }: { rows: readonly MovingRow[]; onClose: () => void }) {
  const text = useText();
  const { batch: words } = text.trekk.moving;
  const batch = useGuidedBatch(rows);
  const started = useRef(false);
  const { prepare } = batch;
  useEffect(() => {
    if (started.current) return;
    started.current = true;
    prepare();
  }, [prepare]);
  const [first] = rows;
  return (
    <Card title={first ? words.title(text.trekk.moving.needs[first.need], rows.length) : ''} className="guided-batch">
      <Progress batch={batch} />
      <ScrollArea label={words.table}>
        <table className="figures">
          <caption className="aksel-sr-only">{words.table}</caption>
          <thead>
            <tr>
              <th scope="col">{words.columns.caseNumber}</th>
              <th scope="col">{words.columns.debtorName}</th>
              <th scope="col">{words.columns.what}</th>
              <th scope="col">{words.columns.lastDay}</th>
              <th scope="col" className="number">
                {words.columns.remaining}
              </th>
              <th scope="col">{words.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {batch.items.map((item) => (
              <Line key={item.row.trekkId} item={item} onName={(name) => batch.setName(item.row.trekkId, name)} />
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <Buttons batch={batch} onClose={onClose} />
    </Card>
  );
}

function Line({ item, onName }: { item: BatchItem; onName: (name: string) => void }) {
  const text = useText();
  const { batch: words } = text.trekk.moving;
  const state = itemState(item);
  const what = item.trekk?.act?.what;
  const end = what?.kind === 'avslutt' ? what.content : null;
  return (
    <tr>
      <th scope="row" className="nowrap">
        {item.row.caseNumber}
      </th>
      <td>
        {end && item.confirmed === null ? (
          <TextField
            label={words.nameOf(item.row.caseNumber)}
            hideLabel
            size="small"
            autoComplete="off"
            maxLength={200}
            value={item.name}
            onChange={({ target }) => onName(target.value)}
          />
        ) : (
          item.name
        )}
      </td>
      <td>{end ? words.ends(endReasonText(text, end.reason).toLowerCase()) : ''}</td>
      <td>{end ? formatDate(end.lastDay) : ''}</td>
      <td className="number">{formatKroner(item.row.remaining)}</td>
      <td data-state={state} className="item-state">
        <strong>{words.states[state]}</strong>
        {state === 'incomplete' &&
          item.review?.missing.map((one) => <span key={one}> {text.trekk.send.missing[one]}</span>)}
        {state === 'incomplete' && item.name.trim() === '' && <span> {words.nameMissing}</span>}
        {item.problem !== null &&
          ` ${item.problem === 'other-act' ? words.otherAct : errorForCaseworker(text, item.problem)}`}
      </td>
    </tr>
  );
}

function Progress({ batch: { items, work, done, cancel } }: { batch: Batch }) {
  const { batch: words } = useText().trekk.moving;
  const counts = countByState(items);
  return (
    <div className="batch-progress">
      {work ? (
        <>
          <ProgressBar size="small" value={done} valueMax={Math.max(1, items.length)} aria-label={words.works[work]} />
          <p role="status">{words.progress(words.works[work], done, items.length)}</p>
          <Button type="button" size="small" variant="secondary" onClick={cancel}>
            {words.cancel}
          </Button>
        </>
      ) : (
        <p role="status">{counts.map(({ state, count }) => `${words.states[state]}: ${count}`).join(' · ')}</p>
      )}
    </div>
  );
}

function Buttons({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const { batch: words } = useText().trekk.moving;
  const here = useRef<HTMLDivElement>(null);
  const count = (state: ItemState) => batch.items.filter((item) => itemState(item) === state).length;
  const [ready, waiting] = [count('ready'), count('waiting')];
  // A letter is made out to someone.
  const named = batch.items.filter((item) => itemState(item) === 'incomplete' && item.name.trim() !== '').length;
  const idle = batch.work === null;
  return (
    <div ref={here} tabIndex={-1} className="form-buttons">
      {idle && ready > 0 && (
        <ConfirmDialog
          trigger={words.confirm(ready)}
          triggerVariant="primary"
          title={words.confirmTitle(ready)}
          consequences={words.consequences}
          confirm={words.confirm(ready)}
          pending={false}
          onConfirm={batch.confirm}
          returnFocusTo={here}
        />
      )}
      {idle && named > 0 && (
        <Button type="button" size="small" variant="secondary" onClick={batch.makeLetters}>
          {words.makeLetters(named)}
        </Button>
      )}
      {idle && waiting > 0 && (
        <Button type="button" size="small" variant="secondary" onClick={batch.prepare}>
          {words.goOn(waiting)}
        </Button>
      )}
      <Button type="button" size="small" variant="tertiary" disabled={!idle} onClick={onClose}>
        {words.close}
      </Button>
    </div>
  );
}

function countByState(items: readonly BatchItem[]): { readonly state: ItemState; readonly count: number }[] {
  const states = items.map(itemState);
  return [...new Set(states)].map((state) => ({ state, count: states.filter((one) => one === state).length }));
}
