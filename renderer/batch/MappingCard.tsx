import { Button, Checkbox, Select, Table } from '@navikt/ds-react';
import { useState } from 'react';
import type { Batch } from '../../shared/batch/batch.ts';
import { type ListField, listFields, type Mapping } from '../../shared/batch/list.ts';
import { debtorPurposes } from '../../shared/garnishment/debtorCase.ts';
import type { Text } from '../../shared/text/text.ts';
import { useText } from '../app/SessionContext.tsx';
import { useMapColumns } from '../data/batches.ts';
import { Card } from '../ui/Card.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { ScrollArea } from '../ui/ScrollArea.tsx';

/** Which column holds what, with the first rows to see it by. A change holds at once. */
export function MappingCard({ batch }: { batch: Batch }) {
  const text = useText();
  const { batch: words, collection } = text;
  const map = useMapColumns(batch.id);
  const { mapping, columns } = batch;
  const [open, setOpen] = useState(!isComplete(mapping));
  const change = (part: Partial<Mapping>) => map.mutate({ ...mapping, ...part });
  if (!open) {
    return (
      <div className="card mapping-said">
        <span>{summary(batch, text)}</span>
        <Button size="small" variant="tertiary" onClick={() => setOpen(true)}>
          {words.mapping.change}
        </Button>
      </div>
    );
  }
  return (
    <Card title={words.mapping.title} note={words.mapping.note}>
      <div className="mapping-form">
        <div className="field-row">
          {listFields.map((field) => (
            <Select
              key={field}
              label={words.fields[field]}
              size="small"
              disabled={map.isPending}
              value={mapping[field] ?? ''}
              onChange={({ target }) => change({ [field]: target.value === '' ? null : Number(target.value) })}
            >
              <option value="">{words.mapping.none}</option>
              {inPlace(columns).map(({ place, heading }) => (
                <option key={place} value={place}>
                  {words.mapping.column(place + 1, heading)}
                </option>
              ))}
            </Select>
          ))}
          <Select
            label={words.mapping.samePurpose}
            size="small"
            disabled={map.isPending}
            value={mapping.purposeForAll ?? ''}
            onChange={({ target }) =>
              change({ purposeForAll: debtorPurposes.find((purpose) => purpose === target.value) ?? null })
            }
          >
            <option value="">{words.mapping.choosePurpose}</option>
            {debtorPurposes.map((purpose) => (
              <option key={purpose} value={purpose}>
                {collection.purposes[purpose]}
              </option>
            ))}
          </Select>
        </div>
        <Checkbox
          size="small"
          checked={mapping.header}
          disabled={map.isPending}
          onChange={({ target }) => change({ header: target.checked })}
        >
          {words.mapping.header}
        </Checkbox>
        {map.error && <ErrorNotice error={map.error.error} />}
        <Preview batch={batch} />
      </div>
    </Card>
  );
}

const isComplete = ({ caseNumber, nationalId, purpose, purposeForAll }: Mapping): boolean =>
  caseNumber !== null && nationalId !== null && (purpose !== null || purposeForAll !== null);

/** What the columns are taken for, in one line. */
function summary({ mapping, columns }: Batch, { batch: words, collection }: Text): string {
  const parts = listFields.map((field) => {
    const place = mapping[field];
    const column = place === null ? null : words.mapping.column(place + 1, columns[place]?.heading ?? '');
    const forAll = field === 'purpose' && mapping.purposeForAll ? collection.purposes[mapping.purposeForAll] : null;
    return `${words.fields[field]}: ${[column, forAll].filter((part) => part !== null).join(', ') || words.mapping.none}`;
  });
  return parts.join(' · ');
}

/** Columns are known by their place, from 0, and by nothing else: two may have the same heading. */
const inPlace = (columns: Batch['columns']) => columns.map((column, place) => ({ ...column, place }));

function Preview({ batch }: { batch: Batch }) {
  const { batch: words } = useText();
  const columns = inPlace(batch.columns);
  const fieldOf = (place: number): ListField | undefined => listFields.find((field) => batch.mapping[field] === place);
  const lines = Array.from({ length: Math.max(0, ...columns.map(({ samples }) => samples.length)) }, (_, line) => line);
  return (
    <ScrollArea label={words.mapping.preview}>
      <Table size="small" className="figures dense preview">
        <caption className="aksel-sr-only">{words.mapping.preview}</caption>
        <Table.Header>
          <Table.Row>
            {columns.map(({ place, heading }) => {
              const field = fieldOf(place);
              return (
                <Table.HeaderCell key={place} scope="col" data-used={field !== undefined}>
                  {words.mapping.column(place + 1, heading)}
                  <span className="used-as">{field ? words.fields[field] : '\u00a0'}</span>
                </Table.HeaderCell>
              );
            })}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lines.map((line) => (
            <Table.Row key={line}>
              {columns.map(({ place, samples }) => (
                <Table.DataCell key={place} data-used={fieldOf(place) !== undefined}>
                  {samples[line]}
                </Table.DataCell>
              ))}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollArea>
  );
}
