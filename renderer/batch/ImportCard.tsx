import { BodyShort, Button, LocalAlert, Textarea } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../app/SessionContext.tsx';
import { useImportList } from '../data/batches.ts';
import { Card } from '../ui/Card.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

/** Reads a list from a file the user picks, or from what is pasted. */
export function ImportCard() {
  const { batch } = useText();
  const { import: words } = batch;
  const navigate = useNavigate();
  const read = useImportList();
  const [pasted, setPasted] = useState('');
  const [tried, setTried] = useState(false);
  const refused = read.data?.state === 'refused' ? read.data.why : null;

  const start = (text: string | null) =>
    read.mutate(text, {
      onSuccess: (answer) => {
        if (answer.state !== 'imported') return;
        void navigate({ to: '/innkreving/mange/$batchId', params: { batchId: answer.batch.id } });
      },
    });
  return (
    <Card title={words.title}>
      <div className="import-form">
        <BodyShort>{words.fileHint}</BodyShort>
        <div className="form-buttons">
          <Button
            size="small"
            loading={read.isPending && read.variables === null}
            onClick={() => {
              setTried(false);
              start(null);
            }}
          >
            {words.file}
          </Button>
          <span className="subtle">{words.or}</span>
        </div>
        <form
          className="import-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (pasted.trim() !== '') start(pasted);
          }}
        >
          <Textarea
            label={words.paste}
            description={words.pasteHint}
            size="small"
            minRows={4}
            maxRows={8}
            resize="vertical"
            autoComplete="off"
            spellCheck={false}
            className="pasted-list"
            value={pasted}
            error={tried && pasted.trim() === '' ? words.nothingPasted : undefined}
            onChange={(event) => setPasted(event.target.value)}
          />
          <div className="form-buttons">
            <Button type="submit" size="small" variant="secondary" loading={read.isPending && read.variables !== null}>
              {words.read}
            </Button>
          </div>
        </form>
        {refused && (
          <LocalAlert status="warning" size="small">
            <LocalAlert.Header>
              <LocalAlert.Title as="div">{words.refused[refused]}</LocalAlert.Title>
            </LocalAlert.Header>
          </LocalAlert>
        )}
        {read.error && <ErrorNotice error={read.error.error} />}
        <BodyShort className="subtle">{words.nobodyYet}</BodyShort>
      </div>
    </Card>
  );
}
