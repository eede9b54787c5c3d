import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { UpdateStatus } from '../../shared/update.ts';
import { client, onEvent } from './client.ts';
import { policy } from './queryClient.ts';

const updateQuery = queryOptions({
  queryKey: ['session', 'update'],
  queryFn: ({ signal }) => client['setup.updateStatus']({}, signal),
  ...policy.reference,
});

/** Where the program stands with its own new version, kept up by what the main process tells; undefined until it is known. */
export function useUpdateStatus(): UpdateStatus | undefined {
  const queries = useQueryClient();
  const { data } = useQuery(updateQuery);
  useEffect(
    () => onEvent('update.changed', ({ status }) => queries.setQueryData(updateQuery.queryKey, status)),
    [queries],
  );
  return data;
}

export const useCheckForUpdate = () => useMutation({ mutationFn: () => client['setup.checkForUpdate']({}) });
