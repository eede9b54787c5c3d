import { Select, Textarea, TextField } from '@navikt/ds-react';
import { Controller, useFormContext } from 'react-hook-form';
import { confidences } from '../../shared/rules/housingRule.ts';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { DateField } from '../ui/DateField.tsx';
import { useMistake } from './MistakesContext.tsx';
import { fieldIdOf, type RuleValues } from './ruleForm.ts';

/** Whose rule it is, when it applies, and where it comes from. */
export function FactsSection() {
  const { assessment, rules } = useText();
  const { form: words } = rules;
  const { control, register } = useFormContext<RuleValues>();
  const mistake = useMistake();
  return (
    <Card title={words.rule}>
      <div className="fields">
        <div className="two-fields">
          <TextField
            {...register('municipality')}
            id={fieldIdOf('municipality')}
            label={words.municipality}
            size="small"
            autoComplete="off"
            error={mistake('municipality')}
          />
          <TextField
            {...register('scheme')}
            id={fieldIdOf('scheme')}
            label={words.scheme}
            size="small"
            autoComplete="off"
            error={mistake('scheme')}
          />
        </div>
        <div className="field-row">
          {(['validFrom', 'validTo'] as const).map((name) => (
            <Controller
              key={name}
              control={control}
              name={name}
              render={({ field: { value, onChange } }) => (
                <DateField
                  id={fieldIdOf(name)}
                  label={words[name]}
                  value={value}
                  onChange={onChange}
                  description={words[`${name}Hint`]}
                  error={mistake(name)}
                />
              )}
            />
          ))}
        </div>
        <div className="two-fields">
          <TextField
            {...register('source')}
            id={fieldIdOf('source')}
            label={words.source}
            description={words.sourceHint}
            size="small"
            autoComplete="off"
            error={mistake('source')}
          />
          <Select {...register('confidence')} label={words.confidence} description={words.confidenceHint} size="small">
            {confidences.map((confidence) => (
              <option key={confidence} value={confidence}>
                {assessment.confidences[confidence]}
              </option>
            ))}
          </Select>
        </div>
        <Textarea
          {...register('notes')}
          id={fieldIdOf('notes')}
          label={words.notes}
          description={words.notesHint}
          size="small"
          minRows={2}
          maxRows={8}
          error={mistake('notes')}
        />
      </div>
    </Card>
  );
}
