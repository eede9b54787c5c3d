import { TextField } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { formatKroner } from '../../shared/money.ts';
import { typedAmount } from './typedAmount.ts';

interface Props {
  readonly label: ReactNode;
  readonly description?: string;
  readonly id?: string;
  /** What stands in the field, as typed. */
  readonly value: string;
  readonly onChange: (typed: string) => void;
  /** `true` marks the field when the sentence stands elsewhere. */
  readonly error?: ReactNode;
}

/** Kroner as caseworkers type them; grouped by thousands when the field is left. */
export function AmountField({ value, onChange, ...rest }: Props) {
  const [focused, setFocused] = useState(false);
  const amount = typedAmount(value);
  return (
    <TextField
      {...rest}
      size="small"
      className="amount-field"
      inputMode="decimal"
      autoComplete="off"
      value={focused || amount === null ? value : formatKroner(amount)}
      onChange={({ target }) => onChange(target.value)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    />
  );
}
