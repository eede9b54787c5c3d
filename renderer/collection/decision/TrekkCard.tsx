import type { DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import { formatKroner } from '../../../shared/money.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { useDebtor } from '../DebtorContext.tsx';
import { authorityText, hasNewKind, isRunning, letterText, overviewOf, sizeText } from '../information/trekkEntries.ts';

/** The trekk that run, in few words: who, which letter, how much. */
export function TrekkCard({ analysis: { coordination } }: { analysis: DebtorAnalysis }) {
  const text = useText();
  const { trekk } = text.debtorInformation;
  const { coordination: words } = text.decision;
  const { lookups } = useDebtor();
  const overview = overviewOf(lookups);
  const asked = lookups.some(({ source }) => source === 'utlegg');
  const running = overview?.entries.filter((entry) => isRunning(entry, coordination)) ?? [];
  const missingIn = (ref: string) => coordination.entries.find((one) => one.ref === ref)?.missing ?? [];
  return (
    <Card title={trekk.running} note={trekk.register}>
      {running.length === 0 ? (
        <p>{overview ? trekk.none : asked ? trekk.notRead : trekk.notFetched}</p>
      ) : (
        <table className="figures">
          <thead>
            <tr>
              <th scope="col">{trekk.authority}</th>
              <th scope="col" className="number">
                {trekk.letter}
              </th>
              <th scope="col" className="number">
                {trekk.amount}
              </th>
            </tr>
          </thead>
          <tbody>
            {running.map((entry) => {
              const missing = missingIn(entry.ref).map((part) => words.missing[part]);
              return (
                <tr key={entry.ref}>
                  <th scope="row">
                    {authorityText(text, entry)}
                    {missing.length > 0 && !hasNewKind([entry]) && (
                      <span className="entry-missing">{words.missingHere(missing.join(', '))}</span>
                    )}
                  </th>
                  <td className="number">{letterText(text, entry)}</td>
                  <td className="number">{sizeText(text, entry)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {hasNewKind(running) && <p className="card-foot">{trekk.newKindExplained}</p>}
      {coordination.state === 'assessed' && coordination.betterPriority !== null && coordination.betterPriority > 0 && (
        <p className="card-foot">{words.takesFirst(formatKroner(coordination.betterPriority))}</p>
      )}
    </Card>
  );
}
