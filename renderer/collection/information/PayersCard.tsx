import type { DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import { formatPercent } from '../../../shared/text/formatPercent.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { longMonth } from '../../ui/monthText.ts';
import { payerText } from './payerText.ts';

/** Who has paid the debtor in the three months that are used, and how much of the whole. */
export function PayersCard({ analysis: { payers, income } }: { analysis: DebtorAnalysis }) {
  const text = useText();
  const { payers: words } = text.debtorInformation;
  const used = income.months.filter((month) => month.used);
  return (
    <Card title={words.title} note={words.note}>
      {payers.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.payer}</th>
              <th scope="col">{words.newest}</th>
              {(['gross', 'net', 'share'] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {words[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {payers.map(({ payer, gross, net, share, newestMonth }) => {
              const name = payerText(text, payer);
              const traces = used.flatMap(({ rows }) =>
                rows.filter((row) => row.payer.id === payer.id).flatMap((row) => row.traces),
              );
              return (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{longMonth(text, newestMonth)}</td>
                  <td className="number">
                    <Figure amount={gross} what={`${words.gross}, ${name}`} traces={traces} />
                  </td>
                  <td className="number">
                    <Figure amount={net} what={`${words.net}, ${name}`} traces={traces} />
                  </td>
                  <td className="number">{formatPercent(share)} %</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Card>
  );
}
