import { Button, Select, TextField } from '@navikt/ds-react';
import { useState } from 'react';
import { type ReceivedDecision, receivedStates, type Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useSession, useText } from '../../../app/SessionContext.tsx';
import { useRecordState } from '../../../data/trekk.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateField, dateIn } from '../../../ui/DateField.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { receivedText } from '../trekkText.ts';

/** What Skatteetaten has told about the decision, entered by hand: nothing here asks for it. */
export function RecordStateForm({ trekk, received }: { trekk: Trekk; received: ReceivedDecision }) {
  const text = useText();
  const { recordState: words, misread } = text.trekk;
  const { today } = useSession();
  const announce = useAnnounce();
  const record = useRecordState(trekk);
  const [state, setState] = useState(received.state);
  const [since, setSince] = useState<string>(today);
  const [source, setSource] = useState('');
  const [caseReference, setCaseReference] = useState(received.caseReference ?? '');
  const [tried, setTried] = useState(false);
  const date = dateIn(since);
  const submit = () => {
    setTried(true);
    if (date === null || source.trim() === '') return;
    record.mutate(
      { state, since: date, source, caseReference: caseReference.trim() === '' ? null : caseReference },
      {
        onSuccess: () => {
          setSource('');
          setTried(false);
          announce(words.saved);
        },
      },
    );
  };
  return (
    <Card title={words.title}>
      <form
        className="dialog-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Select
          label={words.state}
          size="small"
          value={state}
          onChange={({ target }) => setState(receivedStates.find((one) => one === target.value) ?? state)}
        >
          {receivedStates.map((one) => (
            <option key={one} value={one}>
              {receivedText(text, one)}
            </option>
          ))}
        </Select>
        <DateField label={words.since} value={since} onChange={setSince} error={tried && !date && misread.date} />
        <TextField
          label={words.source}
          description={words.sourceHint}
          size="small"
          autoComplete="off"
          maxLength={200}
          value={source}
          error={tried && source.trim() === '' && words.sourceMissing}
          onChange={({ target }) => setSource(target.value)}
        />
        <TextField
          label={words.caseReference}
          size="small"
          autoComplete="off"
          maxLength={64}
          value={caseReference}
          onChange={({ target }) => setCaseReference(target.value)}
        />
        <Button type="submit" size="small" variant="secondary" loading={record.isPending}>
          {words.save}
        </Button>
        {record.error && <ErrorNotice error={record.error.error} />}
      </form>
    </Card>
  );
}
