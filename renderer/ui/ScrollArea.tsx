import type { ReactNode } from 'react';

/** What scrolls must be reachable by keyboard, also where nothing in it can have the focus (WCAG 2.1.1). */
const reachable = { tabIndex: 0 } as const;

/** A wide table that scrolls sideways where there is no room for it. */
export const ScrollArea = ({ label, children }: { label: string; children: ReactNode }) => (
  <section className="scroll-x" aria-label={label} {...reachable}>
    {children}
  </section>
);
