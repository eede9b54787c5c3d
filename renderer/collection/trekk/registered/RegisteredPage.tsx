import { ArrowsCirclepathIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { formatDate, formatInstant } from '../../../../shared/dates.ts';
import type { Attention } from '../../../../shared/utlegg/attention.ts';
import { isActive, lastDay, registeredStateOn } from '../../../../shared/utlegg/states.ts';
import type { RegisteredTrekk, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useSession, useText } from '../../../app/SessionContext.tsx';
import { trekkQueries, useRefreshTrekk } from '../../../data/trekk.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { StatusPanel } from '../../../ui/StatusPanel.tsx';
import { useDebtor } from '../../DebtorContext.tsx';
import { ClaimsList } from '../ClaimsList.tsx';
import { HistoryCard } from '../HistoryCard.tsx';
import { LettersCard } from '../LettersCard.tsx';
import { SummaryCard } from '../SummaryCard.tsx';
import { termsSummary } from '../summary.ts';
import { endReasonText, registeredText } from '../trekkText.ts';
import { BeginAct } from './BeginAct.tsx';

/** A trekk that the register has: its terms, and what can be done with it. */
export function RegisteredPage({ trekk, registered }: { trekk: Trekk; registered: RegisteredTrekk }) {
  const text = useText();
  const { app } = text;
  const { data } = useQuery(trekkQueries.ofCase(useDebtor()));
  const attention = data?.trekk.find(({ id }) => id === trekk.id)?.attention[0] ?? null;
  return (
    <div className="with-side">
      <div className="evidence">
        <RegisteredTerms registered={registered} />
        <ClaimsList claims={registered.terms.claims} />
        <HistoryCard trekk={trekk} />
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        <RegisteredState trekk={trekk} registered={registered} attention={attention} />
        {isActive(registered) && <BeginAct key={attention} trekk={trekk} attention={attention} />}
        <LettersCard trekk={trekk} />
      </aside>
    </div>
  );
}

function RegisteredTerms({ registered }: { registered: RegisteredTrekk }) {
  const text = useText();
  const { registered: words } = text.trekk;
  const { utleggstrekkId, versjon, decisionDate, terms, readAt } = registered;
  return (
    <SummaryCard
      title={words.terms}
      note={words.read(formatInstant(readAt))}
      said={[
        { name: words.decided, sentences: [formatDate(decisionDate)] },
        ...termsSummary(text, terms),
        { name: words.id, sentences: [words.idAndVersion(utleggstrekkId, versjon)] },
      ]}
    />
  );
}

interface StateProps {
  readonly trekk: Trekk;
  readonly registered: RegisteredTrekk;
  readonly attention: Attention | null;
}

function RegisteredState({ trekk, registered, attention }: StateProps) {
  const text = useText();
  const { registered: words } = text.trekk;
  const { today } = useSession();
  const announce = useAnnounce();
  const refresh = useRefreshTrekk(trekk);
  const state = registeredStateOn(registered, today);
  const end = lastDay(registered.terms);
  const tone = !isActive(registered) ? 'info' : attention ? 'judge' : 'good';
  return (
    <StatusPanel tone={tone} title={text.trekk.words.sent}>
      <p>
        <strong>{attention ? text.trekkRules.attention[attention].what : registeredText(text, state)}.</strong>
        {attention && ` ${text.trekkRules.attention[attention].next}.`}
      </p>
      {registered.ended ? (
        <p>
          {words.ended(
            endReasonText(text, registered.ended.reason).toLowerCase(),
            formatDate(registered.ended.lastDay),
          )}
        </p>
      ) : (
        end && <p>{end < today ? words.ranOut(formatDate(end)) : words.endsOn(formatDate(end))}</p>
      )}
      <Button
        type="button"
        size="small"
        variant="secondary"
        icon={<ArrowsCirclepathIcon aria-hidden />}
        loading={refresh.isPending}
        onClick={() => refresh.mutate(undefined, { onSuccess: () => announce(words.readAgain) })}
      >
        {words.refresh}
      </Button>
      {refresh.error && <ErrorNotice error={refresh.error.error} onRetry={() => refresh.mutate(undefined)} />}
    </StatusPanel>
  );
}
