import { PencilIcon } from '@navikt/aksel-icons';
import { Button, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import type { Act, Trekk } from '../../../../shared/utlegg/trekk.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { trekkQueries } from '../../../data/trekk.ts';
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx';
import { DocumentCard } from '../act/DocumentCard.tsx';
import { LettersCard } from '../LettersCard.tsx';
import { ActEvidence } from './ActEvidence.tsx';
import { SendPanel } from './SendPanel.tsx';

/** What will be sent, said in plain words, what is missing, and the one deliberate press that sends it. */
export function ReviewPage({ trekk, act, onEdit }: { trekk: Trekk; act: Act; onEdit: () => void }) {
  const { app, trekk: words } = useText();
  const { data: review, error, refetch } = useQuery(trekkQueries.review(trekk));
  return (
    <div className="with-side">
      <div className="evidence">
        <ActEvidence trekk={trekk} act={act} differences={review?.differences ?? []} />
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
        {!review && !error && <Loader title={app.words.loading} />}
        {review && <SendPanel trekk={trekk} act={act} review={review} onEdit={onEdit} />}
        <div>
          <Button type="button" size="small" variant="secondary" icon={<PencilIcon aria-hidden />} onClick={onEdit}>
            {words.review.edit}
          </Button>
        </div>
        <DocumentCard trekk={trekk} />
        <LettersCard trekk={trekk} />
      </aside>
    </div>
  );
}
