import { BodyShort, Button } from '@navikt/ds-react';
import { formatInstant } from '../../shared/dates.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { useCheckForUpdate, useUpdateStatus } from '../data/updates.ts';
import { Card } from '../ui/Card.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

/** What the policy says about new versions of the program, and where it stands with them. */
export function UpdateCard() {
  const { update } = useText();
  const { version } = useSession();
  const status = useUpdateStatus();
  const check = useCheckForUpdate();
  if (!status) return null;
  const { mode, state, checkedAt, error } = status;
  return (
    <Card title={update.title}>
      <div className="stack">
        <BodyShort size="small">
          {update.running(version)} {update.modes[mode]} {update.decidedBy}
        </BodyShort>
        {mode !== 'off' && (
          <BodyShort size="small" role="status">
            {update.states[state](status.version ?? '')}{' '}
            {checkedAt !== null && update.checkedAt(formatInstant(checkedAt))}
          </BodyShort>
        )}
        {error && <ErrorNotice error={error} />}
        {mode !== 'off' && (
          <div>
            <Button
              size="small"
              variant="secondary"
              loading={state === 'checking' || state === 'downloading'}
              onClick={() => check.mutate()}
            >
              {update.check}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
