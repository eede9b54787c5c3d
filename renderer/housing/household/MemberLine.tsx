import { TrashIcon } from '@navikt/aksel-icons';
import { Button, Checkbox, Select } from '@navikt/ds-react';
import { useState } from 'react';
import { ageOn, parseIsoDate } from '../../../shared/dates.ts';
import { memberRoles } from '../../../shared/housing/caseFile.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { Mistake } from '../../ui/Mistakes.tsx';
import { NationalIdField } from '../../ui/NationalIdField.tsx';
import { fieldId, type MemberRow, withRole, withTypedId } from './householdForm.ts';
import { ManualPosts } from './ManualPosts.tsx';

interface Props {
  readonly row: MemberRow;
  readonly name: string;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (row: MemberRow) => void;
  readonly onRemove: () => void;
  readonly revealStored: () => Promise<string>;
}

/** One member of the household, on one line where there is room. */
export function MemberLine({ row, name, mistakes, onChange, onRemove, revealStored }: Props) {
  const { household } = useText();
  const { today, environment } = useSession();
  const [manualOpen, setManualOpen] = useState(false);
  const { columns, of } = household;
  const birthDate = parseIsoDate(row.birthDate);
  const mistakeIn = (field: Parameters<typeof fieldId>[1]) =>
    mistakes.find((mistake) => mistake.fieldId === fieldId(row, field))?.sentence;
  return (
    <li className="member">
      <div className="member-line">
        <Select
          id={fieldId(row, 'role')}
          label={of(columns.role, name)}
          size="small"
          value={row.role}
          error={mistakeIn('role')}
          onChange={({ target }) => {
            const role = memberRoles.find((one) => one === target.value);
            if (role) onChange(withRole(row, role));
          }}
        >
          {memberRoles.map((role) => (
            <option key={role} value={role}>
              {household.roles[role]}
            </option>
          ))}
        </Select>
        <NationalIdField
          id={fieldId(row, 'nationalId')}
          member={name}
          stored={row.stored}
          typed={row.typedId}
          onType={(typed) => onChange(withTypedId(row, typed, environment, today))}
          revealStored={revealStored}
          mistake={mistakeIn('nationalId')}
        />
        <div>
          <DateField
            id={fieldId(row, 'birthDate')}
            label={of(columns.birthDate, name)}
            value={row.birthDate}
            error={mistakeIn('birthDate')}
            onChange={(value) => onChange({ ...row, birthDate: value, birthDateConfirmed: true })}
          />
          {!row.birthDateConfirmed && (
            <p className="suggestion">
              {household.suggested}{' '}
              <Button
                size="xsmall"
                variant="secondary"
                aria-label={household.confirmBirthDateFor(name)}
                onClick={() => onChange({ ...row, birthDateConfirmed: true })}
              >
                {household.confirmBirthDate}
              </Button>
            </p>
          )}
        </div>
        <span className="member-age">
          {birthDate !== null && birthDate <= today && household.ageYears(ageOn(birthDate, today))}
        </span>
        <Checkbox size="small" checked={row.lookUp} onChange={() => onChange({ ...row, lookUp: !row.lookUp })}>
          <span className="wide-hidden">{of(columns.lookUp, name)}</span>
        </Checkbox>
        <Checkbox
          size="small"
          checked={row.countsInSize}
          onChange={() => onChange({ ...row, countsInSize: !row.countsInSize })}
        >
          <span className="wide-hidden">{of(columns.countsInSize, name)}</span>
        </Checkbox>
        <div className="member-actions">
          <Button
            size="xsmall"
            variant="tertiary"
            aria-expanded={manualOpen}
            aria-label={household.manual.show(name, row.manual.length)}
            onClick={() => setManualOpen(!manualOpen)}
          >
            {household.manual.short(row.manual.length)}
          </Button>
          <Button
            size="xsmall"
            variant="tertiary"
            data-color="neutral"
            icon={<TrashIcon title={household.removeMember(name)} />}
            onClick={onRemove}
          />
        </div>
      </div>
      {manualOpen && (
        <ManualPosts
          name={name}
          posts={row.manual}
          idOf={(postId) => fieldId(row, `manual-${postId}`)}
          mistakeIn={(postId) => mistakeIn(`manual-${postId}`)}
          onChange={(manual) => onChange({ ...row, manual })}
        />
      )}
    </li>
  );
}
