import type { Instant } from '../../shared/dates.ts';
import type { Choice } from '../../shared/housing/caseFile.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface ChoicesTable {
  caseId: string;
  basis: Choice['basis'];
  outcome: Choice['outcome'];
  reason: string;
  chosenAt: Instant;
  chosenBy: string;
}

/** What the officer has chosen for the case; null when the rule's own result stands. */
export async function readChoice(db: ReadableDb, caseId: string): Promise<Choice | null> {
  const row = await db
    .selectFrom('choices')
    .select(['basis', 'outcome', 'reason'])
    .where('caseId', '=', caseId)
    .executeTakeFirst();
  return row ?? null;
}

/** Replaces the choice; null takes it away. */
export async function replaceChoice(
  db: WritableDb,
  caseId: string,
  choice: Choice | null,
  chosen: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await db.deleteFrom('choices').where('caseId', '=', caseId).execute();
  if (choice === null) return;
  await db
    .insertInto('choices')
    .values({ caseId, ...choice, chosenAt: chosen.at, chosenBy: chosen.by })
    .execute();
}
