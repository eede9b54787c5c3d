import { formatDate } from '../../../shared/dates.ts';
import type { Asset, Assets } from '../../../shared/garnishment/debtorAnalysis.ts';
import { fieldLabel } from '../../../shared/income/fieldLabel.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { Figure } from '../../ui/Figure.tsx';

/** As many fields as tell one thing from another; the rest are behind the figure. */
const FIELDS_SHOWN = 3;

/** What the tax basis names that utlegg could be taken in, and the loans that stand in the way. */
export function AssetsCard({ assets }: { assets: Assets }) {
  const { debtorInformation } = useText();
  const { assets: words } = debtorInformation;
  const { state, asAt, items } = assets;
  return (
    <Card title={words.title} note={asAt !== null && words.note(formatDate(asAt))}>
      {(items.length === 0 || state !== 'delivered') && <p>{words.states[state]}</p>}
      {items.length > 0 && (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.details}</th>
              <th scope="col" className="number">
                {words.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((asset) => (
              <tr key={JSON.stringify(asset.traces)}>
                <th scope="row">{words.kinds[asset.kind]}</th>
                <td>{fieldsOf(asset)}</td>
                <td className="number">
                  <Figure
                    amount={asset.value}
                    what={words.kinds[asset.kind]}
                    traces={asset.traces}
                    missing={words.noValue}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

const fieldsOf = ({ fields }: Asset): string =>
  fields
    .filter(({ value }) => typeof value === 'string')
    .slice(0, FIELDS_SHOWN)
    .map(({ name, value }) => `${fieldLabel(name)}: ${value}`)
    .join(' · ');
