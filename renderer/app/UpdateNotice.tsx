import { BodyShort } from '@navikt/ds-react';
import { useUpdateStatus } from '../data/updates.ts';
import { useText } from './SessionContext.tsx';

/** At the foot of the rail: a new version is there. Everything else about it is for IT, in Oppsett. */
export function UpdateNotice() {
  const { update } = useText();
  const status = useUpdateStatus();
  if (!status || !['available', 'ready', 'waits'].includes(status.state)) return null;
  return (
    <BodyShort size="small" className="rail-note" role="status">
      {update.states[status.state](status.version ?? '')}
    </BodyShort>
  );
}
