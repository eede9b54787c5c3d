import { TextField } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { formatDate, type IsoDate, parseNorwegianDate } from '../../shared/dates.ts';

interface Props {
  readonly label: ReactNode;
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly id?: string;
  readonly name?: string;
  /** What stands in the field: a date as typed, or an ISO date. */
  readonly value: string;
  /** Called with an ISO date when what is typed is one, otherwise with the text itself. */
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
}

/** A date as caseworkers type it: `21.11.2026`, `211126`, `21.11.26`. Shown as dd.mm.åååå when the field is left. */
export function DateField({ label, value, onChange, error, ...rest }: Props) {
  const [typing, setTyping] = useState<string | null>(null);
  return (
    <TextField
      {...rest}
      label={label}
      size="small"
      className="date-field"
      inputMode="numeric"
      autoComplete="off"
      value={typing ?? shown(value)}
      error={error}
      onChange={(event) => {
        setTyping(event.target.value);
        onChange(parseNorwegianDate(event.target.value) ?? event.target.value);
      }}
      onBlur={() => setTyping(null)}
    />
  );
}

function shown(value: string): string {
  const date = parseNorwegianDate(value);
  return date === null ? value : formatDate(date);
}

/** The date in a `DateField`'s value; null when it is none. */
export const dateIn = (value: string): IsoDate | null => parseNorwegianDate(value);
