import { ok } from '../../shared/result.ts';
import { waitingMessages } from '../storage/outbox.ts';
import type { Store } from '../storage/Store.ts';

/** Is there something that was confirmed here and that the authority has not settled? When that can't be read: yes. */
export async function isAnythingUnsent(store: Store): Promise<boolean> {
  const waiting = await store.read(async (db) => ok(await waitingMessages(db)));
  return !waiting.ok || waiting.value.length > 0;
}
