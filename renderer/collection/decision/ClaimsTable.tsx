import { Tag } from '@navikt/ds-react';
import { formatDate } from '../../../shared/dates.ts';
import type { ClaimResult, DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { DebtorClaim } from '../../../shared/garnishment/debtorCase.ts';
import { formatKroner, type Oere, sum } from '../../../shared/money.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { useDebtor } from '../DebtorContext.tsx';

/** The claims as they would be decided: principal, interest and costs with the letter of each. */
export function ClaimsTable({ analysis }: { analysis: DebtorAnalysis }) {
  const { claims: claimWords, decision } = useText();
  const { claims: words } = decision;
  const { claims } = useDebtor();
  const left = sum(claims.flatMap(({ remaining, interest, costs }) => [remaining, interest, costs]));
  if (claims.length === 0) return null;
  return (
    <Card title={words.title} note={words.note}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{claimWords.columns.type}</th>
            <th scope="col" className="number">
              {claimWords.columns.dueDate}
            </th>
            <th scope="col" className="number">
              {claimWords.columns.original}
            </th>
            <th scope="col" className="number">
              {claimWords.columns.remaining}
            </th>
            <th scope="col" className="number">
              {claimWords.columns.letter}
            </th>
          </tr>
        </thead>
        <tbody>
          {claims.map((claim) => (
            <ClaimRows
              key={claim.id}
              claim={claim}
              result={analysis.claims.find(({ claimId }) => claimId === claim.id) ?? null}
            />
          ))}
          <tr className="sum">
            <th scope="row">{claimWords.total}</th>
            <td />
            <td className="number">{formatKroner(sum(claims.map(({ original }) => original)))}</td>
            <td className="number">{formatKroner(left)}</td>
            <td />
          </tr>
        </tbody>
      </table>
    </Card>
  );
}

function ClaimRows({ claim, result }: { claim: DebtorClaim; result: ClaimResult | null }) {
  const { claims: claimWords, collection, decision } = useText();
  const { claims: words } = decision;
  const letterOf = (letter: string | null | undefined) => letter ?? <em className="missing">{claimWords.noLetter}</em>;
  const accessories: readonly (readonly [string, Oere])[] = [
    [words.interest, claim.interest],
    [words.costs, claim.costs],
  ];
  return (
    <>
      <tr>
        <th scope="row">
          {claimWords.claimName(collection.claimTypes[claim.type], claim.reference)}
          {result?.listed === false && (
            <Tag size="xsmall" variant="moderate" data-color="danger" className="claim-tag">
              {words.notListed}
            </Tag>
          )}
        </th>
        <td className="number">{formatDate(claim.dueDate)}</td>
        <td className="number">{formatKroner(claim.original)}</td>
        <td className="number">{formatKroner(claim.remaining)}</td>
        <td className="number">{letterOf(result?.letter)}</td>
      </tr>
      {accessories
        .filter(([, amount]) => amount > 0)
        .map(([name, amount]) => (
          <tr key={name} className="accessory">
            <th scope="row">{name}</th>
            <td />
            <td />
            <td className="number">{formatKroner(amount)}</td>
            <td className="number">{letterOf(result?.accessoryLetter)}</td>
          </tr>
        ))}
    </>
  );
}
