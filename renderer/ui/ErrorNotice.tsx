import { BodyShort, Button, Detail, LocalAlert, ReadMore } from '@navikt/ds-react';
import { type CallError, errorTable } from '../../shared/ipc/errors.ts';
import { errorForCaseworker, errorForIt } from '../../shared/text/errorSentence.ts';
import { useText } from '../app/SessionContext.tsx';

interface Props {
  readonly error: CallError;
  /** Offered as «Prøv igjen» when the same press may succeed later. */
  readonly onRetry?: () => void;
}

/** What failed and what to do, in the caseworker's words; IT's words one press away. */
export function ErrorNotice({ error, onRetry }: Props) {
  const text = useText();
  const { words } = text.app;
  const userCanMend = errorTable[error.code].class === 'U';
  return (
    <LocalAlert status={userCanMend ? 'warning' : 'error'} size="small">
      <LocalAlert.Header>
        <LocalAlert.Title as="div">{errorForCaseworker(text, error)}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        {!userCanMend && (
          <ReadMore header={words.forIt} size="small">
            <BodyShort size="small">{errorForIt(text, error)}</BodyShort>
            <Detail>
              {words.reference}: <code>{error.reference}</code>
            </Detail>
          </ReadMore>
        )}
        {onRetry && error.retryable && (
          <Button size="small" variant="secondary" onClick={onRetry}>
            {words.retry}
          </Button>
        )}
      </LocalAlert.Content>
    </LocalAlert>
  );
}
