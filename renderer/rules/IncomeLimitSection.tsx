import { MinusIcon, PlusIcon } from '@navikt/aksel-icons';
import { Button, Radio, RadioGroup, Select } from '@navikt/ds-react';
import { Controller, useFieldArray, useFormContext } from 'react-hook-form';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { LimitField } from './LimitField.tsx';
import { aboveKinds, emptyLimit, limitKinds, type RuleValues } from './ruleForm.ts';

/** How the income limit is set: not at all, by the size of the household, or by alone and couple. */
export function IncomeLimitSection() {
  const { form: words } = useText().rules;
  const { control, watch } = useFormContext<RuleValues>();
  const kind = watch('limitKind');
  return (
    <Card title={words.incomeLimit}>
      <div className="fields">
        <Controller
          control={control}
          name="limitKind"
          render={({ field: { value, onChange } }) => (
            <RadioGroup legend={words.limitKind} size="small" value={value} onChange={onChange}>
              <div className="radio-row">
                {limitKinds.map((one) => (
                  <Radio key={one} value={one}>
                    {words.limitKinds[one]}
                  </Radio>
                ))}
              </div>
            </RadioGroup>
          )}
        />
        {kind === 'bySize' && <Rows />}
        {kind === 'byType' && (
          <>
            <LimitField name="alone" field="incomeLimit.alone" label={words.limitFor(words.alone)} />
            <LimitField name="couple" field="incomeLimit.couple" label={words.limitFor(words.couple)} />
          </>
        )}
      </div>
    </Card>
  );
}

function Rows() {
  const { form: words } = useText().rules;
  const { control, register, watch, setFocus } = useFormContext<RuleValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'rows' });
  const count = fields.length;
  return (
    <>
      <div className="limit-grid">
        {fields.map(({ id }, index) => (
          <LimitField
            key={id}
            name={`rows.${index}`}
            field={`incomeLimit.rows[${index}]`}
            label={words.limitFor(words.sizes(index + 1))}
          />
        ))}
      </div>
      <div className="form-buttons">
        <Button
          type="button"
          size="xsmall"
          variant="tertiary"
          icon={<PlusIcon aria-hidden />}
          onClick={() =>
            append(emptyLimit(watch(`rows.${count - 1}.unit`)), { shouldFocus: true, focusName: `rows.${count}.text` })
          }
        >
          {words.addRow(count + 1)}
        </Button>
        {count > 1 && (
          <Button
            type="button"
            size="xsmall"
            variant="tertiary"
            icon={<MinusIcon aria-hidden />}
            onClick={() => {
              remove(count - 1);
              setFocus(`rows.${count - 2}.text`);
            }}
          >
            {words.removeRow(count)}
          </Button>
        )}
      </div>
      <Select {...register('aboveKind')} label={words.aboveTable} size="small" className="short-select">
        {aboveKinds.map((above) => (
          <option key={above} value={above}>
            {words.aboveKinds[above]}
          </option>
        ))}
      </Select>
      {watch('aboveKind') === 'perExtraPerson' && (
        <LimitField name="addition" field="incomeLimit.aboveTable.addition" label={words.addition} />
      )}
    </>
  );
}
