import { useState } from 'react';
import { Bar, BarChart, CartesianGrid, Rectangle, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Month } from '../../shared/dates.ts';
import type { Member } from '../../shared/housing/caseFile.ts';
import { addDelivered } from '../../shared/income/sums.ts';
import { memberName } from '../../shared/text/memberName.ts';
import type { Text } from '../../shared/text/text.ts';
import { useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { Figure } from '../ui/Figure.tsx';
import { longMonth, shortMonth } from '../ui/monthText.ts';
import type { IncomeSeries } from './incomeSeries.ts';
import { niceTicks, stackEnds } from './niceTicks.ts';

/** Dark for months that count, light for the others; told apart by their order in the stack and the legend too. */
const COLOURS = [
  ['#154f7a', '#6e9fc3'],
  ['#b96a00', '#e2b170'],
  ['#3f6b34', '#9dbf93'],
  ['#6f4a94', '#bba3d2'],
  ['#8c2f4f', '#d59fb3'],
  ['#4b5563', '#a9b1bd'],
] as const;
const colourOf = (index: number) => COLOURS[index % COLOURS.length] ?? COLOURS[0];

interface Props {
  readonly members: readonly Member[];
  readonly months: readonly Month[];
  readonly series: readonly IncomeSeries[];
  readonly counted: readonly Month[];
  readonly className?: string;
}

/** The household's income month by month, as a chart or as the same figures in a table. */
export function IncomeChart({ members, months, series, counted, className = '' }: Props) {
  const text = useText();
  const { chart } = text.information;
  const { words } = text.app;
  const [asTable, setAsTable] = useState(false);
  const [first, last] = [months[0], months.at(-1)];
  const period = first && last ? `${longMonth(text, first)} – ${longMonth(text, last)}` : '';
  const label = ({ kind, memberId }: IncomeSeries) =>
    chart.series(text.information.kinds[kind], memberName(text, members, memberId).toLowerCase());
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
        <SeriesTable months={months} series={series} label={label} />
      ) : (
        <Bars months={months} series={series} counted={counted} label={label} text={text} />
      )}
    </Card>
  );
}

interface ViewProps {
  readonly months: readonly Month[];
  readonly series: readonly IncomeSeries[];
  readonly label: (series: IncomeSeries) => string;
}

const ORE_PER_THOUSAND_KRONER = 100_000;

function Bars({ months, series, counted, label, text }: ViewProps & { counted: readonly Month[]; text: Text }) {
  const { chart } = text.information;
  const rows = months.map((month, index) => ({
    month,
    ...Object.fromEntries(series.map(({ key, points }) => [key, thousands(points[index]?.amount)])),
  }));
  const ticks = niceTicks(stackEnds(rows.map(({ month, ...stack }) => Object.values(stack))));
  const [first, last] = [months[0], months.at(-1)];
  return (
    <>
      <div
        className="chart"
        role="img"
        aria-label={first && last ? chart.described(longMonth(text, first), longMonth(text, last)) : chart.title}
      >
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={rows}
            stackOffset="sign"
            margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid vertical={false} stroke="#e3e7ec" />
            <XAxis
              dataKey="month"
              tickFormatter={(month: Month) => shortMonth(text, month)}
              tickLine={false}
              axisLine={false}
              interval="preserveStartEnd"
              tick={{ fill: '#49515e', fontSize: 14 }}
            />
            <YAxis
              width={36}
              tickLine={false}
              axisLine={false}
              tick={{ fill: '#49515e', fontSize: 14 }}
              ticks={ticks}
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            />
            <ReferenceLine y={0} stroke="#8f98a5" />
            {series.map(({ key }, index) => (
              <Bar
                key={key}
                dataKey={key}
                stackId="month"
                maxBarSize={34}
                isAnimationActive={false}
                shape={(bar) => {
                  const [dark, light] = colourOf(index);
                  const month = months[bar.index];
                  return <Rectangle {...bar} fill={month && counted.includes(month) ? dark : light} />;
                }}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="legend">
        {series.map((one, index) => (
          <li key={one.key}>
            <svg aria-hidden="true" width="10" height="10">
              <rect width="10" height="10" fill={colourOf(index)[0]} />
            </svg>
            {label(one)}
          </li>
        ))}
        {counted.length > 0 && counted.length < months.length && <li>{chart.counted(counted.length)}</li>}
      </ul>
    </>
  );
}

const thousands = (amount: number | null | undefined): number | null =>
  amount === null || amount === undefined ? null : amount / ORE_PER_THOUSAND_KRONER;

function SeriesTable({ months, series, label }: ViewProps) {
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
            <tr key={one.key}>
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
              const points = series.map(({ points }) => points[index]);
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
