import type { YearComparison } from '../../../shared/income/differences.ts';
import { formatKroner, type Oere } from '../../../shared/money.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { Figure } from '../../ui/Figure.tsx';

/** The twelve months of a tax year laid beside the assessment of it. */
export function Differences({ comparison, member }: { comparison: YearComparison; member: string }) {
  const { differences, months } = useText().information;
  const { groups, total, year } = comparison;
  const shown = (amount: Oere | null) => (amount === null ? months.notDelivered : formatKroner(amount));
  return (
    <Card title={`${differences.title}: ${member}, ${year}`} note={differences.note}>
      {groups.every(({ difference }) => difference === 0) ? (
        <p>{differences.none}</p>
      ) : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{differences.group}</th>
              <th scope="col" className="number">
                {differences.months}
              </th>
              <th scope="col" className="number">
                {differences.year}
              </th>
              <th scope="col" className="number">
                {differences.difference}
              </th>
            </tr>
          </thead>
          <tbody>
            {groups.map(({ group, months: inMonths, year: inYear, difference, traces }) => (
              <tr key={group}>
                <th scope="row">{differences.groups[group]}</th>
                <td className="number">{shown(inMonths)}</td>
                <td className="number">{shown(inYear)}</td>
                <td className="number">
                  <Figure
                    amount={difference}
                    what={`${differences.difference}, ${differences.groups[group]}`}
                    traces={traces}
                  />
                </td>
              </tr>
            ))}
            <tr className="sum">
              <th scope="row">{months.total}</th>
              <td className="number">{shown(total.months)}</td>
              <td className="number">{shown(total.year)}</td>
              <td className="number">{shown(total.difference)}</td>
            </tr>
          </tbody>
        </table>
      )}
    </Card>
  );
}
