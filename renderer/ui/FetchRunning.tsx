import { CheckmarkCircleIcon, ClockDashedIcon, MinusCircleIcon, XMarkOctagonIcon } from '@navikt/aksel-icons';
import { Button, Loader, ProgressBar } from '@navikt/ds-react';
import { useText } from '../app/SessionContext.tsx';
import { Card } from './Card.tsx';

const icons = {
  waiting: ClockDashedIcon,
  asking: null,
  done: CheckmarkCircleIcon,
  failed: XMarkOctagonIcon,
  cancelled: MinusCircleIcon,
} as const;

interface Props {
  readonly done: number;
  readonly total: number;
  /** One line per question: whom or what it is about, and how far it has come. */
  readonly items: readonly { readonly label: string; readonly state: keyof typeof icons }[];
  readonly onCancel: () => void;
}

/** How far a fetching has come, question by question. */
export function FetchRunning({ done, total, items, onCancel }: Props) {
  const { fetch } = useText().information;
  return (
    <Card title={fetch.running}>
      <ProgressBar size="small" value={done} valueMax={Math.max(total, 1)} aria-label={fetch.running} />
      <p role="status" className="progress-words">
        {fetch.progress(done, total)}
      </p>
      <ul className="progress-items">
        {items.map(({ label, state }) => {
          const Icon = icons[state];
          return (
            <li key={label} data-state={state}>
              {Icon ? <Icon aria-hidden /> : <Loader size="xsmall" aria-hidden />}
              <span>{label}</span>
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
