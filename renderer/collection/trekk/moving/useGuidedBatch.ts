import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MovingRow } from '../../../../shared/utlegg/movingDay.ts';
import type { Trekk } from '../../../../shared/utlegg/trekk.ts';
import { CallProblem, client, onEvent } from '../../../data/client.ts';
import { type BatchItem, endReasonOf, itemState, newItem } from './batchItem.ts';

/** What is done with the rows at the moment. */
type BatchWork = 'preparing' | 'letters' | 'confirming' | null;

export interface GuidedBatch {
  readonly items: readonly BatchItem[];
  readonly work: BatchWork;
  /** How many rows of the work at hand are done. */
  readonly done: number;
  readonly setName: (trekkId: string, name: string) => void;
  readonly prepare: () => void;
  readonly makeLetters: () => void;
  readonly confirm: () => void;
  /** Stops after the row at hand; what was confirmed stays confirmed. */
  readonly cancel: () => void;
}

/** Does the same with many rows, one at a time: prepares each, makes the letters they lack, confirms those that are ready. */
export function useGuidedBatch(rows: readonly MovingRow[]): GuidedBatch {
  const queries = useQueryClient();
  const [items, setItems] = useState<readonly BatchItem[]>(() => rows.map(newItem));
  const [work, setWork] = useState<BatchWork>(null);
  const [done, setDone] = useState(0);
  const stopped = useRef(false);

  const change = useCallback(
    (trekkId: string, patch: Partial<BatchItem>) =>
      setItems((before) => before.map((one) => (one.row.trekkId === trekkId ? { ...one, ...patch } : one))),
    [],
  );

  useEffect(
    () =>
      onEvent('trekk.changed', async ({ trekkId }) => {
        if (!rows.some((row) => row.trekkId === trekkId)) return;
        const trekk = await client['trekk.read']({ trekkId }).catch(() => null);
        if (trekk) change(trekkId, { trekk });
      }),
    [rows, change],
  );

  const run = async (
    name: Exclude<BatchWork, null>,
    todo: readonly BatchItem[],
    step: (item: BatchItem) => Promise<Partial<BatchItem>>,
  ) => {
    stopped.current = false;
    setWork(name);
    setDone(0);
    for (const item of todo) {
      if (stopped.current) break;
      const patch = await step(item).catch((error: unknown) => {
        if (error instanceof CallProblem) return { problem: error.error };
        throw error;
      });
      change(item.row.trekkId, patch);
      setDone((before) => before + 1);
    }
    setWork(null);
    void queries.invalidateQueries({ queryKey: ['trekkLists'] });
  };

  const inState = (...states: readonly ReturnType<typeof itemState>[]) =>
    items.filter((one) => states.includes(itemState(one)));
  return {
    items,
    work,
    done,
    setName: (trekkId, name) => change(trekkId, { name }),
    prepare: () => void run('preparing', inState('waiting', 'problem'), prepareOne),
    makeLetters: () =>
      void run(
        'letters',
        inState('incomplete').filter(({ name }) => name.trim() !== ''),
        async (item) => {
          const made = await makeMissingLetters(item);
          if (made === null) stopped.current = true;
          return made ?? {};
        },
      ),
    confirm: () => void run('confirming', inState('ready'), confirmOne),
    cancel: () => {
      stopped.current = true;
    },
  };
}

async function prepareOne({ row }: BatchItem): Promise<Partial<BatchItem>> {
  if (row.need === 'look-up') {
    const debtor = await client['collection.read']({ caseId: row.caseId });
    await client['collection.fetch']({
      caseId: row.caseId,
      expectedVersion: debtor.version,
      only: ['samordnetTrekk', 'utlegg'],
    });
    return { lookedUp: true, problem: null };
  }
  const { trekkId } = row;
  const trekk = await client['trekk.read']({ trekkId });
  const reason = endReasonOf(row);
  const begun = trekk.act ? trekk : await client['trekk.beginEnd']({ trekkId, expectedVersion: trekk.version, reason });
  if (begun.act?.what.kind !== 'avslutt' || begun.act.what.content.reason !== reason) return { problem: 'other-act' };
  const checked =
    begun.act.state === 'utkast' ? await client['trekk.check']({ trekkId, expectedVersion: begun.version }) : begun;
  return { trekk: checked, name: checked.debtorName, review: await client['trekk.review']({ trekkId }), problem: null };
}

/** null: the officer chose no place for a letter. */
async function makeMissingLetters(item: BatchItem): Promise<Partial<BatchItem> | null> {
  const { trekkId } = item.row;
  const { review } = item;
  let current = await withName(item);
  for (const kind of ['underretning', 'trekkpaalegg', 'opphoer'] as const) {
    if (!current || !review?.missing.includes(kind)) continue;
    const made = await client['trekk.makeLetter']({ trekkId, expectedVersion: current.version, kind });
    if (!made.trekk) return null;
    current = made.trekk;
  }
  return { trekk: current, review: await client['trekk.review']({ trekkId }) };
}

/** The trekk with the name that is typed, checked again when it is another. */
async function withName({ row: { trekkId }, trekk, name }: BatchItem): Promise<Trekk | null> {
  if (!trekk?.act || name.trim() === trekk.debtorName) return trekk;
  const { what, reasons } = trekk.act;
  const saved = await client['trekk.save']({
    trekkId,
    expectedVersion: trekk.version,
    debtorName: name.trim(),
    what,
    reasons,
  });
  return client['trekk.check']({ trekkId, expectedVersion: saved.version });
}

async function confirmOne({ row: { trekkId }, trekk }: BatchItem): Promise<Partial<BatchItem>> {
  const act = trekk?.act;
  if (!act) return {};
  const sending = await client['trekk.confirm']({ trekkId, expectedVersion: trekk.version });
  return { confirmed: act.id, trekk: sending };
}
