import { useState } from 'react';
import type { Month } from '../../shared/dates.ts';
import type { Member } from '../../shared/housing/caseFile.ts';
import { addDelivered } from '../../shared/income/sums.ts';
import { memberName } from '../../shared/text/memberName.ts';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { Figure } from '../ui/Figure.tsx';
import { MonthBars } from '../ui/MonthBars.tsx';
import { longMonth, shortMonth } from '../ui/monthText.ts';
import type { IncomeSeries } from './incomeSeries.ts';

const ORE_PER_THOUSAND_KRONER = 100_000;

interface Props {
  readonly members: readonly Member[];
  readonly months: readonly Month[];
  readonly series: readonly IncomeSeries[];
  readonly counted: readonly Month[];
  /** Members who are shown, lighter, and are in no sum. */
  readonly leftOut?: readonly string[];
  readonly className?: string;
}

/** The household's income month by month, as a chart or as the same figures in a table. */
export function IncomeChart({ members, months, series, counted, leftOut = [], className = '' }: Props) {
  const text = useText();
  const { chart } = text.information;
  const { words } = text.app;
  const [asTable, setAsTable] = useState(false);
  const [first, last] = [months[0], months.at(-1)];
  const period = first && last ? `${longMonth(text, first)} – ${longMonth(text, last)}` : '';
  const isLeftOut = ({ memberId }: IncomeSeries) => leftOut.includes(memberId);
  const label = (one: IncomeSeries) => {
    const name = memberName(text, members, one.memberId).toLowerCase();
    const words = chart.series(text.information.kinds[one.kind], name);
    return isLeftOut(one) ? chart.leftOut(words) : words;
  };
  const note = (
    <>
      {asTable ? words.kroner : chart.unit} · {period} ·{' '}
      <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
        {asTable ? words.showAsChart : words.showAsTable}
      </button>
    </>
  );
  return (
    <Card title={chart.title} note={note} className={className}>
      {asTable ? (
        <SeriesTable months={months} series={series} label={label} isLeftOut={isLeftOut} />
      ) : (
        <MonthBars
          months={months}
          series={series.map((one) => ({
            key: one.key,
            label: label(one),
            amounts: one.points.map(({ amount }) => amount),
            light: isLeftOut(one),
          }))}
          counted={counted}
          described={first && last ? chart.described(longMonth(text, first), longMonth(text, last)) : chart.title}
          unit={ORE_PER_THOUSAND_KRONER}
          {...(counted.length > 0 && counted.length < months.length && { legendNote: chart.counted(counted.length) })}
        />
      )}
    </Card>
  );
}

interface ViewProps {
  readonly months: readonly Month[];
  readonly series: readonly IncomeSeries[];
  readonly label: (series: IncomeSeries) => string;
  readonly isLeftOut: (series: IncomeSeries) => boolean;
}

function SeriesTable({ months, series, label, isLeftOut }: ViewProps) {
  const text = useText();
  const { chart } = text.information;
  return (
    <div className="scroll-x">
      <table className="figures dense">
        <thead>
          <tr>
            <th scope="col">{chart.month}</th>
            {months.map((month) => (
              <th key={month} scope="col" className="number">
                <abbr title={longMonth(text, month)}>{shortMonth(text, month)}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {series.map((one) => (
            <tr key={one.key} className={isLeftOut(one) ? 'subtle' : undefined}>
              <th scope="row">{label(one)}</th>
              {one.points.map(({ month, amount, traces }) => (
                <td key={month} className="number">
                  <Figure amount={amount} what={`${label(one)}, ${longMonth(text, month)}`} traces={traces} />
                </td>
              ))}
            </tr>
          ))}
          <tr className="sum">
            <th scope="row">{chart.total}</th>
            {months.map((month, index) => {
              const points = series.filter((one) => !isLeftOut(one)).map(({ points }) => points[index]);
              return (
                <td key={month} className="number">
                  <Figure
                    amount={addDelivered(points.map((point) => point?.amount ?? null))}
                    what={`${chart.total}, ${longMonth(text, month)}`}
                    traces={points.flatMap((point) => point?.traces ?? [])}
                  />
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </div>
  );
}
