import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Trace } from '../../shared/housing/assessment.ts';
import type { CaseFile, Choice } from '../../shared/housing/caseFile.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { CaseDetails, MemberInput } from '../../shared/ipc/housingCalls.ts';
import { type CallProblem, client } from './client.ts';
import { policy } from './queryClient.ts';

/** What the case screens read. The case file is the root; its version is part of every key below it, so that old answers fall away. */
export const caseQueries = {
  list: () =>
    queryOptions({
      queryKey: ['cases', 'list'],
      queryFn: ({ signal }) => client['cases.list']({}, signal),
      ...policy.taskList,
    }),
  search: (text: string) =>
    queryOptions({
      queryKey: ['cases', 'search', text],
      queryFn: ({ signal }) => client['cases.search']({ text }, signal),
      ...policy.caseFile,
    }),
  /** Opening is written in the journal, so it happens once each time the case is shown. */
  open: (caseId: string) =>
    queryOptions({
      queryKey: ['case', caseId],
      queryFn: ({ signal }) => client['cases.open']({ caseId }, signal),
      ...policy.caseFile,
    }),
  assessment: ({ id, version }: CaseFile) =>
    queryOptions({
      queryKey: ['case', id, version, 'assessment'],
      queryFn: ({ signal }) => client['assessment.compute']({ caseId: id }, signal),
      ...policy.caseFile,
    }),
  sourceLine: ({ id, version }: CaseFile, trace: Trace) =>
    queryOptions({
      queryKey: ['case', id, version, 'source', trace],
      queryFn: ({ signal }) => client['information.sourceLine']({ caseId: id, trace }, signal),
      ...policy.caseFile,
    }),
};

/**
 * A command on the open case. The answer is the new case file and becomes the root. When someone else was first (`version-conflict`) the case
 * is read again, so that the next press stands on what is there.
 */
function useCaseCommand<V>(
  { id, version }: CaseFile,
  run: (on: { caseId: string; expectedVersion: number }, variables: V) => Promise<CaseFile>,
): UseMutationResult<CaseFile, CallProblem, V> {
  const queries = useQueryClient();
  const root = caseQueries.open(id).queryKey;
  return useMutation({
    mutationFn: (variables: V) => run({ caseId: id, expectedVersion: version }, variables),
    onSuccess: (caseFile) => {
      queries.setQueryData(root, caseFile);
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
    onError: async ({ error }) => {
      if (error.code !== 'version-conflict') return;
      queries.setQueryData(root, await client['cases.read']({ caseId: id }));
    },
  });
}

export const useSaveDetails = (caseFile: CaseFile) =>
  useCaseCommand(caseFile, (on, details: CaseDetails) => client['cases.saveDetails']({ ...on, details }));

export const useSaveHousehold = (caseFile: CaseFile) =>
  useCaseCommand(caseFile, (on, members: MemberInput[]) => client['cases.saveHousehold']({ ...on, members }));

/** What to ask the authorities about; `only` names single parts to try again. */
export type FetchRequest = Omit<CallInput<'information.fetch'>, 'caseId' | 'expectedVersion'>;

export const useFetchInformation = (caseFile: CaseFile) =>
  useCaseCommand(caseFile, (on, { request, signal }: { request: FetchRequest; signal: AbortSignal }) =>
    client['information.fetch']({ ...on, ...request }, signal),
  );

/** Slow enough that a fetch that is over at once reads nothing in between. */
const READ_AFTER_MS = 400;

/** While a fetch goes on, reads the case again as answers come (`done` grows), so that they can be looked at while the rest is coming. */
export function useReadWhileFetching({ id }: CaseFile, running: boolean, done: number): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!running || done === 0) return;
    const root = caseQueries.open(id).queryKey;
    const read = async () => {
      const caseFile = await client['cases.read']({ caseId: id });
      // The end of the fetch may have been faster than this reading.
      queries.setQueryData(root, (shown) => (shown && shown.updatedAt > caseFile.updatedAt ? shown : caseFile));
    };
    const timer = window.setTimeout(() => read().catch(() => undefined), READ_AFTER_MS);
    return () => window.clearTimeout(timer);
  }, [id, running, done, queries]);
}

/** Records the officer's choice of basis or outcome; null takes it back. */
export const useChoose = (caseFile: CaseFile) =>
  useCaseCommand(caseFile, (on, choice: Choice | null) => client['assessment.choose']({ ...on, choice }));

export function useCreateCase() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (details: CallInput<'cases.create'>) => client['cases.create'](details),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cases'] }),
  });
}

/** Makes the PDF. The dialog may be closed: then nothing has changed. */
export function useCreateBasis({ id, version }: CaseFile) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client['documents.createBasis']({ caseId: id, expectedVersion: version }),
    onSuccess: (made) => {
      if (made.state === 'cancelled') return;
      queries.setQueryData(caseQueries.open(id).queryKey, made.caseFile);
      void queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
