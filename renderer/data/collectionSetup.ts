import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { client } from './client.ts';
import { policy } from './queryClient.ts';

/** What the municipality has decided for the collection desk, the published rates, and the templates to begin from. */
export const collectionSetupQuery = queryOptions({
  queryKey: ['collection-setup'],
  queryFn: ({ signal }) => client['collection.setup']({}, signal),
  ...policy.reference,
});

type SetupCommand = 'collection.saveSettings' | 'collection.signLivsopphold';

/** A change of what the municipality has decided. The answer is the new set-up. */
export function useCollectionSetupCommand<N extends SetupCommand>(name: N) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<N>) => {
      const run: (input: CallInput<N>) => ReturnType<(typeof client)[SetupCommand]> = client[name];
      return run(input);
    },
    onSuccess: (setup) => queries.setQueryData(collectionSetupQuery.queryKey, setup),
  });
}
