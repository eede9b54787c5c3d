import { DownloadIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Checkbox, CheckboxGroup, Dialog, LocalAlert, Radio, RadioGroup } from '@navikt/ds-react';
import { useState } from 'react';
import type { Batch } from '../../shared/batch/batch.ts';
import { type ExportColumn, exportColumns } from '../../shared/batch/exportTable.ts';
import type { RowView } from '../../shared/ipc/batchCalls.ts';
import { useText } from '../app/SessionContext.tsx';
import { useExportBatch } from '../data/batches.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { countText } from './figures.ts';

/** The whole number leaves the encrypted store only when someone asks for it. */
const usual = exportColumns.filter((column) => column !== 'nationalId');

/** Writes the rows that are shown to a file, in the columns that are chosen. */
export function ExportDialog({ batch, view, total }: { batch: Batch; view: RowView; total: number }) {
  const { batch: words, app } = useText();
  const { export: texts } = words;
  const save = useExportBatch(batch.id);
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [columns, setColumns] = useState<readonly ExportColumn[]>(usual);
  const [tried, setTried] = useState(false);
  const path = save.data?.state === 'saved' ? save.data.path : null;
  const change = (next: boolean) => {
    setOpen(next);
    if (next) save.reset();
  };
  return (
    <Dialog open={open} onOpenChange={change} size="small">
      <Dialog.Trigger>
        <Button
          type="button"
          size="small"
          variant="secondary"
          icon={<DownloadIcon aria-hidden />}
          disabled={total === 0}
        >
          {texts.open}
        </Button>
      </Dialog.Trigger>
      <Dialog.Popup width="medium">
        <Dialog.Header>
          <Dialog.Title>{texts.title}</Dialog.Title>
          <Dialog.Description>{texts.rows(countText(total), words.views.names[view.show])}</Dialog.Description>
        </Dialog.Header>
        <Dialog.Body>
          <div className="dialog-form">
            <RadioGroup
              legend={texts.format}
              description={texts.formatHint}
              size="small"
              value={format}
              onChange={setFormat}
            >
              <div className="radio-row">
                <Radio value="xlsx">{texts.formats.xlsx}</Radio>
                <Radio value="csv">{texts.formats.csv}</Radio>
              </div>
            </RadioGroup>
            <CheckboxGroup
              legend={texts.columns}
              size="small"
              value={[...columns]}
              onChange={setColumns}
              error={tried && columns.length === 0 ? texts.columnsMissing : undefined}
            >
              <div className="export-columns">
                {exportColumns.map((column) => (
                  <Checkbox key={column} value={column}>
                    {texts.names[column]}
                  </Checkbox>
                ))}
              </div>
            </CheckboxGroup>
            {columns.includes('nationalId') && (
              <LocalAlert status="warning" size="small">
                <LocalAlert.Header>
                  <LocalAlert.Title as="div">{texts.numberWarning}</LocalAlert.Title>
                </LocalAlert.Header>
              </LocalAlert>
            )}
            {save.error && <ErrorNotice error={save.error.error} />}
            <BodyShort role="status">{path === null ? '' : texts.saved(path)}</BodyShort>
          </div>
        </Dialog.Body>
        <Dialog.Footer>
          <Dialog.CloseTrigger>
            <Button type="button" size="small" variant="secondary">
              {path === null ? app.words.cancel : words.close}
            </Button>
          </Dialog.CloseTrigger>
          <Button
            type="button"
            size="small"
            loading={save.isPending}
            onClick={() => {
              setTried(true);
              if (columns.length > 0) save.mutate({ view, format, columns: [...columns] });
            }}
          >
            {texts.save}
          </Button>
        </Dialog.Footer>
      </Dialog.Popup>
    </Dialog>
  );
}
