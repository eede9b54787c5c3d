import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type CallProblem, client } from './client.ts';
import { policy } from './queryClient.ts';

/** The municipality's rule versions, the published templates, and the grunnbeløp. */
export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => client['rules.list']({}, signal),
  ...policy.reference,
});

type RuleCommand = 'rules.save' | 'rules.approve' | 'rules.remove';

/** A change of one version. Afterwards the list is read again, also when someone else was first. */
export function useRuleCommand<N extends RuleCommand>(
  name: N,
): UseMutationResult<Record<string, never>, CallProblem, CallInput<N>> {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<N>) => {
      const run: (input: CallInput<N>) => Promise<Record<string, never>> = client[name];
      return run(input);
    },
    // Not waited for: who pressed may have to leave the page before the version is gone from it.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: rulesQuery.queryKey });
    },
  });
}

export function useImportRules() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client['rules.import']({}),
    onSuccess: () => queries.invalidateQueries({ queryKey: rulesQuery.queryKey }),
  });
}

export const useExportRules = () => useMutation({ mutationFn: () => client['rules.export']({}) });
