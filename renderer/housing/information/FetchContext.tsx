import { createContext, type ReactNode, use, useCallback, useEffect, useRef } from 'react';
import type { CaseFile } from '../../../shared/housing/caseFile.ts';
import { type FetchRequest, useFetchInformation, useReadWhileFetching } from '../../data/cases.ts';
import type { CallProblem } from '../../data/client.ts';
import { type FetchProgress, useFetchProgress } from '../../data/useFetchProgress.ts';

interface Fetching {
  readonly running: boolean;
  readonly progress: FetchProgress | null;
  readonly problem: CallProblem | null;
  readonly start: (request: FetchRequest) => void;
  readonly cancel: () => void;
}

const FetchContext = createContext<Fetching | null>(null);

/** The fetching for the open case; it goes on while one looks at other tabs, and is cancelled when the case is left. */
export function useFetching(): Fetching {
  const fetching = use(FetchContext);
  if (!fetching) throw new Error('no open case around this component');
  return fetching;
}

export function FetchProvider({ caseFile, children }: { caseFile: CaseFile; children: ReactNode }) {
  const { mutate, isPending, error } = useFetchInformation(caseFile);
  const progress = useFetchProgress('fetch.progress', caseFile.id, isPending);
  useReadWhileFetching(caseFile, isPending, progress?.done ?? 0);
  const abort = useRef<AbortController | null>(null);
  const cancel = useCallback(() => abort.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const start = (request: FetchRequest) => {
    abort.current = new AbortController();
    mutate({ request, signal: abort.current.signal });
  };
  return (
    <FetchContext value={{ running: isPending, progress, problem: error, start, cancel }}>{children}</FetchContext>
  );
}
