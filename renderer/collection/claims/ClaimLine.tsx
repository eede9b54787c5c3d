import { TrashIcon } from '@navikt/aksel-icons';
import { Button, ErrorMessage, Select, TextField } from '@navikt/ds-react';
import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { claimTypes, onTheList, type PriorityLetter } from '../../../shared/garnishment/claims.ts';
import { legalPants } from '../../../shared/garnishment/debtorCase.ts';
import { useText } from '../../app/SessionContext.tsx';
import { AmountField } from '../../ui/AmountField.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { Mistake } from '../../ui/Mistakes.tsx';
import { amounts, type ClaimRow, fieldId } from './claimsForm.ts';
import { QuietName } from './QuietName.tsx';

interface Props {
  readonly row: ClaimRow;
  /** «krav 2»: tells the fields of one line from those of another. */
  readonly name: string;
  readonly decisionDate: IsoDate;
  /** By the municipality's setting; null = not decided. */
  readonly letter: PriorityLetter | null;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (row: ClaimRow) => void;
  readonly onRemove: () => void;
}

/** One claim, on one line where there is room. */
export function ClaimLine({ row, name, decisionDate, letter, mistakes, onChange, onRemove }: Props) {
  const { claims: words, collection } = useText();
  const { columns } = words;
  const own = mistakes.filter(({ fieldId: id }) => id.endsWith(row.id));
  const isWrong = (field: keyof ClaimRow) => own.some(({ fieldId: id }) => id === fieldId(row.id, field));
  const refusal = onTheList(row.type, decisionDate);
  const type = collection.claimTypes[row.type];
  return (
    <li className="claim">
      <div className="claim-line">
        <Select
          id={fieldId(row.id, 'type')}
          label={<QuietName label={columns.type} of={name} />}
          size="small"
          value={row.type}
          onChange={({ target }) => {
            const chosen = claimTypes.find((one) => one === target.value);
            if (chosen) onChange({ ...row, type: chosen });
          }}
        >
          {claimTypes.map((one) => (
            <option key={one} value={one}>
              {collection.claimTypes[one]}
            </option>
          ))}
        </Select>
        <TextField
          id={fieldId(row.id, 'reference')}
          label={<QuietName label={columns.reference} of={name} />}
          size="small"
          autoComplete="off"
          maxLength={64}
          value={row.reference}
          error={isWrong('reference')}
          onChange={({ target }) => onChange({ ...row, reference: target.value })}
        />
        <DateField
          id={fieldId(row.id, 'dueDate')}
          label={<QuietName label={columns.dueDate} of={name} />}
          value={row.dueDate}
          error={isWrong('dueDate')}
          onChange={(dueDate) => onChange({ ...row, dueDate })}
        />
        {amounts.map((field) => (
          <AmountField
            key={field}
            id={fieldId(row.id, field)}
            label={<QuietName label={columns[field]} of={name} />}
            value={row[field]}
            error={isWrong(field)}
            onChange={(typed) => onChange({ ...row, [field]: typed })}
          />
        ))}
        <span className="claim-letter">
          <span className="narrow-only">{columns.letter}: </span>
          {letter ?? <em className="missing">{words.noLetter}</em>}
        </span>
        <Select
          label={<QuietName label={columns.legalPant} of={name} />}
          size="small"
          value={row.legalPant}
          onChange={({ target }) => {
            const chosen = legalPants.find((one) => one === target.value);
            if (chosen) onChange({ ...row, legalPant: chosen });
          }}
        >
          {legalPants.map((one) => (
            <option key={one} value={one}>
              {words.legalPants[one]}
            </option>
          ))}
        </Select>
        <Button
          type="button"
          size="small"
          variant="tertiary"
          data-color="neutral"
          icon={<TrashIcon title={words.remove(name)} />}
          onClick={onRemove}
        />
      </div>
      {row.legalPant !== 'ingen' && (
        <div className="claim-more">
          <DateField
            id={fieldId(row.id, 'lastInstalmentDue')}
            label={<QuietName label={words.lastInstalment} of={name} />}
            value={row.lastInstalmentDue}
            error={isWrong('lastInstalmentDue')}
            onChange={(lastInstalmentDue) => onChange({ ...row, lastInstalmentDue })}
          />
          <span className="subtle">{words.lastInstalmentHint}</span>
        </div>
      )}
      {!refusal.allowed && (
        <ErrorMessage size="small" showIcon>
          {refusal.why === 'never' || refusal.from === null
            ? words.never(type)
            : words.notYet(type, formatDate(refusal.from))}
        </ErrorMessage>
      )}
      {own.map(({ fieldId: id, sentence, about }) => (
        <ErrorMessage key={id} size="small">
          {about ? `${about}: ${sentence}` : sentence}
        </ErrorMessage>
      ))}
    </li>
  );
}
