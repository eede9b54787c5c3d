import { Button, Loader } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import type { TrekkSummary } from '../../../shared/ipc/trekkCalls.ts';
import { useText } from '../../app/SessionContext.tsx';
import { useBeginTrekk } from '../../data/trekk.ts';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { StatusPanel } from '../../ui/StatusPanel.tsx';
import { useDebtor } from '../DebtorContext.tsx';
import { stepRoutes } from '../debtorProgress.ts';
import { useAnalysis } from '../useAnalysis.ts';
import { nextOfCase } from './nextOfCase.ts';

/** The next step of the case, one button; when it can't be taken, why, and where to go instead. */
export function BeginPanel({ list }: { list: readonly TrekkSummary[] }) {
  const { app, decision, trekk } = useText();
  const { next: words } = trekk;
  const { id } = useDebtor();
  const { data: analysis, error, refetch } = useAnalysis();
  const begin = useBeginTrekk(id);
  const navigate = useNavigate();
  const start = () => begin.mutate(undefined, { onSuccess: (begun) => open(begun.id) });
  const open = (trekkId: string) =>
    void navigate({ to: '/innkreving/sak/$caseId/registrering/$trekkId', params: { caseId: id, trekkId } });
  if (error) return <ErrorNotice error={error.error} onRetry={() => void refetch()} />;
  if (!analysis) return <Loader title={app.words.loading} />;
  const next = nextOfCase(analysis, list);
  switch (next.step) {
    case 'go-on':
      return (
        <StatusPanel tone="info" title={words.goOn}>
          <p>{words.goOnExplained}</p>
          <Button type="button" size="small" onClick={() => open(next.trekkId)}>
            {words.open}
          </Button>
        </StatusPanel>
      );
    case 'change-own':
      return (
        <StatusPanel tone="judge" title={words.changeOwn}>
          <p>{words.changeOwnExplained}</p>
          {next.trekkId ? (
            <Button type="button" size="small" onClick={() => open(next.trekkId ?? '')}>
              {words.open}
            </Button>
          ) : (
            <p>{words.followFirst}</p>
          )}
        </StatusPanel>
      );
    case 'sent':
      return (
        <StatusPanel tone="good" title={trekk.words.sent}>
          <p>{words.sentExplained}</p>
          <div className="letter-buttons">
            <Button type="button" size="small" onClick={() => open(next.trekkId)}>
              {words.open}
            </Button>
            {next.another && (
              <Button type="button" size="small" variant="secondary" loading={begin.isPending} onClick={start}>
                {words.another}
              </Button>
            )}
          </div>
          {begin.error && <ErrorNotice error={begin.error.error} />}
        </StatusPanel>
      );
    case 'stopped':
      return (
        <StatusPanel tone="stop" title={words.stopped}>
          <p>{words.why[next.why]}</p>
          {next.why === 'rules-unknown' ? (
            <LinkButton to={stepRoutes.information} params={{ caseId: id }} variant="secondary">
              {decision.answer.next.information}
            </LinkButton>
          ) : (
            <LinkButton to={stepRoutes.decision} params={{ caseId: id }} variant="secondary">
              {words.toDecision}
            </LinkButton>
          )}
        </StatusPanel>
      );
    case 'begin':
      return (
        <StatusPanel tone="good" title={words.ready[next.rules]}>
          <p>{words.readyExplained[next.rules]}</p>
          <Button type="button" size="small" loading={begin.isPending} onClick={start}>
            {words.begin[next.rules]}
          </Button>
          {begin.error && <ErrorNotice error={begin.error.error} />}
        </StatusPanel>
      );
  }
}
