import type { Instant } from '../../shared/dates.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { updateOutbox, waitingMessages } from '../storage/outbox.ts';
import type { Store } from '../storage/Store.ts';
import { readTrekkRow, updateTrekk } from '../storage/trekk.ts';
import { insertEvent } from '../storage/trekkEvents.ts';

/** At the start: what was being sent when the program last ended may have arrived, and says so from now on. Errors: the store's. */
export const recoverOutbox = (store: Store, at: Instant): Promise<Result<null, Failure>> =>
  store.write(async (db) => {
    for (const row of await waitingMessages(db)) {
      if (!row.trying) continue;
      await updateOutbox(db, row.id, { trying: false, doubt: true, attempts: row.attempts + 1 });
      const trekk = await readTrekkRow(db, row.trekkId);
      if (!trekk?.act || trekk.act.state === 'ukjent') continue;
      await updateTrekk(db, trekk, { act: { ...trekk.act, state: 'ukjent' }, updatedAt: at });
      await insertEvent(db, trekk.id, {
        at,
        by: row.createdBy,
        event: 'sent-unknown',
        act: trekk.act.what.kind,
        detail: null,
      });
    }
    return ok(null);
  });
