import type { PayerShare } from '../../../shared/garnishment/debtorAnalysis.ts';
import { formatPercent } from '../../../shared/text/formatPercent.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { payerText } from '../information/payerText.ts';

/** Who pays the debtor and how much of the whole: to know, not to choose from. */
export function PayerShares({ payers }: { payers: readonly PayerShare[] }) {
  const text = useText();
  const { payers: words } = text.debtorInformation;
  return (
    <Card title={words.title}>
      {payers.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.payer}</th>
              <th scope="col" className="number">
                {words.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {payers.map(({ payer, share }) => (
              <tr key={payerText(text, payer)}>
                <th scope="row">{payerText(text, payer)}</th>
                <td className="number">{formatPercent(share)} %</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
