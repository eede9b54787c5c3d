import { QueryClient } from '@tanstack/react-query';
import type { CallProblem } from './client.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallProblem;
  }
}

/** How long an answer lives here. Every query names one of these. */
export const policy = {
  /** Lists that change only when someone changes the set-up. */
  reference: { staleTime: 60_000, gcTime: Number.POSITIVE_INFINITY },
  /** Case numbers and dates: asked for again when the screen is. */
  taskList: { staleTime: 2_000, gcTime: 10_000 },
  /** A person's data: never asked for twice by itself, forgotten when the screen is left. */
  caseFile: { staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
} as const;

/** Answers come from this PC: never wait for a network. Reading is tried again only when the error says that it may help; commands never are. */
export const makeQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        // Also for what is put into the cache without a query that says how long.
        gcTime: 0,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, problem) => failures < 2 && problem.error?.retryable === true,
      },
      // The mutation cache keeps what was typed until it is collected.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
