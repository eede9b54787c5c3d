import { PaperclipIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import type { Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { usePickDocument } from '../../../data/trekk.ts';
import { Card } from '../../../ui/Card.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { fieldId } from './fieldId.ts';

/** The decision document that is uploaded before the message. */
export function DocumentCard({ trekk }: { trekk: Trekk }) {
  const { document: words } = useText().trekk;
  const pick = usePickDocument(trekk);
  const what = trekk.act?.what;
  if (what?.kind !== 'beslutning') return null;
  const { document } = what.content;
  return (
    <Card title={words.title} note={words.note}>
      <div id={fieldId('document')} tabIndex={-1} className="document-line">
        <span>{document ? words.chosen(document.fileName, Math.ceil(document.bytes / 1024)) : words.none}</span>
        <Button
          type="button"
          size="small"
          variant="secondary"
          icon={<PaperclipIcon aria-hidden />}
          loading={pick.isPending}
          onClick={() => pick.mutate(undefined)}
        >
          {document ? words.another : words.choose}
        </Button>
      </div>
      {pick.error && <ErrorNotice error={pick.error.error} />}
    </Card>
  );
}
