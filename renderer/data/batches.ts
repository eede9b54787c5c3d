import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Batch } from '../../shared/batch/batch.ts';
import type { RowView } from '../../shared/ipc/batchCalls.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import { client, onEvent } from './client.ts';
import { policy } from './queryClient.ts';

/** Rows that are fetched together: a screenful is a third of it. */
export const PAGE_ROWS = 100;

/** How often the rows on the screen are read again while a run goes on. */
const REFRESH_MS = 1000;

/** What «Mange skyldnere» reads. */
export const batchQueries = {
  list: () =>
    queryOptions({
      queryKey: ['batches'],
      queryFn: ({ signal }) => client['batch.list']({}, signal),
      ...policy.taskList,
    }),
  /** Opening is written in the journal, so it happens once each time the list is shown. */
  open: (batchId: string) =>
    queryOptions({
      queryKey: ['batch', batchId],
      queryFn: ({ signal }) => client['batch.open']({ batchId }, signal),
      ...policy.caseFile,
    }),
  rows: (batchId: string, view: RowView, page: number) =>
    queryOptions({
      queryKey: [...rowsKey(batchId), view, page],
      queryFn: ({ signal }) =>
        client['batch.rows']({ batchId, view, offset: page * PAGE_ROWS, limit: PAGE_ROWS }, signal),
      ...policy.caseFile,
    }),
};

/** Beside the batch itself, which must not be opened again when its rows are read again. */
const rowsKey = (batchId: string) => ['batchRows', batchId];

/** Follows a run: its progress as it is told, and the rows on the screen once a second. */
export function useBatchProgress(batchId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: number | null = null;
    const refresh = () => {
      timer = null;
      void queries.invalidateQueries({ queryKey: rowsKey(batchId) });
    };
    const stop = onEvent('batch.progress', (told) => {
      if (told.batchId !== batchId) return;
      queries.setQueryData(
        batchQueries.open(batchId).queryKey,
        (batch) => batch && { ...batch, progress: told.progress },
      );
      timer ??= window.setTimeout(refresh, REFRESH_MS);
    });
    return () => {
      stop();
      if (timer !== null) window.clearTimeout(timer);
    };
  }, [batchId, queries]);
}

/** A command on a list. The answer is the list as it is now; its rows are read again. */
function useBatchCommand<V>(batchId: string, run: (variables: V) => Promise<Batch>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: run,
    onSuccess: (batch) => {
      queries.setQueryData(batchQueries.open(batchId).queryKey, batch);
      return queries.invalidateQueries({ queryKey: rowsKey(batchId) });
    },
  });
}

export const useMapColumns = (batchId: string) =>
  useBatchCommand(batchId, (mapping: CallInput<'batch.map'>['mapping']) => client['batch.map']({ batchId, mapping }));

export const useCorrectRow = (batchId: string) =>
  useBatchCommand(batchId, (change: Omit<CallInput<'batch.correct'>, 'batchId'>) =>
    client['batch.correct']({ batchId, ...change }),
  );

export const useAcceptRepairs = (batchId: string) =>
  useBatchCommand(batchId, () => client['batch.acceptRepairs']({ batchId }));

export const useStartBatch = (batchId: string) =>
  useBatchCommand(batchId, (topics: CallInput<'batch.start'>['topics']) => client['batch.start']({ batchId, topics }));

export const usePauseBatch = (batchId: string) => useBatchCommand(batchId, () => client['batch.pause']({ batchId }));

export const useCancelBatch = (batchId: string) => useBatchCommand(batchId, () => client['batch.cancel']({ batchId }));

/** Makes the cases; the answer says how many. */
export function useCreateCases(batchId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (input: Omit<CallInput<'batch.createCases'>, 'batchId'>) =>
      client['batch.createCases']({ batchId, ...input }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['debtors'] });
      return queries.invalidateQueries({ queryKey: rowsKey(batchId) });
    },
  });
}

export const useExportBatch = (batchId: string) =>
  useMutation({
    mutationFn: (input: Omit<CallInput<'batch.export'>, 'batchId'>) => client['batch.export']({ batchId, ...input }),
  });

/** Reads a list from a file (null) or from what was pasted. */
export function useImportList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (pasted: string | null) =>
      pasted === null ? client['batch.importFile']({}) : client['batch.importText']({ text: pasted }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['batches'] }),
  });
}

export function useRemoveBatch(batchId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client['batch.remove']({ batchId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['batches'] }),
  });
}
