import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { CallInput } from '../../shared/ipc/contract.ts';
import type { ActContent, Trekk } from '../../shared/utlegg/trekk.ts';
import { type CallProblem, client, onEvent } from './client.ts';
import { policy } from './queryClient.ts';

/** Everything that is a list of trekk: read again when one of them, or the case it is judged by, has changed. */
export const trekkLists = ['trekkLists'] as const;

/** What the screens of our own trekk read. The trekk is the root; its version is part of the keys below it. */
export const trekkQueries = {
  list: () =>
    queryOptions({
      queryKey: [...trekkLists, 'all'],
      queryFn: ({ signal }) => client['trekk.list']({}, signal),
      ...policy.taskList,
    }),
  /** What of ours the register shows is in the case's lookups, so its version is part of the key. */
  ofCase: ({ id, version }: DebtorCase) =>
    queryOptions({
      queryKey: [...trekkLists, 'case', id, version],
      queryFn: ({ signal }) => client['trekk.ofCase']({ caseId: id }, signal),
      ...policy.taskList,
    }),
  movingDay: () =>
    queryOptions({
      queryKey: [...trekkLists, 'movingDay'],
      queryFn: ({ signal }) => client['trekk.movingDay']({}, signal),
      ...policy.taskList,
    }),
  /** Opening is written in the journal, so it happens once each time the trekk is shown. */
  open: (trekkId: string) =>
    queryOptions({
      queryKey: ['trekk', trekkId],
      queryFn: ({ signal }) => client['trekk.open']({ trekkId }, signal),
      ...policy.caseFile,
    }),
  review: ({ id, version }: Trekk) =>
    queryOptions({
      queryKey: ['trekk', id, version, 'review'],
      queryFn: ({ signal }) => client['trekk.review']({ trekkId: id }, signal),
      ...policy.caseFile,
      // A lookup grows old without anything here changing.
      staleTime: 0,
    }),
  validate: (trekkId: string, what: ActContent) =>
    queryOptions({
      queryKey: ['trekkValidate', trekkId, what],
      queryFn: ({ signal }) => client['trekk.validate']({ trekkId, what }, signal),
      ...policy.caseFile,
    }),
};

/** Reads again what has changed behind the screens: an answer has come, a try has failed. One listener for the whole window. */
export function useTrekkEvents(): void {
  const queries = useQueryClient();
  useEffect(
    () =>
      onEvent('trekk.changed', async ({ trekkId }) => {
        void queries.invalidateQueries({ queryKey: trekkLists });
        const root = trekkQueries.open(trekkId).queryKey;
        if (queries.getQueryData(root) === undefined) return;
        const read = await client['trekk.read']({ trekkId }).catch(() => null);
        // A command's own answer may have been faster than this reading.
        if (read) queries.setQueryData(root, (shown) => (shown && shown.version > read.version ? shown : read));
      }),
    [queries],
  );
}

/** The answer is the new root (null: as it was); after a conflict the trekk is read again. */
function useTrekkCommand<V>(
  { id, version }: Trekk,
  run: (on: { trekkId: string; expectedVersion: number }, variables: V) => Promise<Trekk | null>,
): UseMutationResult<Trekk | null, CallProblem, V> {
  const queries = useQueryClient();
  const root = trekkQueries.open(id).queryKey;
  return useMutation({
    mutationFn: (variables: V) => run({ trekkId: id, expectedVersion: version }, variables),
    onSuccess: (trekk) => {
      if (trekk) queries.setQueryData(root, trekk);
      void queries.invalidateQueries({ queryKey: trekkLists });
    },
    onError: async ({ error }) => {
      if (error.code !== 'version-conflict') return;
      queries.setQueryData(root, await client['trekk.read']({ trekkId: id }));
    },
  });
}

type Typed = Pick<CallInput<'trekk.save'>, 'debtorName' | 'what' | 'reasons'>;

/** Keeps what is typed (null: it is kept already) and holds it against every rule. */
export function useCheckTrekk(trekk: Trekk) {
  const queries = useQueryClient();
  return useTrekkCommand(trekk, async (on, typed: Typed | null) => {
    const saved = typed ? await client['trekk.save']({ ...on, ...typed }) : trekk;
    // What was typed is safe, whatever the rules say of it.
    queries.setQueryData(trekkQueries.open(trekk.id).queryKey, saved);
    return client['trekk.check']({ ...on, expectedVersion: saved.version });
  });
}

export const useSaveTrekk = (trekk: Trekk) =>
  useTrekkCommand(trekk, (on, typed: Typed) => client['trekk.save']({ ...on, ...typed }));

export const useConfirmTrekk = (trekk: Trekk) => useTrekkCommand(trekk, (on) => client['trekk.confirm'](on));

export const useApproveTrekk = (trekk: Trekk) =>
  useTrekkCommand(trekk, (on, approved: boolean) => client['trekk.approve']({ ...on, approved }));

export const useBackToDraft = (trekk: Trekk) => useTrekkCommand(trekk, (on) => client['trekk.backToDraft'](on));

export const useSendNow = (trekk: Trekk) =>
  useTrekkCommand(trekk, ({ trekkId }) => client['trekk.sendNow']({ trekkId }));

export const useRefreshTrekk = (trekk: Trekk) => useTrekkCommand(trekk, (on) => client['trekk.refresh'](on));

export const useBeginChange = (trekk: Trekk) =>
  useTrekkCommand(trekk, (on, reason: CallInput<'trekk.beginChange'>['reason']) =>
    client['trekk.beginChange']({ ...on, reason }),
  );

export const useBeginEnd = (trekk: Trekk) =>
  useTrekkCommand(trekk, (on, reason: CallInput<'trekk.beginEnd'>['reason']) =>
    client['trekk.beginEnd']({ ...on, reason }),
  );

export const useRecordState = (trekk: Trekk) =>
  useTrekkCommand(
    trekk,
    (on, told: Pick<CallInput<'trekk.recordState'>, 'state' | 'since' | 'source' | 'caseReference'>) =>
      client['trekk.recordState']({ ...on, ...told }),
  );

/** Another document makes a checked act a draft again: it is checked at once, so that the review stays. */
export const usePickDocument = (trekk: Trekk) =>
  useTrekkCommand(trekk, async (on) => {
    const { trekk: picked } = await client['trekk.pickDocument'](on);
    if (picked === null || trekk.act?.state !== 'kontrollert') return picked;
    return client['trekk.check']({ ...on, expectedVersion: picked.version });
  });

export const useMakeLetter = (trekk: Trekk) =>
  useTrekkCommand(
    trekk,
    async (on, kind: CallInput<'trekk.makeLetter'>['kind']) =>
      (await client['trekk.makeLetter']({ ...on, kind })).trekk,
  );

export const useRecordLetter = (trekk: Trekk) =>
  useTrekkCommand(trekk, (on, sent: Pick<CallInput<'trekk.recordLetter'>, 'letterId' | 'on' | 'channel'>) =>
    client['trekk.recordLetter']({ ...sent, ...on }),
  );

/** Throws the draft away. Null: the trekk was nothing but a draft, and is gone. */
export function useDiscardAct({ id, version }: Trekk) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client['trekk.discard']({ trekkId: id, expectedVersion: version }),
    onSuccess: ({ trekk }) => {
      if (trekk) queries.setQueryData(trekkQueries.open(id).queryKey, trekk);
      void queries.invalidateQueries({ queryKey: trekkLists });
    },
  });
}

/** Begins a registration or a decision from the case as it stands. */
export function useBeginTrekk(caseId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => client['trekk.begin']({ caseId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: trekkLists }),
  });
}

/** Follows a running trekk that was registered elsewhere. */
export function useAdoptTrekk(caseId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (utleggstrekkId: string) => client['trekk.adopt']({ caseId, utleggstrekkId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: trekkLists }),
  });
}

export const useExportMovingDay = () =>
  useMutation({
    mutationFn: (trekkIds: readonly string[] | null) =>
      client['trekk.exportMovingDay']({ trekkIds: trekkIds && [...trekkIds] }),
  });
