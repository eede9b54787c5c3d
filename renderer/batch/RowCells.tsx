import {
  CheckmarkCircleIcon,
  ClockDashedIcon,
  ExclamationmarkTriangleIcon,
  MinusCircleIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { Loader } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Batch, BatchRow, RowResult, RowState } from '../../shared/batch/batch.ts';
import { remarks } from '../../shared/batch/exportTable.ts';
import { formatOrganisationNumber } from '../../shared/identity/organisationNumber.ts';
import { formatKroner, type Oere } from '../../shared/money.ts';
import { useText } from '../app/SessionContext.tsx';
import { CorrectCells } from './CorrectCells.tsx';
import { type RowColumn, type RowLayoutName, rowLayouts } from './rowColumns.ts';

/** The cells of one row. A row that must be put right, in the view for that, is put right where it stands. */
export function RowCells({ batch, row, layout }: { batch: Batch; row: BatchRow; layout: RowLayoutName }) {
  if (layout === 'refused') return <CorrectCells batch={batch} row={row} />;
  return rowLayouts[layout].columns.map(({ name, number }) => (
    <td key={name} className={number ? 'number' : undefined}>
      <Cell row={row} name={name} />
    </td>
  ));
}

function Cell({ row, name }: { row: BatchRow; name: RowColumn['name'] }): ReactNode {
  const text = useText();
  const { batch: words, collection } = text;
  const { result } = row;
  switch (name) {
    case 'line':
      return row.line;
    case 'caseNumber':
      return row.caseId === null ? (
        row.caseNumber
      ) : (
        <Link to="/innkreving/sak/$caseId" params={{ caseId: row.caseId }}>
          {row.caseNumber}
        </Link>
      );
    case 'person':
      return <span className="nowrap">{row.person ?? row.written}</span>;
    case 'purpose':
      return row.purpose ? collection.purposes[row.purpose] : row.purposeWritten;
    case 'state':
      return <State row={row} />;
    case 'why':
      return row.problems.length > 0 && <State row={row} />;
    case 'gross':
    case 'net':
      return amount(result[name]);
    case 'assets':
    case 'runningTrekk':
      return result[name] ?? missing;
    case 'mainPayer':
      return mainPayer(result, words.morePayers);
    case 'newRules':
      return result.newRules === null ? missing : words.rules[result.newRules ? 'new' : 'old'];
  }
}

/** Who pays most, by name when the tax basis has it, and how many others there are. */
function mainPayer(
  { mainPayer: id, mainPayerName: name, payers }: RowResult,
  more: (count: number) => string,
): ReactNode {
  if (id === null) return missing;
  const others = (payers ?? 1) - 1;
  return `${name ?? formatOrganisationNumber(id)} ${others > 0 ? more(others) : ''}`;
}

/** Not known, which is no number. */
const missing = <span className="missing">–</span>;

const amount = (oere: Oere | null): ReactNode => (oere === null ? missing : formatKroner(oere));

const icons = {
  unasked: MinusCircleIcon,
  waiting: ClockDashedIcon,
  asking: null,
  interrupted: ExclamationmarkTriangleIcon,
  answered: CheckmarkCircleIcon,
  partly: ExclamationmarkTriangleIcon,
  failed: XMarkOctagonIcon,
} as const satisfies Record<RowState, unknown>;

/** Where the row stands, and what must be known about its answers; why, for one that can't be used. */
function State({ row }: { row: BatchRow }) {
  const text = useText();
  const { rowStates, rowRefused } = text.batch;
  const said = remarks(row, text).join(' ');
  const refused = row.problems.length > 0;
  const telling = row.state === 'answered' && said !== '';
  const Icon = refused || telling ? ExclamationmarkTriangleIcon : icons[row.state];
  return (
    <span className="row-state" data-state={refused ? 'refused' : telling ? 'partly' : row.state}>
      {Icon ? <Icon aria-hidden /> : <Loader size="xsmall" aria-hidden />}
      <span>
        <span className="nowrap">{refused ? rowRefused : rowStates[row.state]}</span>
        {said !== '' && <span className="remarks">{said}</span>}
      </span>
    </span>
  );
}
