import { BodyShort, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';

/** What will be here, and the button that starts it. */
export function EmptyState({ title, explained, children }: { title: string; explained: string; children?: ReactNode }) {
  return (
    <section className="empty-state">
      <Heading level="2" size="small">
        {title}
      </Heading>
      <BodyShort>{explained}</BodyShort>
      {children}
    </section>
  );
}
