import { ok } from '../../shared/result.ts';
import type { Store } from '../storage/Store.ts';
import { readSetting, saveSetting } from '../storage/settings.ts';
import type { UpdaterPorts } from './Updater.ts';

/** Remembers in the database that a new version was fetched. A database that can't answer means: nothing was. */
export const rememberedFetch = (store: Store): UpdaterPorts['fetched'] => ({
  read: async () => {
    const read = await store.read(async (db) => ok(await readSetting(db, 'fetchedUpdate')));
    return read.ok && read.value === true;
  },
  write: async (fetched) => {
    await saveSetting(store, 'fetchedUpdate', fetched);
  },
});
