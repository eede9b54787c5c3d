import { Checkbox } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { formatDate } from '../../../../shared/dates.ts';
import { formatKroner } from '../../../../shared/money.ts';
import type { MovingRow } from '../../../../shared/utlegg/movingDay.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { ScrollArea } from '../../../ui/ScrollArea.tsx';
import { registeredText } from '../trekkText.ts';
import { batchNeedOf, mayChoose } from './movingRows.ts';

interface Props {
  readonly rows: readonly MovingRow[];
  readonly chosen: readonly MovingRow[];
  readonly onChoose: (row: MovingRow, take: boolean) => void;
  readonly onChooseAll: (take: boolean) => void;
}

/** The work list, with a box on each row that can be done together with others. */
export function MovingTable({ rows, chosen, onChoose, onChooseAll }: Props) {
  const text = useText();
  const { moving: words } = text.trekk;
  const possible = rows.some((row) => mayChoose(row, chosen));
  return (
    <div className="card">
      <ScrollArea label={words.title}>
        <table className="figures moving-table">
          <caption className="aksel-sr-only">{words.title}</caption>
          <thead>
            <tr>
              <td>
                <Checkbox
                  size="small"
                  hideLabel
                  disabled={!possible}
                  checked={chosen.length > 0}
                  onChange={({ target }) => onChooseAll(target.checked)}
                >
                  {words.chooseAll}
                </Checkbox>
              </td>
              <th scope="col">{words.columns.caseNumber}</th>
              <th scope="col">{words.columns.need}</th>
              <th scope="col">{words.columns.by}</th>
              <th scope="col">{words.columns.state}</th>
              <th scope="col">{words.columns.endsOn}</th>
              <th scope="col" className="number">
                {words.columns.remaining}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.trekkId}>
                <td>
                  {batchNeedOf(row.need) && (
                    <Checkbox
                      size="small"
                      hideLabel
                      disabled={!mayChoose(row, chosen)}
                      checked={chosen.includes(row)}
                      onChange={({ target }) => onChoose(row, target.checked)}
                    >
                      {words.choose(row.caseNumber)}
                    </Checkbox>
                  )}
                </td>
                <th scope="row">
                  <Link
                    to="/innkreving/sak/$caseId/registrering/$trekkId"
                    params={{ caseId: row.caseId, trekkId: row.trekkId }}
                    className="row-link nowrap"
                  >
                    {row.caseNumber}
                  </Link>
                </th>
                <td>
                  <strong>{words.needs[row.need]}</strong>{' '}
                  <span className="subtle">{text.trekkRules.moving[row.need]}</span>
                </td>
                <td className="nowrap">{row.by ? formatDate(row.by) : ''}</td>
                <td>{registeredText(text, row.state)}</td>
                <td className="nowrap">{row.endsOn ? formatDate(row.endsOn) : ''}</td>
                <td className="number">{formatKroner(row.remaining)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}
