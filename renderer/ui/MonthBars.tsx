import { Bar, BarChart, CartesianGrid, Rectangle, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Month } from '../../shared/dates.ts';
import type { Oere } from '../../shared/money.ts';
import { useText } from '../app/SessionContext.tsx';
import { shortMonth } from './monthText.ts';
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

/** One colour: an amount for each month, øre; null where there is none. */
interface BarSeries {
  readonly key: string;
  readonly label: string;
  readonly amounts: readonly (Oere | null)[];
  /** Light in every month: shown, but in no sum. */
  readonly light?: boolean;
}

interface Props {
  readonly months: readonly Month[];
  readonly series: readonly BarSeries[];
  /** The months drawn dark. */
  readonly counted: readonly Month[];
  /** What the chart shows, for those who don't see it. */
  readonly described: string;
  /** How many øre one step of the axis stands for: 100 for kroner, 100 000 for thousands of kroner. */
  readonly unit: number;
  /** What there is to say below, after the colours. */
  readonly legendNote?: string;
}

/** Amounts month by month as stacked bars. */
export function MonthBars({ months, series, counted, described, unit, legendNote }: Props) {
  const text = useText();
  const rows = months.map((month, index) => ({
    month,
    ...Object.fromEntries(
      series.map(({ key, amounts }): [string, number | null] => {
        const amount = amounts[index] ?? null;
        return [key, amount === null ? null : amount / unit];
      }),
    ),
  }));
  const ticks = niceTicks(stackEnds(rows.map(({ month, ...stack }) => Object.values(stack))));
  return (
    <>
      <div className="chart" role="img" aria-label={described}>
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
              width={String(ticks.at(-1) ?? 1).length > 3 ? 48 : 36}
              tickLine={false}
              axisLine={false}
              tick={{ fill: '#49515e', fontSize: 14 }}
              ticks={ticks}
              tickFormatter={(tick: number) => tick.toLocaleString('nb-NO')}
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
            />
            <ReferenceLine y={0} stroke="#8f98a5" />
            {series.map(({ key, light: alwaysLight }, index) => (
              <Bar
                key={key}
                dataKey={key}
                stackId="month"
                maxBarSize={34}
                isAnimationActive={false}
                shape={(bar) => {
                  const [dark, light] = colourOf(index);
                  const month = months[bar.index];
                  return <Rectangle {...bar} fill={!alwaysLight && month && counted.includes(month) ? dark : light} />;
                }}
              />
            ))}
          </BarChart>
        </ResponsiveContainer>
      </div>
      <ul className="legend">
        {series.map(({ key, label, light }, index) => (
          <li key={key}>
            <svg aria-hidden="true" width="10" height="10">
              <rect width="10" height="10" fill={colourOf(index)[light ? 1 : 0]} />
            </svg>
            {label}
          </li>
        ))}
        {legendNote && <li>{legendNote}</li>}
      </ul>
    </>
  );
}
