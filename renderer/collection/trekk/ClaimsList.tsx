import { formatDate } from '../../../shared/dates.ts';
import { formatKroner, sum } from '../../../shared/money.ts';
import type { TrekkClaim } from '../../../shared/utlegg/trekkContent.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';

/** The claims of a trekk, to be read: what is left of each, and its letter. */
export function ClaimsList({ claims }: { claims: readonly TrekkClaim[] }) {
  const { trekk, trekkRules } = useText();
  const { claims: words } = trekk;
  return (
    <Card title={words.title} note={words.note}>
      <div className="scroll-x">
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{words.claim}</th>
              <th scope="col">{words.due}</th>
              <th scope="col" className="number">
                {words.original}
              </th>
              <th scope="col" className="number">
                {words.remaining}
              </th>
              <th scope="col" className="number">
                {words.letter}
              </th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim) => (
              <tr
                key={`${claim.reference} ${claim.detail}`}
                {...(claim.detail !== 'Hovedkrav' && { className: 'accessory' })}
              >
                <th scope="row">
                  {claim.detail === 'Hovedkrav'
                    ? trekkRules.claimTypes[claim.type]
                    : trekkRules.claimDetails[claim.detail]}{' '}
                  <span className="subtle">{claim.reference}</span>
                </th>
                <td>{claim.due ? formatDate(claim.due) : ''}</td>
                <td className="number">{formatKroner(claim.original)}</td>
                <td className="number">{formatKroner(claim.remaining)}</td>
                <td className="number">{claim.letter ?? words.noLetter}</td>
              </tr>
            ))}
            <tr className="sum">
              <th scope="row" colSpan={2}>
                {words.sum}
              </th>
              <td className="number">{formatKroner(sum(claims.map(({ original }) => original)))}</td>
              <td className="number">{formatKroner(sum(claims.map(({ remaining }) => remaining)))}</td>
              <td />
            </tr>
          </tbody>
        </table>
      </div>
    </Card>
  );
}
