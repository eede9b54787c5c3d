import { useState } from 'react';
import type { NetIncome, NetMonth } from '../../../shared/garnishment/debtorAnalysis.ts';
import { monthRange } from '../../../shared/text/monthRange.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { MonthBars } from '../../ui/MonthBars.tsx';
import { longMonth, shortMonth } from '../../ui/monthText.ts';

const ORE_PER_THOUSAND_KRONER = 100_000;

/** What the debtor is paid month by month, after forskuddstrekk: as a chart, or the same figures in a table that lead to their sources. */
export function NetIncomeCard({ income }: { income: NetIncome }) {
  const text = useText();
  const { income: words } = text.debtorInformation;
  const { words: common } = text.app;
  const [asTable, setAsTable] = useState(false);
  const { months } = income;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  const period = `${longMonth(text, first.month)} – ${longMonth(text, last.month)}`;
  const used = months.filter((month) => month.used).map(({ month }) => month);
  const withoutFigures = months.filter(({ gross }) => gross === null);
  const empty = withoutFigures.length === months.length;
  return (
    <Card
      title={words.title}
      note={
        empty ? (
          period
        ) : (
          <>
            {asTable ? common.kroner : words.unit} · {period} ·{' '}
            <button type="button" className="text-button" onClick={() => setAsTable(!asTable)}>
              {asTable ? common.showAsChart : common.showAsTable}
            </button>
          </>
        )
      }
    >
      {empty ? (
        <p>{words.noFigures}</p>
      ) : asTable ? (
        <MonthTable months={months} />
      ) : (
        <MonthBars
          months={months.map(({ month }) => month)}
          series={[
            { key: 'net', label: words.net, amounts: months.map(({ net }) => net) },
            { key: 'withheld', label: words.withheld, amounts: months.map(({ withheld }) => withheld) },
          ]}
          counted={used}
          described={words.described(longMonth(text, first.month), longMonth(text, last.month))}
          unit={ORE_PER_THOUSAND_KRONER}
          {...(used.length > 0 && { legendNote: words.darker(used.length) })}
        />
      )}
      {withoutFigures.length > 0 && (
        <p className="card-foot">
          {[...new Set(withoutFigures.map(({ state }) => state))]
            .map((state) => {
              const alike = withoutFigures.filter((one) => one.state === state).map(({ month }) => month);
              return `${monthRange(alike)}: ${words.states[state]}`;
            })
            .join(' · ')}
        </p>
      )}
    </Card>
  );
}

const figures = ['gross', 'withheld', 'net'] as const;

function MonthTable({ months }: { months: readonly NetMonth[] }) {
  const text = useText();
  const { income: words } = text.debtorInformation;
  return (
    <div className="scroll-x">
      <table className="figures dense">
        <thead>
          <tr>
            <th scope="col">{words.month}</th>
            {months.map(({ month, used }) => (
              <th key={month} scope="col" className="number">
                <abbr title={longMonth(text, month)}>{shortMonth(text, month)}</abbr>
                {used && <span className="used-mark">{words.used}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure} className={figure === 'net' ? 'sum' : ''}>
              <th scope="row">{words[figure]}</th>
              {months.map((month) => (
                <td key={month.month} className="number">
                  <Figure
                    amount={month[figure]}
                    what={`${words[figure]}, ${longMonth(text, month.month)}`}
                    traces={month.rows.flatMap(({ traces }) => traces)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
