import { formatDate, formatInstant } from '../../../../shared/dates.ts';
import type { ReceivedDecision, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { StatusPanel } from '../../../ui/StatusPanel.tsx';
import { ClaimsList } from '../ClaimsList.tsx';
import { HistoryCard } from '../HistoryCard.tsx';
import { LettersCard } from '../LettersCard.tsx';
import { SummaryCard } from '../SummaryCard.tsx';
import { summaryOf } from '../summary.ts';
import { receivedText } from '../trekkText.ts';
import { RecordStateForm } from './RecordStateForm.tsx';

/** It was sent, and no trekk comes of it. */
const gaveNothing: readonly ReceivedDecision['state'][] = ['ikkeEtablert', 'trukketTilbake'];

/** A decision that ELAN has: what it said and what is known of it. Never a running amount or period, which Saksbord does not know. */
export function ReceivedPage({ trekk, received }: { trekk: Trekk; received: ReceivedDecision }) {
  const text = useText();
  const { app, trekk: words } = text;
  const { content, state, since, source, caseReference, receivedAt } = received;
  return (
    <div className="with-side">
      <div className="evidence">
        <SummaryCard
          title={words.received.title}
          note={words.received.at(formatInstant(receivedAt))}
          said={summaryOf(text, trekk, { kind: 'beslutning', content })}
        />
        <ClaimsList claims={content.claims} />
        <HistoryCard trekk={trekk} />
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        <StatusPanel tone={gaveNothing.includes(state) ? 'judge' : 'good'} title={words.words.sent}>
          <p>
            <strong>{receivedText(text, state)}.</strong>
          </p>
          <dl className="facts">
            <dt>{words.received.since}</dt>
            <dd>{formatDate(since)}</dd>
            {source !== '' && (
              <>
                <dt>{words.received.source}</dt>
                <dd>{source}</dd>
              </>
            )}
            <dt>{words.received.caseReference}</dt>
            <dd>{caseReference ?? words.received.noCaseReference}</dd>
          </dl>
          <p className="subtle">{words.received.sizeUnknown}</p>
        </StatusPanel>
        <RecordStateForm trekk={trekk} received={received} />
        <LettersCard trekk={trekk} />
      </aside>
    </div>
  );
}
