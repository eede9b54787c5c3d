import type { Failure } from '../../shared/ipc/errors.ts';
import type { Result } from '../../shared/result.ts';
import type { ClientSettings } from '../../shared/settings.ts';
import type { Store } from '../storage/Store.ts';
import { saveSetting } from '../storage/settings.ts';

/** The municipality's settings as they are now: in the store, and at hand for every lookup. */
export class SettingsHolder {
  readonly #store: Store;
  #settings: ClientSettings;

  constructor(store: Store, settings: ClientSettings) {
    this.#store = store;
    this.#settings = settings;
  }

  current(): ClientSettings {
    return this.#settings;
  }

  /** Takes effect once it is on the disk. Errors: the store's. */
  async save(settings: ClientSettings): Promise<Result<null, Failure>> {
    const saved = await saveSetting(this.#store, 'client', settings);
    if (saved.ok) this.#settings = settings;
    return saved;
  }
}
