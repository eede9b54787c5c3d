import { ErrorSummary } from '@navikt/ds-react';
import { useEffect, useRef } from 'react';
import { useText } from '../app/SessionContext.tsx';

/** One thing to put right, and the field (by id) where it is. */
export interface Mistake {
  readonly fieldId: string;
  readonly sentence: string;
  /** Whom it is about, where several have the same field. */
  readonly about?: string;
}

/** Everything that must be put right before a form can be saved, each with a link to its field. Takes the focus when `attempt` grows. */
export function Mistakes({ mistakes, attempt }: { mistakes: readonly Mistake[]; attempt: number }) {
  const { words } = useText().app;
  const summary = useRef<HTMLDivElement>(null);
  const shown = attempt > 0 && mistakes.length > 0;
  // Once per press, not for every key that mends or breaks something.
  useEffect(() => {
    if (attempt > 0) summary.current?.focus();
  }, [attempt]);
  if (!shown) return null;
  return (
    <ErrorSummary ref={summary} size="small" heading={words.mistakes}>
      {mistakes.map(({ fieldId, sentence, about }) => (
        <ErrorSummary.Item key={`${fieldId} ${sentence}`} href={`#${fieldId}`}>
          {about === undefined ? sentence : `${about}: ${sentence}`}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  );
}
