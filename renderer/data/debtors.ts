import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DebtorCase, DebtorChoices, DebtorClaims, DebtorHousehold } from '../../shared/garnishment/debtorCase.ts';
import type { DebtorSource } from '../../shared/garnishment/debtorLookup.ts';
import type { Trace } from '../../shared/housing/assessment.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { type CallProblem, client } from './client.ts';
import { policy } from './queryClient.ts';
import { trekkLists } from './trekk.ts';

/** What the collection desk reads. The debtor's case is the root; its version is part of every key below it, so that old answers fall away. */
export const debtorQueries = {
  list: () =>
    queryOptions({
      queryKey: ['debtors', 'list'],
      queryFn: ({ signal }) => client['collection.list']({}, signal),
      ...policy.taskList,
    }),
  search: (text: string) =>
    queryOptions({
      queryKey: ['debtors', 'search', text],
      queryFn: ({ signal }) => client['collection.search']({ text }, signal),
      ...policy.caseFile,
    }),
  /** Opening is written in the journal, so it happens once each time the case is shown. */
  open: (caseId: string) =>
    queryOptions({
      queryKey: ['debtor', caseId],
      queryFn: ({ signal }) => client['collection.open']({ caseId }, signal),
      ...policy.caseFile,
    }),
  analysis: ({ id, version }: DebtorCase) =>
    queryOptions({
      queryKey: ['debtor', id, version, 'analysis'],
      queryFn: ({ signal }) => client['collection.analyse']({ caseId: id }, signal),
      ...policy.caseFile,
      // A rate that was entered meanwhile changes the answer, and so does the age of a lookup.
      staleTime: 0,
    }),
  sourceLine: ({ id, version }: DebtorCase, trace: Trace) =>
    queryOptions({
      queryKey: ['debtor', id, version, 'source', trace],
      queryFn: ({ signal }) => client['collection.sourceLine']({ caseId: id, trace }, signal),
      ...policy.caseFile,
    }),
};

/** As `useCaseCommand` of the housing desk: the answer is the new root, and after a conflict the case is read again. */
function useDebtorCommand<V>(
  { id, version }: DebtorCase,
  run: (on: { caseId: string; expectedVersion: number }, variables: V) => Promise<DebtorCase>,
): UseMutationResult<DebtorCase, CallProblem, V> {
  const queries = useQueryClient();
  const root = debtorQueries.open(id).queryKey;
  return useMutation({
    mutationFn: (variables: V) => run({ caseId: id, expectedVersion: version }, variables),
    onSuccess: (debtor) => {
      queries.setQueryData(root, debtor);
      void queries.invalidateQueries({ queryKey: ['debtors'] });
      // What is left of the claims decides what their trekk need.
      void queries.invalidateQueries({ queryKey: trekkLists });
    },
    onError: async ({ error }) => {
      if (error.code !== 'version-conflict') return;
      queries.setQueryData(root, await client['collection.read']({ caseId: id }));
    },
  });
}

/** The details of a case, and the debtor's number when it is another (null = keep). */
type DetailsToSave = Pick<CallInput<'collection.saveDetails'>, 'details' | 'nationalId'>;

export const useSaveDebtorDetails = (debtor: DebtorCase) =>
  useDebtorCommand(debtor, (on, input: DetailsToSave) => client['collection.saveDetails']({ ...on, ...input }));

/** What is entered on one page and kept by two commands; null = unchanged. */
interface EnteredParts {
  readonly claims: DebtorClaims | null;
  readonly household: DebtorHousehold | null;
}

export function useSaveEntered(debtor: DebtorCase) {
  const queries = useQueryClient();
  return useDebtorCommand(debtor, async (on, { claims, household }: EnteredParts) => {
    const first = claims === null ? debtor : await client['collection.saveClaims']({ ...on, ...claims });
    // The claims are safe, whatever happens to the household.
    queries.setQueryData(debtorQueries.open(debtor.id).queryKey, first);
    if (household === null) return first;
    return client['collection.saveHousehold']({ ...on, expectedVersion: first.version, household });
  });
}

export const useSaveChoices = (debtor: DebtorCase) =>
  useDebtorCommand(debtor, (on, choices: DebtorChoices) => client['collection.saveChoices']({ ...on, choices }));

/** What to ask again about; null = everything. */
export type DebtorFetchRequest = readonly DebtorSource[] | null;

export const useFetchDebtor = (debtor: DebtorCase) =>
  useDebtorCommand(debtor, (on, { only, signal }: { only: DebtorFetchRequest; signal: AbortSignal }) =>
    client['collection.fetch']({ ...on, only: only && [...only] }, signal),
  );

/** Slow enough that a fetch that is over at once reads nothing in between. */
const READ_AFTER_MS = 400;

/** While a fetch goes on, reads the case again as answers come (`done` grows), so that they can be looked at while the rest is coming. */
export function useReadWhileFetching({ id }: DebtorCase, running: boolean, done: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!running || done === 0) return;
    const read = async () => {
      const debtor = await client['collection.read']({ caseId: id });
      // The end of the fetch may have been faster than this reading.
      queries.setQueryData(debtorQueries.open(id).queryKey, (shown) =>
        shown && shown.updatedAt > debtor.updatedAt ? shown : debtor,
      );
      // Answers that come in between do not make a new version of the case.
      await queries.invalidateQueries({ queryKey: debtorQueries.analysis(debtor).queryKey });
    };
    const timer = window.setTimeout(() => read().catch(() => undefined), READ_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [id, running, done, queries]);
}

export function useCreateDebtor() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: CallInput<'collection.create'>) => client['collection.create'](input),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['debtors'] }),
  });
}
