import { z } from 'zod';
import { RememberedMappings } from '../../shared/batch/list.ts';
import { CollectionSettings } from '../../shared/garnishment/collectionSettings.ts';
import { languages } from '../../shared/housing/caseFile.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { personas } from '../../shared/session.ts';
import { ClientSettings } from '../../shared/settings.ts';
import type { ReadableDb, Store, WritableDb } from './Store.ts';

export interface SettingsTable {
  name: string;
  /** JSON. */
  value: string;
}

/** Everything that is remembered between starts, by name. */
const schemas = {
  client: ClientSettings,
  collection: CollectionSettings,
  /** A new version of the program was fetched and is not installed yet. */
  fetchedUpdate: z.boolean(),
  language: z.enum(languages),
  listMappings: RememberedMappings,
  persona: z.enum(personas),
} as const;

type SettingName = keyof typeof schemas;
type Setting<N extends SettingName> = z.output<(typeof schemas)[N]>;

/** A setting; null when it was never saved. One that an older version wrote otherwise counts as never saved. */
export async function readSetting<N extends SettingName>(db: ReadableDb, name: N): Promise<Setting<N> | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  if (!row) return null;
  const read = schemas[name].safeParse(JSON.parse(row.value));
  return read.success ? (read.data as Setting<N>) : null;
}

export async function writeSetting<N extends SettingName>(db: WritableDb, name: N, value: Setting<N>): Promise<void> {
  const json = JSON.stringify(value);
  await db
    .insertInto('settings')
    .values({ name, value: json })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json }))
    .execute();
}

/** Saves one setting in a transaction of its own. Errors: the store's. */
export const saveSetting = <N extends SettingName>(
  store: Store,
  name: N,
  value: Setting<N>,
): Promise<Result<null, Failure>> =>
  store.write(async (db) => {
    await writeSetting(db, name, value);
    return ok(null);
  });
