import type { TrekkReview } from '../../../../shared/ipc/trekkCalls.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { fieldName, valueText } from './differenceText.ts';

/** What is different from the registered version, field by field. */
export function DifferencesCard({ differences }: Pick<TrekkReview, 'differences'>) {
  const text = useText();
  const { differences: words } = text.trekk;
  return (
    <Card title={words.title}>
      <div className="scroll-x">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{fieldName(text, field)}</th>
                <td>{valueText(text, field, before)}</td>
                <td>
                  <strong>{valueText(text, field, after)}</strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
