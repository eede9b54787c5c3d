import { createContext, type ReactNode, use, useCallback, useEffect, useRef } from 'react';
import type { DebtorCase } from '../../../shared/garnishment/debtorCase.ts';
import type { CallProblem } from '../../data/client.ts';
import { type DebtorFetchRequest, useFetchDebtor, useReadWhileFetching } from '../../data/debtors.ts';
import { type DebtorFetchProgress, useFetchProgress } from '../../data/useFetchProgress.ts';

interface Fetching {
  readonly running: boolean;
  readonly progress: DebtorFetchProgress | null;
  readonly problem: CallProblem | null;
  readonly start: (only: DebtorFetchRequest) => void;
  readonly cancel: () => void;
}

const FetchContext = createContext<Fetching | null>(null);

/** The fetching about the open debtor; it goes on while one looks at other tabs, and is cancelled when the case is left. */
export function useFetching(): Fetching {
  const fetching = use(FetchContext);
  if (!fetching) throw new Error('no open case around this component');
  return fetching;
}

export function FetchProvider({ debtor, children }: { debtor: DebtorCase; children: ReactNode }) {
  const { mutate, isPending, error } = useFetchDebtor(debtor);
  const progress = useFetchProgress('collection.progress', debtor.id, isPending);
  useReadWhileFetching(debtor, isPending, progress?.done ?? 0);
  const abort = useRef<AbortController | null>(null);
  const cancel = useCallback(() => abort.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const start = (only: DebtorFetchRequest) => {
    abort.current = new AbortController();
    mutate({ only, signal: abort.current.signal });
  };
  return (
    <FetchContext value={{ running: isPending, progress, problem: error, start, cancel }}>{children}</FetchContext>
  );
}
