import { useQuery } from '@tanstack/react-query';
import type { Act, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { trekkQueries } from '../../../data/trekk.ts';
import { LettersCard } from '../LettersCard.tsx';
import { ActEvidence } from '../review/ActEvidence.tsx';
import { ApprovalPanel } from './ApprovalPanel.tsx';
import { RefusedPanel } from './RefusedPanel.tsx';
import { SendingPanel } from './SendingPanel.tsx';

interface Props {
  readonly trekk: Trekk;
  readonly act: Act;
  /** Back in the draft, the field at this path shall have the focus. */
  readonly onToField: (path: string) => void;
}

/** An act that is out of the officer's hands: on its way, waiting for a second person, or refused. */
export function ActStatus({ trekk, act, onToField }: Props) {
  const { app } = useText();
  const { data: review } = useQuery(trekkQueries.review(trekk));
  return (
    <div className="with-side">
      <div className="evidence">
        <ActEvidence trekk={trekk} act={act} differences={review?.differences ?? []} />
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        {act.state === 'tilGodkjenning' && <ApprovalPanel trekk={trekk} act={act} />}
        {(act.state === 'sendes' || act.state === 'ukjent') && act.sending && (
          <SendingPanel trekk={trekk} unknown={act.state === 'ukjent'} sending={act.sending} />
        )}
        {act.state === 'avvist' && act.refusal && (
          <RefusedPanel trekk={trekk} refusal={act.refusal} onToField={onToField} />
        )}
        <LettersCard trekk={trekk} />
      </aside>
    </div>
  );
}
