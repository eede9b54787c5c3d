import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { useDiscardAct } from '../../../data/trekk.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';

/** Throws the draft away; a trekk that was nothing else goes with it. */
export function DiscardAct({ trekk, onDiscarded }: { trekk: Trekk; onDiscarded: () => void }) {
  const { discard: words } = useText().trekk;
  const discard = useDiscardAct(trekk);
  const navigate = useNavigate();
  const here = useRef<HTMLDivElement>(null);
  const only = trekk.registered === null && trekk.received === null;
  const run = () =>
    discard.mutate(undefined, {
      onSuccess: ({ trekk: left }) => {
        onDiscarded();
        if (!left) {
          void navigate({ to: '/innkreving/sak/$caseId/registrering', params: { caseId: trekk.caseId } });
        }
      },
    });
  return (
    <div ref={here} tabIndex={-1}>
      <ConfirmDialog
        trigger={words.trigger}
        triggerVariant="tertiary"
        title={words.title}
        consequences={only ? words.consequencesOnly : words.consequences}
        confirm={words.trigger}
        destroys
        pending={discard.isPending}
        onConfirm={run}
        returnFocusTo={here}
      />
      {discard.error && <ErrorNotice error={discard.error.error} />}
    </div>
  );
}
