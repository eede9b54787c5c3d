import { Select, TextField } from '@navikt/ds-react';
import { useFormContext } from 'react-hook-form';
import { limitInOere } from '../../shared/housing/limit.ts';
import { formatKroner } from '../../shared/money.ts';
import { grunnbeloepOn } from '../../shared/rules/rates.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { useMistake } from './MistakesContext.tsx';
import { fieldIdOf, type RuleValues, readLimit } from './ruleForm.ts';

interface Props {
  readonly name: 'alone' | 'couple' | 'addition' | 'wealth' | `rows.${number}`;
  /** The field as the rule file names it. */
  readonly field: string;
  readonly label: string;
}

/** A limit in G or kroner per year; in G also what that is in kroner today. */
export function LimitField({ name, field, label }: Props) {
  const { form: words, limits } = useText().rules;
  const { today } = useSession();
  const { register, watch } = useFormContext<RuleValues>();
  const mistake = useMistake();
  const limit = readLimit(watch(name));
  const rate = grunnbeloepOn(today);
  const inKroner = limit?.unit === 'G' && rate.ok ? formatKroner(limitInOere(limit, rate.value.g.amount)) : null;
  return (
    <div className="limit-field">
      <TextField
        {...register(`${name}.text`)}
        id={fieldIdOf(field)}
        label={label}
        size="small"
        inputMode="decimal"
        autoComplete="off"
        error={mistake(field)}
      />
      <Select {...register(`${name}.unit`)} label={words.unitOf(label)} hideLabel size="small">
        <option value="G">{words.units.G}</option>
        <option value="NOK">{words.units.NOK}</option>
      </Select>
      {inKroner !== null && <span className="subtle limit-in-kroner">{limits.inKroner(inKroner)}</span>}
    </div>
  );
}
