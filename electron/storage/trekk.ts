import type { Selectable } from 'kysely';
import type { Instant } from '../../shared/dates.ts';
import type { Language } from '../../shared/housing/caseFile.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import { Act, ReceivedDecision, RegisteredTrekk, type Trekk } from '../../shared/utlegg/trekk.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface TrekkTable {
  id: string;
  version: number;
  caseId: string;
  /** The debtor's, as it was when the trekk began: the case's may be corrected later. */
  nationalId: NationalId;
  rules: Trekk['rules'];
  debtorName: string;
  language: Language;
  /** JSON, as the two below: the field of `Trekk` of that name. */
  act: string | null;
  registered: string | null;
  received: string | null;
  createdAt: Instant;
  createdBy: string;
  updatedAt: Instant;
}

/** An act without what the outbox knows of its sending. */
export const StoredAct = Act.omit({ sending: true });
export type StoredAct = Omit<Act, 'sending'>;

/** A trekk with the whole number and without what other tables hold of it: for main only. */
export type StoredTrekk = Omit<Trekk, 'act' | 'caseNumber' | 'maskedId' | 'letters' | 'events'> & {
  readonly nationalId: NationalId;
  readonly act: StoredAct | null;
};

export async function insertTrekk(db: WritableDb, trekk: StoredTrekk): Promise<void> {
  await db.insertInto('trekk').values(toRow(trekk)).execute();
}

/** The trekk; undefined when there is none. */
export async function readTrekkRow(db: ReadableDb, id: string): Promise<StoredTrekk | undefined> {
  const row = await db.selectFrom('trekk').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toStored(row);
}

/** Every trekk, the last changed first. `caseId` or `nationalId` narrow it to a case's or a person's. */
export async function readTrekkRows(
  db: ReadableDb,
  only: { readonly caseId?: string; readonly nationalId?: NationalId } = {},
): Promise<StoredTrekk[]> {
  const rows = await db
    .selectFrom('trekk')
    .selectAll()
    .$if(only.caseId !== undefined, (query) => query.where('caseId', '=', only.caseId ?? ''))
    .$if(only.nationalId !== undefined, (query) => query.where('nationalId', '=', only.nationalId as NationalId))
    .orderBy('updatedAt', 'desc')
    .orderBy('id')
    .execute();
  return rows.map(toStored);
}

/** What may be changed in a trekk. */
export type TrekkChange = Partial<Pick<StoredTrekk, 'debtorName' | 'act' | 'registered' | 'received' | 'updatedAt'>>;

/** Gives the trekk its next version, and whatever else is changed. */
export async function updateTrekk(db: WritableDb, trekk: StoredTrekk, change: TrekkChange): Promise<void> {
  const { debtorName, act, registered, received, updatedAt } = toRow({ ...trekk, ...change });
  await db
    .updateTable('trekk')
    .set((column) => ({ debtorName, act, registered, received, updatedAt, version: column('version', '+', 1) }))
    .where('id', '=', trekk.id)
    .execute();
}

export async function deleteTrekk(db: WritableDb, id: string): Promise<void> {
  await db.deleteFrom('trekk').where('id', '=', id).execute();
}

const toRow = ({ act, registered, received, ...trekk }: StoredTrekk): TrekkTable => ({
  ...trekk,
  act: act && JSON.stringify(act),
  registered: registered && JSON.stringify(registered),
  received: received && JSON.stringify(received),
});

const toStored = ({ act, registered, received, ...row }: Selectable<TrekkTable>): StoredTrekk => ({
  ...row,
  act: act === null ? null : StoredAct.parse(JSON.parse(act)),
  registered: registered === null ? null : RegisteredTrekk.parse(JSON.parse(registered)),
  received: received === null ? null : ReceivedDecision.parse(JSON.parse(received)),
});
