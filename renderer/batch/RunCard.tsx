import { BodyShort, Button, Checkbox, CheckboxGroup, LocalAlert, ProgressBar } from '@navikt/ds-react';
import { useEffect, useRef, useState } from 'react';
import type { Batch } from '../../shared/batch/batch.ts';
import { monthsBetween } from '../../shared/dates.ts';
import { errorForCaseworker } from '../../shared/text/errorSentence.ts';
import { monthRange } from '../../shared/text/monthRange.ts';
import type { Text } from '../../shared/text/text.ts';
import { useText } from '../app/SessionContext.tsx';
import { useCancelBatch, usePauseBatch, useStartBatch } from '../data/batches.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Card } from '../ui/Card.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { countText, timeText } from './figures.ts';

/** How far the lookups have come, how fast they go, and the buttons that stop them and go on. */
export function RunCard({ batch }: { batch: Batch }) {
  const text = useText();
  const { run, statuses, topics } = text.batch;
  const { fromMonth, toMonth, progress } = batch;
  const { status, total, done, failed, perMinute, secondsLeft } = progress;
  const asked = batch.topics.map((topic) => topics.names[topic]).join(', ');
  const months = fromMonth && toMonth ? ` (${run.period(monthRange(monthsBetween(fromMonth, toMonth)))})` : '';
  const facts = [
    run.progress(countText(done), countText(total)),
    failed > 0 && run.failed(countText(failed)),
    perMinute !== null && run.pace(countText(Math.round(perMinute))),
    secondsLeft !== null && run.left(timeText(text, secondsLeft)),
  ].filter((fact) => fact !== false);
  useStatusAnnounced(status);
  return (
    <Card title={`${run.title}: ${statuses[status].toLowerCase()}`} note={`${asked}${months}`}>
      <div className="run">
        <ProgressBar size="small" value={done} valueMax={Math.max(total, 1)} aria-label={run.title} />
        <div className="run-line">
          <p className="run-facts">{facts.join(' · ')}</p>
          <RunButtons batch={batch} />
        </div>
        <WhyStopped batch={batch} />
      </div>
    </Card>
  );
}

/** The end and a stop are said; every step on the way would be noise. */
function useStatusAnnounced(status: Batch['progress']['status']): void {
  const { run } = useText().batch;
  const announce = useAnnounce();
  const before = useRef(status);
  useEffect(() => {
    if (before.current === 'running' && status === 'done') announce(run.announced.done);
    if (before.current === 'running' && status === 'paused') announce(run.announced.paused);
    before.current = status;
  }, [status, announce, run]);
}

function WhyStopped({ batch: { progress } }: { batch: Batch }) {
  const text = useText();
  const { run } = text.batch;
  const { status, stoppedBy, rows } = progress;
  if (status === 'interrupted') return <BodyShort>{run.interrupted(countText(rows.interrupted))}</BodyShort>;
  if (status !== 'paused' || stoppedBy === null) return null;
  if (stoppedBy === 'locked') return <BodyShort>{run.locked}</BodyShort>;
  const keeping = stoppedBy === 'disk-full' || stoppedBy === 'file-not-written' || stoppedBy === 'storage-damaged';
  return (
    <LocalAlert status="warning" size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="div">
          {keeping ? run.notKept : run.stopped} {errorForCaseworker(text, { code: stoppedBy })}
        </LocalAlert.Title>
      </LocalAlert.Header>
    </LocalAlert>
  );
}

/** What a start after the end asks about: everything that failed, and every row that has been put right. */
function startAgainLabel({ batch: { run } }: Text, failed: number, corrected: number): string {
  if (corrected === 0) return run.retry(countText(failed));
  if (failed === 0) return run.askNew(countText(corrected));
  return run.retryAndAskNew(countText(failed), countText(corrected));
}

function RunButtons({ batch }: { batch: Batch }) {
  const text = useText();
  const { run } = text.batch;
  const { status, failed, rows } = batch.progress;
  const pause = usePauseBatch(batch.id);
  const cancel = useCancelBatch(batch.id);
  const here = useRef<HTMLDivElement>(null);
  const stopped = status === 'paused' || status === 'interrupted';
  const problem = pause.error ?? cancel.error;
  return (
    <div className="run-buttons" ref={here} tabIndex={-1}>
      {status === 'running' && (
        <Button size="small" variant="secondary" loading={pause.isPending} onClick={() => pause.mutate()}>
          {run.pause}
        </Button>
      )}
      {stopped && <GoOn batch={batch} label={run.goOn} chooses />}
      {status === 'done' && failed + rows.unasked > 0 && (
        <GoOn batch={batch} label={startAgainLabel(text, failed, rows.unasked)} />
      )}
      {(status === 'running' || stopped) && (
        <ConfirmDialog
          trigger={run.cancel}
          triggerVariant="tertiary"
          title={run.cancelTitle}
          consequences={run.cancelConsequences}
          confirm={run.cancelConfirm}
          destroys
          pending={cancel.isPending}
          onConfirm={() => cancel.mutate()}
          returnFocusTo={here}
        />
      )}
      {problem && <ErrorNotice error={problem.error} />}
    </div>
  );
}

/** Goes on where it stopped. What never answers can be left out: then the rest need not wait for it. */
function GoOn({ batch, label, chooses = false }: { batch: Batch; label: string; chooses?: boolean }) {
  const { topics: words } = useText().batch;
  const start = useStartBatch(batch.id);
  const [kept, setKept] = useState(batch.topics);
  return (
    <form
      className="go-on"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (kept.length > 0) start.mutate(kept);
      }}
    >
      {chooses && batch.topics.length > 1 && (
        <CheckboxGroup
          legend={words.title}
          hideLegend
          size="small"
          value={kept}
          onChange={setKept}
          error={kept.length === 0 ? words.missing : undefined}
        >
          <div className="radio-row">
            {batch.topics.map((topic) => (
              <Checkbox key={topic} value={topic}>
                {words.names[topic]}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      <Button type="submit" size="small" loading={start.isPending}>
        {label}
      </Button>
      {start.error && <ErrorNotice error={start.error.error} />}
    </form>
  );
}
