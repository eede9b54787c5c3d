import { useEffect, useState } from 'react';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import { onEvent } from './client.ts';

export type FetchProgress = EventPayload<'fetch.progress'>;

/** How far the fetching for a case has come; null when nothing has been heard since `running` began. */
export function useFetchProgress(caseId: string, running: boolean): FetchProgress | null {
  const [progress, setProgress] = useState<FetchProgress | null>(null);
  useEffect(() => {
    if (!running) return;
    setProgress(null);
    return onEvent('fetch.progress', (payload) => {
      if (payload.caseId === caseId) setProgress(payload);
    });
  }, [caseId, running]);
  return progress;
}
