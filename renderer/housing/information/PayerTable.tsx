import { formatOrganisationNumber } from '../../../shared/identity/organisationNumber.ts';
import { isOrganisationNumber } from '../../../shared/income/maskPayers.ts';
import type { Cell, MonthsTable } from '../../../shared/income/monthsTable.ts';
import type { Text } from '../../../shared/text/text.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { longMonth, shortMonth } from '../../ui/monthText.ts';

/** One member's months by payer and kind; every figure leads to its lines. */
export function PayerTable({ table, member }: { table: MonthsTable; member: string }) {
  const text = useText();
  const { months, kinds } = text.information;
  const { columns, rows, total, unplaced } = table;
  const stateWords = { ...text.information.states, notFetched: text.information.lookups.notFetched };
  if (total === null && unplaced === null) return null;
  return (
    <Card title={`${months.title}: ${member}`} note={months.note}>
      <div className="scroll-x">
        <table className="figures dense">
          <thead>
            <tr>
              <th scope="col">{months.payer}</th>
              {columns.map(({ month, state, complete }) => (
                <th key={month} scope="col" className="number">
                  <abbr title={longMonth(text, month)}>{shortMonth(text, month)}</abbr>
                  {state !== 'delivered' && <span className="incomplete">{stateWords[state]}</span>}
                  {state === 'delivered' && !complete && <span className="incomplete">{months.incomplete}</span>}
                </th>
              ))}
              <th scope="col" className="number">
                {months.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ payerId, kind, cells, total: rowTotal }) => {
              const name = `${kinds[kind]}, ${payerName(text, payerId)}`;
              return (
                <tr key={name}>
                  <th scope="row">
                    {kinds[kind]}
                    <br />
                    <span className="subtle">{payerName(text, payerId)}</span>
                  </th>
                  {columns.map(({ month }, index) => {
                    const cell = cells[index];
                    return (
                      <td key={month} className="number">
                        <CellFigure cell={cell} what={`${name}, ${longMonth(text, month)}`} />
                      </td>
                    );
                  })}
                  <td className="number">
                    <CellFigure cell={rowTotal} what={`${name}, ${months.total}`} />
                  </td>
                </tr>
              );
            })}
            <tr className="sum">
              <th scope="row">{months.total}</th>
              {columns.map(({ month, total: cell }) => (
                <td key={month} className="number">
                  <CellFigure cell={cell} what={`${months.total}, ${longMonth(text, month)}`} />
                </td>
              ))}
              <td className="number">
                <CellFigure cell={total} what={months.total} />
              </td>
            </tr>
          </tbody>
        </table>
      </div>
      {unplaced && (
        <p className="card-foot">
          {months.withoutMonth}: <CellFigure cell={unplaced} what={months.withoutMonth} />
        </p>
      )}
    </Card>
  );
}

/** A dash where nothing was reported; words where something was, without an amount. */
function CellFigure({ cell, what }: { cell: Cell | null | undefined; what: string }) {
  const { months } = useText().information;
  if (!cell) return <span className="missing">–</span>;
  return <Figure amount={cell.total} what={what} traces={cell.traces} missing={months.notDelivered} />;
}

/** A private employer has no organisation number, but the masked personal number they report under. */
function payerName({ information: { months } }: Text, payerId: string | null): string {
  if (payerId === null) return months.unknownPayer;
  return isOrganisationNumber(payerId) ? months.orgNumber(formatOrganisationNumber(payerId)) : payerId;
}
