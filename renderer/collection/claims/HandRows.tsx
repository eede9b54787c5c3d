import { TrashIcon } from '@navikt/aksel-icons';
import { Button, TextField } from '@navikt/ds-react';
import { useText } from '../../app/SessionContext.tsx';
import { AmountField } from '../../ui/AmountField.tsx';
import { HouseholdPart } from './HouseholdPart.tsx';
import { emptyHandRow, type HandRow, householdFieldId } from './householdForm.ts';

interface RowProps {
  readonly row: HandRow;
  /** null: what it is is given, and no field asks. */
  readonly textLabel: string | null;
  readonly sourceLabel: string;
  readonly wrong: (fieldId: string) => string | undefined;
  readonly onChange: (row: HandRow) => void;
}

/** An amount a month that no register gave, with what it is and how we know. */
export function HandFields({ row, textLabel, sourceLabel, wrong, onChange }: RowProps) {
  const { debtorHousehold: words } = useText();
  const field = (name: 'text' | 'source' | 'amount') => {
    const id = householdFieldId(row.id, name);
    return { id, error: wrong(id) };
  };
  return (
    <>
      {textLabel && (
        <TextField
          {...field('text')}
          label={textLabel}
          size="small"
          maxLength={200}
          value={row.text}
          onChange={({ target }) => onChange({ ...row, text: target.value })}
        />
      )}
      <AmountField
        {...field('amount')}
        label={words.amount}
        value={row.amount}
        onChange={(amount) => onChange({ ...row, amount })}
      />
      <TextField
        {...field('source')}
        label={sourceLabel}
        size="small"
        maxLength={200}
        className="entry-text"
        value={row.source}
        onChange={({ target }) => onChange({ ...row, source: target.value })}
      />
    </>
  );
}

interface Props extends Omit<RowProps, 'row' | 'textLabel' | 'onChange'> {
  readonly legend: string;
  readonly add: string;
  readonly rows: readonly HandRow[];
  readonly onChange: (rows: HandRow[]) => void;
}

/** A list of such amounts. */
export function HandRows({ legend, add, rows, sourceLabel, wrong, onChange }: Props) {
  const { debtorHousehold: words } = useText();
  return (
    <HouseholdPart
      title={legend}
      add={{ label: add, onClick: () => onChange([...rows, emptyHandRow(crypto.randomUUID())]) }}
    >
      {rows.map((row) => (
        <div key={row.id} className="entry">
          <HandFields
            row={row}
            textLabel={words.what}
            sourceLabel={sourceLabel}
            wrong={wrong}
            onChange={(next) => onChange(rows.map((one) => (one.id === row.id ? next : one)))}
          />
          <Button
            type="button"
            size="small"
            variant="tertiary"
            data-color="neutral"
            icon={<TrashIcon title={words.remove(row.text || legend)} />}
            onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
          />
        </div>
      ))}
    </HouseholdPart>
  );
}
