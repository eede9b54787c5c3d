import type { DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import type { UtleggOverview } from '../../../shared/utlegg/overview.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { useDebtor } from '../DebtorContext.tsx';
import {
  authorityText,
  hasNewKind,
  isRunning,
  letterText,
  overviewOf,
  periodText,
  sizeText,
  stateText,
} from './trekkEntries.ts';

/** Running and earlier trekk as utleggsdatabasen shows them to us. */
export function TrekkTables({ analysis }: { analysis: DebtorAnalysis }) {
  const { trekk } = useText().debtorInformation;
  const { lookups } = useDebtor();
  const overview = overviewOf(lookups);
  if (!overview) {
    const asked = lookups.some(({ source }) => source === 'utlegg');
    return (
      <Card title={trekk.running} note={trekk.register}>
        <p>{asked ? trekk.notRead : trekk.notFetched}</p>
      </Card>
    );
  }
  const running = overview.entries.filter((entry) => isRunning(entry, analysis.coordination));
  const earlier = overview.entries.filter((entry) => !isRunning(entry, analysis.coordination));
  return (
    <>
      <Card title={trekk.running} note={trekk.register}>
        {running.length === 0 ? <p>{trekk.none}</p> : <EntryTable entries={running} />}
        {hasNewKind(running) && <p className="card-foot">{trekk.newKindExplained}</p>}
        {overview.unread.length > 0 && <p className="card-foot">{trekk.unread(overview.unread.length)}</p>}
      </Card>
      {earlier.length > 0 && (
        <Card title={trekk.earlier} note={trekk.register}>
          <EntryTable entries={earlier} />
        </Card>
      )}
    </>
  );
}

function EntryTable({ entries }: { entries: UtleggOverview['entries'] }) {
  const text = useText();
  const { trekk } = text.debtorInformation;
  return (
    <table className="figures">
      <thead>
        <tr>
          <th scope="col">{trekk.authority}</th>
          <th scope="col">{trekk.state}</th>
          <th scope="col">{trekk.period}</th>
          <th scope="col">{trekk.letter}</th>
          <th scope="col" className="number">
            {trekk.size}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.ref}>
            <th scope="row">{authorityText(text, entry)}</th>
            <td>{stateText(text, entry)}</td>
            <td>{periodText(text, entry)}</td>
            <td>{letterText(text, entry)}</td>
            <td className="number">{sizeText(text, entry)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
