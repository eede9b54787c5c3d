import { BodyShort, Button, Checkbox, CheckboxGroup } from '@navikt/ds-react';
import { useState } from 'react';
import { type Batch, type BatchTopic, batchTopics } from '../../shared/batch/batch.ts';
import { useText } from '../app/SessionContext.tsx';
import { useAcceptRepairs, useStartBatch } from '../data/batches.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { StatusPanel } from '../ui/StatusPanel.tsx';
import { countText } from './figures.ts';

/** Whether the list can be started, what will be asked, and the press that starts it. */
export function StartPanel({ batch }: { batch: Batch }) {
  const { batch: words } = useText();
  const { usable, refused, inSeveralCases } = batch.counts;
  const start = useStartBatch(batch.id);
  const [topics, setTopics] = useState<readonly BatchTopic[]>(batchTopics);
  const [tried, setTried] = useState(false);
  const people = countText(usable);
  return (
    <div className="start-panel">
      <StatusPanel
        tone={usable === 0 ? 'stop' : refused > 0 ? 'judge' : 'good'}
        title={usable === 0 ? words.ready.notYet : words.ready.title(people)}
      >
        <BodyShort>
          {usable === 0
            ? words.ready.notYetWhy
            : refused > 0
              ? words.ready.someRefused(countText(refused))
              : words.ready.allUsable}
        </BodyShort>
        {inSeveralCases > 0 && <BodyShort>{words.counts.inSeveralCases(countText(inSeveralCases))}</BodyShort>}
        <AcceptRepairs batch={batch} />
      </StatusPanel>
      {usable > 0 && (
        <form
          className="card start-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (topics.length > 0) start.mutate([...topics]);
          }}
        >
          <CheckboxGroup
            legend={words.topics.title}
            description={words.topics.hint}
            size="small"
            value={[...topics]}
            onChange={setTopics}
            error={tried && topics.length === 0 ? words.topics.missing : undefined}
          >
            <div className="topic-choices">
              {batchTopics.map((topic) => (
                <Checkbox key={topic} value={topic}>
                  {words.topics.names[topic]}
                </Checkbox>
              ))}
            </div>
          </CheckboxGroup>
          {start.error && <ErrorNotice error={start.error.error} />}
          <Button type="submit" size="small" loading={start.isPending}>
            {words.topics.start(people)}
          </Button>
        </form>
      )}
    </div>
  );
}

/** One press for every number that can be put right without doubt. */
function AcceptRepairs({ batch }: { batch: Batch }) {
  const { batch: words } = useText();
  const accept = useAcceptRepairs(batch.id);
  const { repairable } = batch.counts;
  if (repairable === 0) return null;
  return (
    <div className="accept-repairs">
      <Button size="small" variant="secondary" loading={accept.isPending} onClick={() => accept.mutate()}>
        {words.correct.acceptAll(repairable)}
      </Button>
      <BodyShort size="small" className="subtle">
        {words.correct.acceptAllExplained}
      </BodyShort>
      {accept.error && <ErrorNotice error={accept.error.error} />}
    </div>
  );
}
