import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { client } from './client.ts';
import { policy } from './queryClient.ts';

export type JournalFilter = Omit<CallInput<'journal.list'>, 'offset'>;

/** The rows that fit, newest first, a page at a time. The last answer stays on the screen until the next has come. */
export const journalQuery = (filter: JournalFilter) =>
  infiniteQueryOptions({
    queryKey: ['journal', filter],
    queryFn: ({ signal, pageParam }) => client['journal.list']({ ...filter, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const read = pages.reduce((count, { rows }) => count + rows.length, 0);
      return read < total ? read : null;
    },
    placeholderData: keepPreviousData,
    ...policy.caseFile,
  });
