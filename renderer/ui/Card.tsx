import { Heading } from '@navikt/ds-react';
import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  /** Unit, period or how to read it; to the right of the title. */
  readonly note?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** One piece of the evidence: a titled area with a hairline around it. */
export function Card({ title, note, className = '', children }: Props) {
  const id = useId();
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <div className="card-head">
        <Heading level="2" size="xsmall" id={id}>
          {title}
        </Heading>
        {note && <span className="card-note">{note}</span>}
      </div>
      {children}
    </section>
  );
}
