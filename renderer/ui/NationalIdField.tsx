import { PencilIcon } from '@navikt/aksel-icons';
import { Button, TextField } from '@navikt/ds-react';
import { type ChangeEvent, useState } from 'react';
import { formatNationalId, maskNationalId, parseNationalId } from '../../shared/identity/nationalId.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { HoldToReveal } from './HoldToReveal.tsx';
import { idFault } from './idFault.ts';

interface Props {
  readonly id: string;
  readonly member: string;
  /** The masked number that is kept while nothing is typed; null when there is none. */
  readonly stored: string | null;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  /** Fetches the whole stored number. */
  readonly revealStored: () => Promise<string>;
  /** Shown when saving was tried; what is wrong with the number itself is said at once. */
  readonly mistake: string | undefined;
}

/** A person's number: checked and grouped while typed, masked when the field is left, whole again only while a button is held. */
export function NationalIdField({ id, member, stored, typed, onType, revealStored, mistake }: Props) {
  const { household } = useText();
  const [changing, setChanging] = useState(false);
  const [revealed, setRevealed] = useState<string | null>(null);
  const label = household.of(household.columns.nationalId, member);
  const eye = (reveal: () => Promise<string>) => (
    <HoldToReveal label={household.reveal(member)} reveal={reveal} onChange={setRevealed} />
  );

  if (stored !== null && typed === '' && !changing) {
    return (
      <fieldset className="stored-id" aria-label={label}>
        <span className="national-id" aria-live="polite">
          {revealed === null ? stored : grouped(revealed)}
        </span>
        {eye(revealStored)}
        <Button
          id={id}
          size="xsmall"
          variant="tertiary"
          data-color="neutral"
          icon={<PencilIcon title={household.changeNumber(member)} />}
          onClick={() => setChanging(true)}
        />
      </fieldset>
    );
  }
  return (
    <div className="typed-id">
      <Typing
        id={id}
        label={label}
        typed={typed}
        onType={onType}
        mistake={mistake}
        revealed={revealed}
        autoFocus={changing}
        onLeave={() => setChanging(false)}
      />
      {typed !== '' && eye(async () => typed)}
    </div>
  );
}

interface TypingProps extends Pick<Props, 'id' | 'typed' | 'onType' | 'mistake'> {
  readonly label: string;
  readonly revealed: string | null;
  readonly autoFocus: boolean;
  readonly onLeave: () => void;
}

function Typing({ id, label, typed, onType, mistake, revealed, autoFocus, onLeave }: TypingProps) {
  const { household } = useText();
  const { environment } = useSession();
  const [focused, setFocused] = useState(false);
  const valid = parseNationalId(typed, environment);
  const fault = idFault(typed, environment);
  // Too few digits is no fault until one has stopped typing.
  const sentence = fault && !(focused && fault === 'too-short') ? household.faults[fault] : mistake;

  const shown = () => {
    if (revealed !== null && valid.ok) return formatNationalId(valid.value);
    return valid.ok && !focused ? maskNationalId(valid.value) : typed;
  };
  const onChange = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const atEnd = target.selectionStart === target.value.length;
    // Grouping moves the caret, so it waits until one types at the end.
    onType(atEnd ? grouped(target.value) : target.value);
  };
  return (
    <TextField
      id={id}
      label={label}
      size="small"
      className="national-id"
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      autoFocus={autoFocus}
      placeholder={household.numberHint}
      value={shown()}
      error={sentence}
      onChange={onChange}
      onFocus={() => setFocused(true)}
      onBlur={() => {
        setFocused(false);
        onLeave();
      }}
    />
  );
}

/** Six digits, a space, five digits; anything else stays as typed, so that nothing is lost. */
function grouped(text: string): string {
  const digits = text.replace(/\s/g, '');
  return /^\d{7,}$/.test(digits) ? `${digits.slice(0, 6)} ${digits.slice(6)}` : text;
}
