import { useEffect, useState } from 'react';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { onEvent } from './client.ts';

export type FetchProgress = EventPayload<'fetch.progress'>;
export type DebtorFetchProgress = EventPayload<'collection.progress'>;

/** How far the fetching for a case has come, by the desk's own event; null when nothing has been heard since `running` began. */
export function useFetchProgress<N extends 'fetch.progress' | 'collection.progress'>(
  event: N,
  caseId: string,
  running: boolean,
): EventPayload<N> | null {
  const [progress, setProgress] = useState<EventPayload<N> | null>(null);
  useEffect(() => {
    if (!running) return;
    setProgress(null);
    return onEvent(event, (payload) => {
      if (payload.caseId === caseId) setProgress(() => payload);
    });
  }, [event, caseId, running]);
  return progress;
}
