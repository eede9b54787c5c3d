import { Button, Select, TextField } from '@navikt/ds-react';
import { useState } from 'react';
import type { Batch, BatchRow } from '../../shared/batch/batch.ts';
import { remarks } from '../../shared/batch/exportTable.ts';
import type { Corrections, ListField, RowProblem } from '../../shared/batch/list.ts';
import { debtorPurposes } from '../../shared/garnishment/debtorCase.ts';
import { useText } from '../app/SessionContext.tsx';
import { useCorrectRow } from '../data/batches.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

/** Which cell a problem is mended in. A duplicate may be the wrong case or the wrong person; swallowed rows are mended in the file. */
const fieldsOf = (problem: RowProblem): readonly ListField[] => {
  switch (problem) {
    case 'swallowed-rows':
      return [];
    case 'duplicate':
      return ['caseNumber', 'nationalId'];
    case 'missing-case-number':
    case 'case-number-too-long':
    case 'case-number-eaten':
      return ['caseNumber'];
    case 'missing-purpose':
    case 'unknown-purpose':
      return ['purpose'];
    default:
      return ['nationalId'];
  }
};

/** A row that can't be used, with fields where something must be put right, and why. What is typed is kept when the field is left, or at Enter. */
export function CorrectCells({ batch, row }: { batch: Batch; row: BatchRow }) {
  const text = useText();
  const { batch: words, collection } = text;
  const correct = useCorrectRow(batch.id);
  const announce = useAnnounce();
  const wrong = new Set(row.problems.flatMap(fieldsOf));
  const save = (corrections: Corrections) =>
    correct.mutate(
      { position: row.position, corrections },
      {
        onSuccess: ({ counts: { usable } }) =>
          announce(words.correct[usable > batch.counts.usable ? 'saved' : 'savedStill'](row.line)),
      },
    );
  const label = (field: ListField) => words.correct.label(words.fields[field], row.line);
  const { repaired } = row;
  return (
    <>
      <td>{row.line}</td>
      <td>
        {wrong.has('caseNumber') ? (
          <TypedCell
            key={row.caseNumber}
            label={label('caseNumber')}
            stored={row.caseNumber}
            maxLength={40}
            onSave={(caseNumber) => save({ caseNumber })}
          />
        ) : (
          row.caseNumber
        )}
      </td>
      <td>
        {wrong.has('nationalId') ? (
          <TypedCell
            key={row.written}
            label={label('nationalId')}
            stored={row.written}
            maxLength={100}
            onSave={(nationalId) => save({ nationalId })}
          />
        ) : (
          <span className="nowrap">{row.person ?? row.written}</span>
        )}
        {repaired !== null && (
          <Button
            size="xsmall"
            variant="secondary"
            className="accept-repair"
            loading={correct.isPending}
            aria-label={words.correct.label(words.correct.accept(repaired), row.line)}
            onClick={() => save({ nationalId: repaired })}
          >
            {words.correct.accept(repaired)}
          </Button>
        )}
      </td>
      <td>
        {wrong.has('purpose') ? (
          <Select
            label={label('purpose')}
            hideLabel
            size="small"
            value=""
            onChange={({ target }) => save({ purpose: target.value })}
          >
            <option value="">{row.purposeWritten || words.mapping.choosePurpose}</option>
            {debtorPurposes.map((purpose) => (
              <option key={purpose} value={purpose}>
                {collection.purposes[purpose]}
              </option>
            ))}
          </Select>
        ) : (
          row.purpose && collection.purposes[row.purpose]
        )}
      </td>
      <td>
        <span className="remarks">{remarks(row, text).join(' ')}</span>
        {correct.error && <ErrorNotice error={correct.error.error} />}
      </td>
    </>
  );
}

interface TypedProps {
  readonly label: string;
  readonly stored: string;
  readonly maxLength: number;
  readonly onSave: (text: string) => void;
}

function TypedCell({ label, stored, maxLength, onSave }: TypedProps) {
  const [typed, setTyped] = useState(stored);
  const save = () => {
    if (typed.trim() !== stored) onSave(typed);
  };
  return (
    <TextField
      label={label}
      hideLabel
      size="small"
      autoComplete="off"
      spellCheck={false}
      maxLength={maxLength}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={save}
      onKeyDown={({ key }) => key === 'Enter' && save()}
    />
  );
}
