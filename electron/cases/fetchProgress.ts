import type { EventPayload } from '../../shared/ipc/contract.ts';

type State = EventPayload<'fetch.progress'>['items'][number]['state'];

/** How far a fetch has come: every question, what it is about and how it stands. */
export interface Progress<About> {
  readonly done: number;
  readonly total: number;
  readonly items: (About & { readonly state: State })[];
}

/** One question's line in the list. */
export interface ProgressLine<About> {
  set(state: State): void;
  /** What it is about turned out to be this. */
  isAbout(about: About): void;
  /** It turned out not to be a question. */
  drop(): void;
}

/** Keeps the list of questions of one fetch and tells the window, with the whole list, whenever it changes. Gives what adds a question that waits. */
export function createFetchProgress<About>(
  notify: (progress: Progress<About>) => void,
): (about: About) => ProgressLine<About> {
  const lines = new Map<symbol, { about: About; state: State }>();
  const tell = () => {
    const items = [...lines.values()].map(({ about, state }) => ({ ...about, state }));
    const done = items.filter(({ state }) => state !== 'waiting' && state !== 'asking').length;
    notify({ done, total: items.length, items });
  };
  return (first) => {
    const place = Symbol('question');
    const line = { about: first, state: 'waiting' as State };
    lines.set(place, line);
    return {
      set: (state) => {
        line.state = state;
        tell();
      },
      isAbout: (about) => {
        line.about = about;
        tell();
      },
      drop: () => {
        lines.delete(place);
        tell();
      },
    };
  };
}
