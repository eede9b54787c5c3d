import { Button, Loader } from '@navikt/ds-react';
import { formatInstant } from '../../../../shared/dates.ts';
import { errorForCaseworker } from '../../../../shared/text/errorSentence.ts';
import type { Sending, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { useBackToDraft, useSendNow } from '../../../data/trekk.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { StatusPanel } from '../../../ui/StatusPanel.tsx';
import { callAt, secondsUntil } from '../trekkWord.ts';
import { useNow } from './useNow.ts';

interface Props {
  readonly trekk: Trekk;
  /** A try ended without an answer that settles it. */
  readonly unknown: boolean;
  readonly sending: Sending;
}

/** What is being done to get it there, when the next try is, and when to call someone. */
export function SendingPanel({ trekk, unknown, sending }: Props) {
  const text = useText();
  const { sending: words } = text.trekk;
  const sendNow = useSendNow(trekk);
  const takeBack = useBackToDraft(trekk);
  const problem = sendNow.error ?? takeBack.error;
  const now = useNow(1000);
  const { step, confirmedAt, attempts, lastTriedAt, nextTryAt, error } = sending;
  const call = callAt(confirmedAt);
  const late = Date.parse(call) <= now;
  const seconds = nextTryAt === null ? null : secondsUntil(nextTryAt, now);
  // No next try is planned while one goes on.
  const trying = seconds === null;
  return (
    <StatusPanel tone={unknown ? 'judge' : error ? 'judge' : 'info'} title={unknown ? words.unknown : words.notSent}>
      <p>{unknown ? words.unknownExplained : error ? words.noContact : words.onItsWay}</p>
      {trying ? (
        <p className="trying" role="status">
          <Loader size="xsmall" aria-hidden /> {words.trying[step]}
        </p>
      ) : (
        <p>{seconds > 0 ? words.nextTry(words.duration(seconds)) : words.triesNow}</p>
      )}
      {error && <p className="subtle">{words.lastError(errorForCaseworker(text, error))}</p>}
      <dl className="facts">
        <dt>{words.confirmedAt}</dt>
        <dd>{formatInstant(confirmedAt)}</dd>
        <dt>{words.attempts}</dt>
        <dd>{attempts}</dd>
        {lastTriedAt && (
          <>
            <dt>{words.lastTriedAt}</dt>
            <dd>{formatInstant(lastTriedAt)}</dd>
          </>
        )}
      </dl>
      {unknown && (
        <p>{late ? <strong>{words.callNow(trekk.caseNumber)}</strong> : words.callAt(formatInstant(call))}</p>
      )}
      {!unknown && error && late && <p>{words.tellIt}</p>}
      <Button
        type="button"
        size="small"
        variant="secondary"
        disabled={trying}
        loading={sendNow.isPending}
        onClick={() => sendNow.mutate(undefined)}
      >
        {words.sendNow}
      </Button>
      {!unknown && error && (
        <Button
          type="button"
          size="small"
          variant="tertiary"
          loading={takeBack.isPending}
          onClick={() => takeBack.mutate(undefined)}
        >
          {words.takeBack}
        </Button>
      )}
      {unknown && <p className="subtle">{words.notTwice}</p>}
      {problem && <ErrorNotice error={problem.error} />}
    </StatusPanel>
  );
}
