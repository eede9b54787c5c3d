import { useState } from 'react';
import { formatDate } from '../../../shared/dates.ts';
import type { DebtorAnalysis, TimelineEvent } from '../../../shared/garnishment/debtorAnalysis.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { useDebtor } from '../DebtorContext.tsx';

const SHOWN_AT_FIRST = 5;

/** What happens when, with what is due next. Behind «alle» stands every date of every claim. */
export function DeadlineTimeline({ analysis: { timeline } }: { analysis: DebtorAnalysis }) {
  const text = useText();
  const { deadlines: words } = text.decision;
  const [all, setAll] = useState(false);
  const next = timeline.findIndex(({ past }) => !past);
  const shown = all ? timeline : mostImportant(timeline, next);
  return (
    <Card
      title={words.title}
      note={
        timeline.length > SHOWN_AT_FIRST && (
          <button type="button" className="text-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? words.showFewer : words.showAll(timeline.length)}
          </button>
        )
      }
    >
      {timeline.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ol className="timeline" data-all={all}>
          {shown.map((event) => (
            <EventItem
              key={`${event.code} ${event.date} ${event.claimIds.join()}`}
              event={event}
              isNext={event === timeline[next]}
            />
          ))}
        </ol>
      )}
    </Card>
  );
}

function EventItem({ event: { code, date, claimIds, past }, isNext }: { event: TimelineEvent; isNext: boolean }) {
  const { decision, claims: claimWords, collection } = useText();
  const { deadlines: words } = decision;
  const { claims } = useDebtor();
  const about = claims.filter(({ id }) => claimIds.includes(id));
  const [only] = about;
  const whose =
    about.length === 0 || about.length === claims.length
      ? null
      : about.length === 1 && only
        ? claimWords.claimName(collection.claimTypes[only.type], only.reference)
        : words.claims(about.length);
  return (
    <li data-when={isNext ? 'next' : past ? 'past' : 'later'}>
      <span className="timeline-dot" aria-hidden />
      <strong>{formatDate(date)}</strong>
      {isNext && <span className="timeline-next"> {words.next}</span>}
      <br />
      {words.codes[code]}
      {whose && (
        <>
          <br />
          <span className="subtle">{whose}</span>
        </>
      )}
    </li>
  );
}

/** The last two that are past, the next one, and what follows; together as many as stand on one line. */
function mostImportant(timeline: readonly TimelineEvent[], next: number): readonly TimelineEvent[] {
  if (timeline.length <= SHOWN_AT_FIRST) return timeline;
  const from = Math.max(0, Math.min((next === -1 ? timeline.length : next) - 2, timeline.length - SHOWN_AT_FIRST));
  return timeline.slice(from, from + SHOWN_AT_FIRST);
}
