import { TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
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

/**
 * Kroner as caseworkers type them; grouped by thousands when the field is left. Coming into the field changes nothing in it: what Tab has marked
 * would no longer be, and the next amount would be typed after the last one.
 */
export function AmountField({ value, onChange, ...rest }: Props) {
  const amount = typedAmount(value);
  const grouped = amount === null ? value : formatKroner(amount);
  return (
    <TextField
      {...rest}
      size="small"
      className="amount-field"
      inputMode="decimal"
      autoComplete="off"
      value={value}
      onChange={({ target }) => onChange(target.value)}
      onBlur={() => {
        if (grouped !== value) onChange(grouped);
      }}
    />
  );
}
