import { formatInstant } from '../../../shared/dates.ts';
import type { Trekk } from '../../../shared/utlegg/trekk.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { eventText } from './trekkText.ts';

/** What has happened to the trekk, the newest first. */
export function HistoryCard({ trekk }: { trekk: Trekk }) {
  const text = useText();
  return (
    <Card title={text.trekk.history.title}>
      <ol className="trekk-history">
        {trekk.events.toReversed().map((event) => (
          <li key={`${event.at} ${event.event}`}>
            <span className="subtle nowrap">{formatInstant(event.at)}</span> {eventText(text, event)}
            {event.by !== '' && <span className="subtle"> · {event.by}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
