import { Checkbox, Fieldset, TextField } from '@navikt/ds-react';
import { useFormContext } from 'react-hook-form';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { useMistake } from './MistakesContext.tsx';
import { fieldIdOf, type RuleValues, windowChoices } from './ruleForm.ts';

/** Which months and years the yearly income is worked out from, and whose income counts. */
export function BasisSection() {
  const { form: words } = useText().rules;
  const { register } = useFormContext<RuleValues>();
  const mistake = useMistake();
  return (
    <Card title={words.basis}>
      <div className="fields">
        <Fieldset legend={words.windows} size="small" className="windows">
          <div className="radio-row">
            {windowChoices.map((months, index) => (
              <Checkbox
                key={months}
                {...register('windows')}
                value={months}
                size="small"
                {...(index === 0 && { id: fieldIdOf('windows') })}
              >
                {words.windowNames[months]}
              </Checkbox>
            ))}
            <Checkbox {...register('useTaxYear')} size="small">
              {words.useTaxYear}
            </Checkbox>
          </div>
        </Fieldset>
        <div className="two-fields">
          <TextField
            {...register('deviation')}
            id={fieldIdOf('deviationThreshold')}
            label={words.deviation}
            description={words.deviationHint}
            size="small"
            inputMode="decimal"
            autoComplete="off"
            className="small-field"
            error={mistake('deviationThreshold')}
          />
          <TextField
            {...register('age')}
            id={fieldIdOf('countMembersFromAge')}
            label={words.age}
            description={words.ageHint}
            size="small"
            inputMode="numeric"
            autoComplete="off"
            className="small-field"
            error={mistake('countMembersFromAge')}
          />
        </div>
      </div>
    </Card>
  );
}
