import { CheckmarkCircleIcon, ClockDashedIcon, MinusCircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Button, Loader, ProgressBar } from '@navikt/ds-react';
import { memberName } from '../../../shared/text/memberName.ts';
import { useText } from '../../app/SessionContext.tsx';
import type { FetchProgress } from '../../data/useFetchProgress.ts';
import { Card } from '../../ui/Card.tsx';
import { useCaseFile } from '../CaseContext.tsx';

const icons = {
  waiting: ClockDashedIcon,
  asking: null,
  done: CheckmarkCircleIcon,
  failed: XMarkOctagonIcon,
  cancelled: MinusCircleIcon,
} as const;

/** How far the fetching has come, person by person and source by source. */
export function FetchRunning({ progress, onCancel }: { progress: FetchProgress | null; onCancel: () => void }) {
  const text = useText();
  const { fetch, sources } = text.information;
  const { members } = useCaseFile();
  const { done = 0, total = 0, items = [] } = progress ?? {};
  return (
    <Card title={fetch.running}>
      <ProgressBar size="small" value={done} valueMax={Math.max(total, 1)} aria-label={fetch.running} />
      <p role="status" className="progress-words">
        {fetch.progress(done, total)}
      </p>
      <ul className="progress-items">
        {items.map(({ memberId, source, year, state }) => {
          const Icon = icons[state];
          return (
            <li key={`${memberId} ${source} ${year}`} data-state={state}>
              {Icon ? <Icon aria-hidden /> : <Loader size="xsmall" aria-hidden />}
              <span>
                {memberName(text, members, memberId)}: {sources[source]} {year ?? ''}
              </span>
              <span className="subtle">{fetch.partStates[state]}</span>
            </li>
          );
        })}
      </ul>
      <Button size="small" variant="secondary" onClick={onCancel}>
        {fetch.cancel}
      </Button>
    </Card>
  );
}
