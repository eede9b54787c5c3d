import {
  CheckmarkCircleIcon,
  ExclamationmarkTriangleIcon,
  InformationSquareIcon,
  XMarkOctagonIcon,
} from '@navikt/aksel-icons';
import { Heading } from '@navikt/ds-react';
import { type ReactNode, useId } from 'react';
import './statusPanel.css';

/** `good` nothing to do, `judge` someone must look at it, `stop` it can't be used, `info` neither. */
export type Tone = 'good' | 'judge' | 'stop' | 'info';

const icons = {
  good: CheckmarkCircleIcon,
  judge: ExclamationmarkTriangleIcon,
  stop: XMarkOctagonIcon,
  info: InformationSquareIcon,
} as const satisfies Record<Tone, unknown>;

interface Props {
  readonly tone: Tone;
  readonly title: string;
  readonly children?: ReactNode;
}

/** Where something stands, in two or three words, and what follows from it. The words never stand on colour alone. */
export function StatusPanel({ tone, title, children }: Props) {
  const id = useId();
  const Icon = icons[tone];
  return (
    <section className="status-panel" data-tone={tone} aria-labelledby={id}>
      <div className="status-panel-head">
        <Icon aria-hidden />
        <Heading level="2" size="small" id={id}>
          {title}
        </Heading>
      </div>
      {children}
    </section>
  );
}
