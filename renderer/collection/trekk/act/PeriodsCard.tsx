import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { Button, Select, TextField } from '@navikt/ds-react';
import { useText } from '../../../app/SessionContext.tsx';
import { AmountField } from '../../../ui/AmountField.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { QuietName } from '../../claims/QuietName.tsx';
import { useAct } from './ActContext.tsx';
import { nextPeriod, type PeriodRow } from './actForm.ts';
import { fieldId } from './fieldId.ts';
import { GroupProblems } from './GroupProblems.tsx';

/** From when to when how much is deducted. */
export function PeriodsCard() {
  const { trekk } = useText();
  const { periods: words } = trekk;
  const {
    values: { periods },
    change,
  } = useAct();
  return (
    <Card title={words.title} note={words.note}>
      <GroupProblems path="periods" />
      <ol className="act-rows">
        {periods.map((row, index) => (
          <PeriodLine
            key={row.id}
            row={row}
            index={index}
            onChange={(next) => change({ periods: periods.map((one, at) => (at === index ? next : one)) })}
            onRemove={() => change({ periods: periods.filter((_, at) => at !== index) })}
          />
        ))}
      </ol>
      <Button
        type="button"
        size="small"
        variant="tertiary"
        icon={<PlusIcon aria-hidden />}
        onClick={() => change({ periods: [...periods, nextPeriod(periods, crypto.randomUUID())] })}
      >
        {words.add}
      </Button>
    </Card>
  );
}

interface LineProps {
  readonly row: PeriodRow;
  readonly index: number;
  readonly onChange: (row: PeriodRow) => void;
  readonly onRemove: () => void;
}

function PeriodLine({ row, index, onChange, onRemove }: LineProps) {
  const { periods: words } = useText().trekk;
  const { wrong } = useAct();
  const path = `periods.${index}`;
  const name = words.period(index + 1);
  const size = {
    id: fieldId(`${path}.${row.kind}`),
    label: <QuietName label={words.sizes[row.kind]} of={name} />,
    value: row.size,
    error: wrong(`${path}.amount`) ?? wrong(`${path}.percent`) ?? wrong(path),
  };
  return (
    <li className="act-row">
      <DateField
        id={fieldId(`${path}.from`)}
        label={<QuietName label={words.from} of={name} />}
        value={row.from}
        error={wrong(`${path}.from`)}
        onChange={(from) => onChange({ ...row, from })}
      />
      <DateField
        id={fieldId(`${path}.to`)}
        label={<QuietName label={words.to} of={name} />}
        value={row.to}
        error={wrong(`${path}.to`)}
        onChange={(to) => onChange({ ...row, to })}
      />
      <Select
        label={<QuietName label={words.kind} of={name} />}
        size="small"
        value={row.kind}
        onChange={({ target }) => onChange({ ...row, kind: target.value === 'percent' ? 'percent' : 'amount' })}
      >
        <option value="amount">{words.kinds.amount}</option>
        <option value="percent">{words.kinds.percent}</option>
      </Select>
      {row.kind === 'amount' ? (
        <AmountField {...size} onChange={(typed) => onChange({ ...row, size: typed })} />
      ) : (
        <TextField
          {...size}
          size="small"
          className="percent-field"
          inputMode="decimal"
          autoComplete="off"
          onChange={({ target }) => onChange({ ...row, size: target.value })}
        />
      )}
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="neutral"
        icon={<TrashIcon title={words.remove(name)} />}
        onClick={onRemove}
      />
    </li>
  );
}
