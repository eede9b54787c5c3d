import type { Trekk } from '../../../shared/utlegg/trekk.ts';

/** Did the authority say that something has changed since our lookup, and has nothing been checked or sent after that? */
export function changedSince({ events, act }: Pick<Trekk, 'events' | 'act'>): boolean {
  if (act?.state !== 'utkast') return false;
  const last = events.findLast(
    ({ event }) => event === 'changed-since' || event === 'checked' || event === 'discarded',
  );
  return last?.event === 'changed-since';
}
