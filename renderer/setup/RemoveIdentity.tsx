import { TrashIcon } from '@navikt/aksel-icons';
import type { RefObject } from 'react';
import { useText } from '../app/SessionContext.tsx';
import { useSetupCommand } from '../data/setup.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';

interface Props {
  readonly title: string;
  readonly trigger: string;
  readonly consequences: readonly string[];
  readonly returnFocusTo: RefObject<HTMLElement | null>;
}

/** Erases the key that is kept, certificate or own, after one deliberate press. */
export function RemoveIdentity(props: Props) {
  const { setup } = useText();
  const announce = useAnnounce();
  const remove = useSetupCommand('setup.removeIdentity');
  return (
    <>
      <ConfirmDialog
        {...props}
        triggerVariant="tertiary"
        icon={<TrashIcon aria-hidden />}
        confirm={setup.remove.confirm}
        destroys
        pending={remove.isPending}
        onConfirm={() => remove.mutate({}, { onSuccess: () => announce(setup.remove.removed) })}
      />
      {remove.error && <ErrorNotice error={remove.error.error} />}
    </>
  );
}
