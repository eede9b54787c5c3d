import { PaperplaneIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useRef } from 'react';
import type { TrekkReview } from '../../../../shared/ipc/trekkCalls.ts';
import { needsSecondPerson } from '../../../../shared/utlegg/states.ts';
import type { Act, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { useCheckTrekk, useConfirmTrekk, useMakeLetter, usePickDocument } from '../../../data/trekk.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../../ui/LinkButton.tsx';
import { StatusPanel } from '../../../ui/StatusPanel.tsx';
import { stepRoutes } from '../../debtorProgress.ts';

interface Props {
  readonly trekk: Trekk;
  readonly act: Act;
  readonly review: TrekkReview;
  readonly onEdit: () => void;
}

type Missing = TrekkReview['missing'][number];

/** Can it be sent? What is missing, each with the button that does it; when nothing is, the one press. */
export function SendPanel({ trekk, act, review, onEdit }: Props) {
  const { send: words } = useText().trekk;
  // A second person is asked for by the press itself.
  const missing = review.missing.filter((one) => one !== 'second-person');
  const errors = review.violations.filter(({ level }) => level === 'error');
  if (missing.length === 0 && errors.length === 0) {
    return (
      <StatusPanel tone="good" title={words.ready}>
        <p>{words.readyExplained}</p>
        <Confirm trekk={trekk} act={act} />
      </StatusPanel>
    );
  }
  return (
    <StatusPanel tone="stop" title={words.stopped}>
      <ul className="missing-list">
        {errors.length > 0 && (
          <li>
            {words.errors(errors.length)}
            <Button type="button" size="small" variant="secondary" onClick={onEdit}>
              {words.toErrors}
            </Button>
          </li>
        )}
        {missing.map((one) => (
          <li key={one}>
            {words.missing[one]}
            <Mend trekk={trekk} missing={one} onEdit={onEdit} />
          </li>
        ))}
      </ul>
    </StatusPanel>
  );
}

/** The button that puts right what is missing; none where only time or someone else can. */
function Mend({ trekk, missing, onEdit }: { trekk: Trekk; missing: Missing; onEdit: () => void }) {
  const { send: words, letters, document } = useText().trekk;
  const check = useCheckTrekk(trekk);
  const make = useMakeLetter(trekk);
  const pick = usePickDocument(trekk);
  const problem = check.error ?? make.error ?? pick.error;
  const button = (label: string, press: () => void, pending: boolean) => (
    <>
      <Button type="button" size="small" variant="secondary" loading={pending} onClick={press}>
        {label}
      </Button>
      {problem && <ErrorNotice error={problem.error} onRetry={press} />}
    </>
  );
  switch (missing) {
    case 'not-checked':
      return button(words.check, () => check.mutate(null), check.isPending);
    case 'lookup-too-old':
      return (
        <LinkButton to={stepRoutes.information} params={{ caseId: trekk.caseId }} variant="secondary">
          {words.toInformation}
        </LinkButton>
      );
    case 'reason-for-warning':
      return button(words.writeReason, onEdit, false);
    case 'document':
      return button(document.choose, () => pick.mutate(undefined), pick.isPending);
    case 'underretning':
    case 'trekkpaalegg':
    case 'opphoer':
      return button(letters.make[missing], () => make.mutate(missing), make.isPending);
    case 'second-person':
    case 'elan-not-confirmed':
      return null;
  }
}

/** The one deliberate press. What two people must answer for is asked for, not sent. */
function Confirm({ trekk, act: { what } }: { trekk: Trekk; act: Act }) {
  const { send: words } = useText().trekk;
  const confirm = useConfirmTrekk(trekk);
  const here = useRef<HTMLDivElement>(null);
  const asks = needsSecondPerson(what);
  const said = asks ? words.ask : words.confirm[what.kind];
  return (
    <div ref={here} tabIndex={-1}>
      <ConfirmDialog
        trigger={said.trigger}
        triggerVariant="primary"
        icon={<PaperplaneIcon aria-hidden />}
        title={said.title}
        consequences={said.consequences}
        confirm={said.confirm}
        pending={confirm.isPending}
        onConfirm={() => confirm.mutate(undefined)}
        returnFocusTo={here}
      />
      {confirm.error && <ErrorNotice error={confirm.error.error} />}
    </div>
  );
}
