import type { EventPayload } from '../../shared/ipc/contract.ts';

type Progress = EventPayload<'fetch.progress'>;
export type FetchItem = Progress['items'][number];

export interface FetchProgress {
  /** Adds a question that is waiting. */
  add(question: Omit<FetchItem, 'state'>): FetchItem;
  /** Says how a question stands now. */
  set(item: FetchItem, change: Partial<Pick<FetchItem, 'state' | 'year'>>): void;
  /** Takes away a question that turned out not to be one. */
  drop(item: FetchItem): void;
}

/** Keeps the list of questions of one fetch and tells the window, with the whole list, whenever it changes. */
export function createFetchProgress(caseId: string, notify: (progress: Progress) => void): FetchProgress {
  const items = new Set<FetchItem>();
  const tell = () => {
    const list = [...items].map((item) => ({ ...item }));
    const done = list.filter(({ state }) => state !== 'waiting' && state !== 'asking').length;
    notify({ caseId, done, total: list.length, items: list });
  };
  return {
    add: ({ memberId, source, year }) => {
      // Field by field: a question also knows the person's number.
      const item: FetchItem = { memberId, source, year, state: 'waiting' };
      items.add(item);
      return item;
    },
    set: (item, change) => {
      Object.assign(item, change);
      tell();
    },
    drop: (item) => {
      items.delete(item);
      tell();
    },
  };
}
