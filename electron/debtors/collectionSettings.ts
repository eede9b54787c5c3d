import { trondheimGuide } from '../../shared/garnishment/boutgifter.ts';
import { type CollectionSettings, defaultCollectionSettings } from '../../shared/garnishment/collectionSettings.ts';
import { livsoppholdTables } from '../../shared/garnishment/livsopphold.ts';
import type { CollectionSetup } from '../../shared/ipc/collectionCalls.ts';
import type { ReadableDb } from '../storage/Store.ts';
import { readSetting } from '../storage/settings.ts';

/** What the municipality has decided for its collection desk; nothing, in a fresh installation. */
export const readCollectionSettings = async (db: ReadableDb): Promise<CollectionSettings> =>
  (await readSetting(db, 'collection')) ?? defaultCollectionSettings;

/** The same with what there is to begin from. */
export const toCollectionSetup = (settings: CollectionSettings): CollectionSetup => ({
  settings,
  published: [...livsoppholdTables],
  guideTemplates: [trondheimGuide],
});
