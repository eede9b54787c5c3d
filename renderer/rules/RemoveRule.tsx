import { TrashIcon } from '@navikt/aksel-icons';
import { useNavigate } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { useText } from '../app/SessionContext.tsx';
import { useRuleCommand } from '../data/rules.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

interface Props {
  readonly rule: HousingRule;
  readonly returnFocusTo: RefObject<HTMLElement | null>;
}

/** Removes a version that no vedtaksgrunnlag rests on, after one deliberate press. */
export function RemoveRule({ rule: { ruleId, version, approvedAt }, returnFocusTo }: Props) {
  const { page, versions } = useText().rules;
  const announce = useAnnounce();
  const navigate = useNavigate();
  const remove = useRuleCommand('rules.remove');
  const name = versions.name(ruleId, version);
  const draft = approvedAt === null;
  return (
    <>
      <ConfirmDialog
        trigger={draft ? page.removeDraft : page.removeApproved}
        triggerVariant="tertiary"
        icon={<TrashIcon aria-hidden />}
        title={page.removeTitle(name)}
        consequences={draft ? page.removeDraftConsequences : page.removeApprovedConsequences}
        confirm={page.removeConfirm}
        destroys
        pending={remove.isPending}
        returnFocusTo={returnFocusTo}
        onConfirm={() =>
          remove.mutate(
            { ruleId, version },
            {
              onSuccess: () => {
                announce(page.removed(name));
                void navigate({ to: '/regler' });
              },
            },
          )
        }
      />
      {remove.error && <ErrorNotice error={remove.error.error} />}
    </>
  );
}
