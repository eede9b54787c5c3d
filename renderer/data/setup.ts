import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { ConnectionTest, SetupStatus } from '../../shared/ipc/setupCalls.ts';
import { type CallProblem, client } from './client.ts';
import { policy } from './queryClient.ts';
import { sessionQuery } from './session.ts';

/** What IT has entered, and what the municipality identifies itself with. */
export const setupQuery = queryOptions({
  queryKey: ['setup'],
  queryFn: ({ signal }) => client['setup.status']({}, signal),
  ...policy.reference,
});

type SetupCommand = 'setup.saveSettings' | 'setup.keepCertificate' | 'setup.createOwnKey' | 'setup.removeIdentity';

/** A change of the set-up. The answer is the new status; the session is read again, because it says whether anything can be fetched. */
export function useSetupCommand<N extends SetupCommand>(
  name: N,
): UseMutationResult<SetupStatus, CallProblem, CallInput<N>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<N>) => {
      const run: (input: CallInput<N>) => Promise<SetupStatus> = client[name];
      return run(input);
    },
    onSuccess: (status) => {
      queries.setQueryData(setupQuery.queryKey, status);
      void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

/** Lets IT choose a certificate file and give its password, outside this window. */
export const useOpenCertificate = () => useMutation({ mutationFn: () => client['setup.openCertificate']({}) });

export const useExportPublicJwk = () => useMutation({ mutationFn: () => client['setup.exportPublicJwk']({}) });

interface TestRun {
  readonly signal: AbortSignal;
  /** The set-up that is tested: when it changes, the result says nothing any more. */
  readonly status: SetupStatus;
}

/** Tries everything a lookup needs, except the lookup. */
export const useTestConnection = (): UseMutationResult<ConnectionTest, CallProblem, TestRun> =>
  useMutation({ mutationFn: ({ signal }) => client['setup.testConnection']({}, signal) });
