import type { Instant } from '../../shared/dates.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface DraftsTable {
  form: string;
  value: string;
  savedAt: Instant;
}

export async function putDraft(db: WritableDb, draft: DraftsTable): Promise<void> {
  const { value, savedAt } = draft;
  await db
    .insertInto('drafts')
    .values(draft)
    .onConflict((conflict) => conflict.column('form').doUpdateSet({ value, savedAt }))
    .execute();
}

/** What was typed in a form and not saved; undefined when there is nothing. */
export const getDraft = (db: ReadableDb, form: string): Promise<DraftsTable | undefined> =>
  db.selectFrom('drafts').selectAll().where('form', '=', form).executeTakeFirst();

export async function deleteDraft(db: WritableDb, form: string): Promise<void> {
  await db.deleteFrom('drafts').where('form', '=', form).execute();
}
