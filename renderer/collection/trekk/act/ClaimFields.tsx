import { TrashIcon } from '@navikt/aksel-icons';
import { Button, Checkbox, Select, TextField } from '@navikt/ds-react';
import { priorityLetters } from '../../../../shared/garnishment/claims.ts';
import { kravdetaljer, kravtyper } from '../../../../shared/utlegg/trekkContent.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { AmountField } from '../../../ui/AmountField.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { QuietName } from '../../claims/QuietName.tsx';
import { useAct } from './ActContext.tsx';
import type { ClaimRow } from './claimRows.ts';
import { fieldId } from './fieldId.ts';
import { GroupProblems } from './GroupProblems.tsx';
import { PaymentRows } from './PaymentRows.tsx';

interface Props {
  readonly row: ClaimRow;
  readonly index: number;
  /** «krav 2»: tells the fields of one claim from those of another. */
  readonly name: string;
  readonly onChange: (row: ClaimRow) => void;
  readonly onRemove: () => void;
}

/** Every field of one claim. */
export function ClaimFields({ row, index, name, onChange, onRemove }: Props) {
  const { trekk, trekkRules } = useText();
  const { claims: words } = trekk;
  const { values, wrong } = useAct();
  const path = `claims.${index}`;
  const field = (part: keyof ClaimRow) => ({
    id: fieldId(`${path}.${part}`),
    size: 'small' as const,
    error: wrong(`${path}.${part}`),
  });
  const label = (said: string) => <QuietName label={said} of={name} />;
  return (
    <div className="claim-fields">
      <GroupProblems path={path} />
      <div className="field-row">
        <Select
          {...field('type')}
          label={label(words.type)}
          value={row.type}
          onChange={({ target }) => {
            const type = kravtyper.find((one) => one === target.value);
            if (type) onChange({ ...row, type });
          }}
        >
          {kravtyper.map((one) => (
            <option key={one} value={one}>
              {trekkRules.claimTypes[one]}
            </option>
          ))}
        </Select>
        <Select
          {...field('detail')}
          label={label(words.detail)}
          value={row.detail}
          onChange={({ target }) => {
            const detail = kravdetaljer.find((one) => one === target.value);
            if (detail) onChange({ ...row, detail });
          }}
        >
          {kravdetaljer.map((one) => (
            <option key={one} value={one}>
              {trekkRules.claimDetails[one]}
            </option>
          ))}
        </Select>
        <TextField
          {...field('reference')}
          label={label(words.reference)}
          autoComplete="off"
          maxLength={64}
          className="number-field"
          value={row.reference}
          onChange={({ target }) => onChange({ ...row, reference: target.value })}
        />
        {row.detail !== 'Hovedkrav' && (
          <RelatedTo row={row} index={index} label={label(words.relatedTo)} onChange={onChange} />
        )}
        <DateField
          {...field('due')}
          label={label(words.due)}
          value={row.due}
          onChange={(due) => onChange({ ...row, due })}
        />
        <AmountField
          {...field('original')}
          label={label(words.original)}
          value={row.original}
          onChange={(original) => onChange({ ...row, original })}
        />
        <AmountField
          {...field('remaining')}
          label={label(words.remaining)}
          value={row.remaining}
          onChange={(remaining) => onChange({ ...row, remaining })}
        />
        <Select
          {...field('letter')}
          label={label(words.letterLong)}
          value={row.letter}
          onChange={({ target }) =>
            onChange({ ...row, letter: priorityLetters.find((one) => one === target.value) ?? '' })
          }
        >
          <option value="">{words.noLetter}</option>
          {priorityLetters.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
        <TextField
          {...field('order')}
          label={label(words.orderLong)}
          inputMode="numeric"
          autoComplete="off"
          className="short-field"
          value={row.order}
          onChange={({ target }) => onChange({ ...row, order: target.value })}
        />
        <TextField
          {...field('description')}
          label={label(words.description)}
          autoComplete="off"
          className="medium-field"
          maxLength={500}
          value={row.description}
          onChange={({ target }) => onChange({ ...row, description: target.value })}
        />
      </div>
      {values.kind === 'beslutning' && <NewRulesFields row={row} index={index} name={name} onChange={onChange} />}
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="danger"
        icon={<TrashIcon aria-hidden />}
        onClick={onRemove}
      >
        {words.remove(name)}
      </Button>
    </div>
  );
}

/** Which principal interest or costs belong to. */
function RelatedTo({
  row,
  index,
  label,
  onChange,
}: Pick<Props, 'row' | 'index' | 'onChange'> & { label: React.ReactNode }) {
  const { claims: words } = useText().trekk;
  const { values, wrong } = useAct();
  const path = `claims.${index}.relatedTo`;
  const principals = values.claims.filter(({ detail, reference }) => detail === 'Hovedkrav' && reference !== '');
  return (
    <Select
      id={fieldId(path)}
      label={label}
      size="small"
      value={row.relatedTo[0] ?? ''}
      error={wrong(path)}
      onChange={({ target }) => onChange({ ...row, relatedTo: target.value === '' ? [] : [target.value] })}
    >
      <option value="">{words.relatedToNone}</option>
      {principals.map(({ reference }) => (
        <option key={reference} value={reference}>
          {reference}
        </option>
      ))}
    </Select>
  );
}

/** What only the new rules ask about a claim: what has been paid on it, and its interest. */
function NewRulesFields({ row, index, name, onChange }: Omit<Props, 'onRemove'>) {
  const { claims: words } = useText().trekk;
  const { wrong } = useAct();
  const path = `claims.${index}`;
  const label = (said: string) => <QuietName label={said} of={name} />;
  return (
    <>
      {row.detail === 'Rentekrav' && (
        <div className="field-row">
          <DateField
            id={fieldId(`${path}.interestPeriod`)}
            label={label(words.interestFrom)}
            value={row.interestFrom}
            error={wrong(`${path}.interestPeriod`) ?? wrong(`${path}.interestPeriod.from`)}
            onChange={(interestFrom) => onChange({ ...row, interestFrom })}
          />
          <DateField
            id={fieldId(`${path}.interestPeriod.to`)}
            label={label(words.interestTo)}
            value={row.interestTo}
            error={wrong(`${path}.interestPeriod.to`)}
            onChange={(interestTo) => onChange({ ...row, interestTo })}
          />
        </div>
      )}
      {row.detail === 'Hovedkrav' && (
        <div className="field-row">
          <Checkbox
            id={fieldId(`${path}.bearsInterest`)}
            size="small"
            checked={row.bearsInterest}
            onChange={({ target }) => onChange({ ...row, bearsInterest: target.checked })}
          >
            {label(words.bearsInterest)}
          </Checkbox>
          {row.bearsInterest && (
            <TextField
              id={fieldId(`${path}.bearsInterest.order`)}
              label={label(words.interestOrder)}
              size="small"
              inputMode="numeric"
              autoComplete="off"
              className="short-field"
              value={row.interestOrder}
              error={wrong(`${path}.bearsInterest.order`) ?? wrong(`${path}.bearsInterest`)}
              onChange={({ target }) => onChange({ ...row, interestOrder: target.value })}
            />
          )}
        </div>
      )}
      <PaymentRows
        path={`${path}.payments`}
        name={name}
        payments={row.payments}
        onChange={(payments) => onChange({ ...row, payments })}
      />
    </>
  );
}
