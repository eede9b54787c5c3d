import { Button } from '@navikt/ds-react';
import { useRef } from 'react';
import type { Act, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useSession, useText } from '../../../app/SessionContext.tsx';
import { useApproveTrekk, useBackToDraft } from '../../../data/trekk.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { StatusPanel } from '../../../ui/StatusPanel.tsx';

/** Four eyes: who asked waits, someone else says yes (which sends it) or no. */
export function ApprovalPanel({ trekk, act }: { trekk: Trekk; act: Act }) {
  const { approval: words } = useText().trekk;
  const { userName } = useSession();
  const approve = useApproveTrekk(trekk);
  const back = useBackToDraft(trekk);
  const here = useRef<HTMLDivElement>(null);
  const asker = act.askedBy ?? '';
  const own = asker === userName;
  const problem = approve.error ?? back.error;
  return (
    <StatusPanel tone="judge" title={own ? words.waiting : words.title}>
      <p>{own ? words.waitingExplained : words.asked(asker)}</p>
      {own ? (
        <Button
          type="button"
          size="small"
          variant="secondary"
          loading={back.isPending}
          onClick={() => back.mutate(undefined)}
        >
          {words.takeBack}
        </Button>
      ) : (
        <div ref={here} tabIndex={-1} className="form-buttons">
          <ConfirmDialog
            trigger={words.approve}
            triggerVariant="primary"
            title={words.approveTitle}
            consequences={words.consequences}
            confirm={words.approveConfirm}
            pending={approve.isPending && approve.variables === true}
            onConfirm={() => approve.mutate(true)}
            returnFocusTo={here}
          />
          <Button
            type="button"
            size="small"
            variant="secondary"
            loading={approve.isPending && approve.variables === false}
            onClick={() => approve.mutate(false)}
          >
            {words.refuse}
          </Button>
        </div>
      )}
      {problem && <ErrorNotice error={problem.error} />}
    </StatusPanel>
  );
}
