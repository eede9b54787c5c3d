import type { ReadableDb, WritableDb } from './Store.ts';

/** A document on its way to an authority, under the name it will have there. The database refuses other bytes under the same name. */
export interface AttachmentsTable {
  uuid: string;
  trekkId: string;
  /** null once the authority has them. */
  bytes: Uint8Array | null;
}

export async function insertAttachment(
  db: WritableDb,
  attachment: { readonly uuid: string; readonly trekkId: string; readonly bytes: Uint8Array },
): Promise<void> {
  await db
    .insertInto('attachments')
    .values({ ...attachment, bytes: Buffer.from(attachment.bytes) })
    .execute();
}

/** The bytes; null when the authority has them or there is no such document. */
export async function readAttachment(db: ReadableDb, uuid: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('attachments').select('bytes').where('uuid', '=', uuid).executeTakeFirst();
  return row?.bytes ?? null;
}

/** The authority has it: the copy here is not needed any more. */
export async function emptyAttachment(db: WritableDb, uuid: string): Promise<void> {
  await db.updateTable('attachments').set({ bytes: null }).where('uuid', '=', uuid).execute();
}
