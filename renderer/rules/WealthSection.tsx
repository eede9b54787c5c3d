import { Radio, RadioGroup, Select } from '@navikt/ds-react';
import { Controller, useFormContext } from 'react-hook-form';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { LimitField } from './LimitField.tsx';
import { type RuleValues, wealthBases } from './ruleForm.ts';

/** Whether the rule has a wealth limit, and of what. */
export function WealthSection() {
  const { form: words } = useText().rules;
  const { control, register, watch } = useFormContext<RuleValues>();
  return (
    <Card title={words.wealthLimit}>
      <div className="fields">
        <Controller
          control={control}
          name="wealthKind"
          render={({ field: { value, onChange } }) => (
            <RadioGroup legend={words.wealthKind} size="small" value={value} onChange={onChange}>
              <div className="radio-row">
                <Radio value="none">{words.wealthKinds.none}</Radio>
                <Radio value="limit">{words.wealthKinds.limit}</Radio>
              </div>
            </RadioGroup>
          )}
        />
        {watch('wealthKind') === 'limit' && (
          <div className="field-row">
            <LimitField name="wealth" field="wealthLimit.limit" label={words.wealth} />
            <Select {...register('wealthBasis')} label={words.wealthBasis} size="small">
              {wealthBases.map((basis) => (
                <option key={basis} value={basis}>
                  {words.wealthBases[basis]}
                </option>
              ))}
            </Select>
          </div>
        )}
      </div>
    </Card>
  );
}
