import { FolderPlusIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Checkbox, CheckboxGroup, Dialog, Radio, RadioGroup } from '@navikt/ds-react';
import { useState } from 'react';
import type { Batch } from '../../shared/batch/batch.ts';
import { type CollectionGround, collectionGrounds, isGroundOn } from '../../shared/garnishment/legalGrounds.ts';
import { languages } from '../../shared/housing/caseFile.ts';
import type { RowView } from '../../shared/ipc/batchCalls.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { useCreateCases } from '../data/batches.ts';
import { DateField, dateIn } from '../ui/DateField.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { countText } from './figures.ts';

interface Props {
  readonly batch: Batch;
  readonly view: RowView;
  /** How many of the rows that are shown have no case and can get one. */
  readonly count: number;
}

/** Makes a debtor's case of each row that is shown and has none, with what was fetched. */
export function CasesDialog({ batch, view, count }: Props) {
  const { batch: words } = useText();
  const [open, setOpen] = useState(false);
  return (
    <Dialog open={open} onOpenChange={setOpen} size="small">
      <Dialog.Trigger>
        <Button type="button" size="small" variant="secondary" icon={<FolderPlusIcon aria-hidden />}>
          {words.cases.open}
        </Button>
      </Dialog.Trigger>
      <Dialog.Popup width="medium">{open && <CasesForm batch={batch} view={view} count={count} />}</Dialog.Popup>
    </Dialog>
  );
}

function CasesForm({ batch, view, count }: Props) {
  const { batch: words, collection, cases, app } = useText();
  const { details: labels, legalGrounds, legalGroundsExplained } = collection;
  const { today, language: own } = useSession();
  const create = useCreateCases(batch.id);
  const [date, setDate] = useState<string>(today);
  const [language, setLanguage] = useState(own);
  const [grounds, setGrounds] = useState<readonly CollectionGround[]>(() =>
    collectionGrounds.filter((ground) => isGroundOn(ground, today)),
  );
  const [tried, setTried] = useState(false);
  const decisionDate = dateIn(date);
  const submit = () => {
    setTried(true);
    if (decisionDate === null || grounds.length === 0) return;
    create.mutate({ view, details: { legalGrounds: [...grounds], language, decisionDate } });
  };
  const created = create.data?.created ?? null;
  return (
    <>
      <Dialog.Header>
        <Dialog.Title>{words.cases.title}</Dialog.Title>
        <Dialog.Description>
          {created !== null
            ? words.cases.created(countText(created))
            : count === 0
              ? words.cases.none
              : words.cases.intro(countText(count))}
        </Dialog.Description>
      </Dialog.Header>
      <Dialog.Body>
        {created === null && count > 0 && (
          <div className="dialog-form">
            <BodyShort>{words.cases.explained}</BodyShort>
            <CheckboxGroup
              legend={labels.legalGrounds}
              size="small"
              value={[...grounds]}
              onChange={setGrounds}
              error={tried && grounds.length === 0 ? labels.legalGroundMissing : undefined}
            >
              {collectionGrounds.map((ground) => (
                <Checkbox
                  key={ground}
                  value={ground}
                >{`${legalGrounds[ground]}, ${legalGroundsExplained[ground]}`}</Checkbox>
              ))}
            </CheckboxGroup>
            <div className="field-row">
              <DateField
                label={labels.decisionDate}
                value={date}
                onChange={setDate}
                error={tried && decisionDate === null ? labels.decisionDateWrong : undefined}
              />
              <RadioGroup legend={labels.language} size="small" value={language} onChange={setLanguage}>
                <div className="radio-row">
                  {languages.map((one) => (
                    <Radio key={one} value={one}>
                      {cases.languages[one]}
                    </Radio>
                  ))}
                </div>
              </RadioGroup>
            </div>
            {create.error && <ErrorNotice error={create.error.error} />}
          </div>
        )}
      </Dialog.Body>
      <Dialog.Footer>
        <Dialog.CloseTrigger>
          <Button type="button" size="small" variant="secondary">
            {created === null ? app.words.cancel : words.close}
          </Button>
        </Dialog.CloseTrigger>
        {created === null && count > 0 && (
          <Button type="button" size="small" loading={create.isPending} onClick={submit}>
            {words.cases.confirm(countText(count))}
          </Button>
        )}
      </Dialog.Footer>
    </>
  );
}
