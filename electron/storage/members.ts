import { z } from 'zod';
import type { IsoDate } from '../../shared/dates.ts';
import { ManualPost, type MemberRole } from '../../shared/housing/caseFile.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import type { ReadableDb, WritableDb } from './Store.ts';
import { type Flag, flag } from './schema.ts';

export interface MembersTable {
  id: string;
  caseId: string;
  position: number;
  role: MemberRole;
  birthDate: IsoDate;
  nationalId: NationalId | null;
  lookUp: Flag;
  countsInSize: Flag;
  /** JSON of ManualPost[]. */
  manualPosts: string;
}

/** A member with the whole number: for main only. The window gets `maskedId`. */
export interface StoredMember {
  readonly id: string;
  readonly role: MemberRole;
  readonly birthDate: IsoDate;
  readonly nationalId: NationalId | null;
  readonly lookUp: boolean;
  readonly countsInSize: boolean;
  readonly manualPosts: readonly ManualPost[];
}

const ManualPosts = z.array(ManualPost);

/** The household in the officer's order. */
export async function readMembers(db: ReadableDb, caseId: string): Promise<StoredMember[]> {
  const rows = await db.selectFrom('members').selectAll().where('caseId', '=', caseId).orderBy('position').execute();
  return rows.map(({ id, role, birthDate, nationalId, lookUp, countsInSize, manualPosts }) => ({
    id,
    role,
    birthDate,
    nationalId,
    lookUp: lookUp === 1,
    countsInSize: countsInSize === 1,
    manualPosts: ManualPosts.parse(JSON.parse(manualPosts)),
  }));
}

/** Makes the household exactly this. Members keep their lookups by id; who is left out goes, with theirs. */
export async function replaceMembers(db: WritableDb, caseId: string, members: readonly StoredMember[]): Promise<void> {
  const kept = members.map((member) => member.id);
  await db
    .deleteFrom('members')
    .where('caseId', '=', caseId)
    .$if(kept.length > 0, (query) => query.where('id', 'not in', kept))
    .execute();
  for (const [position, member] of members.entries()) {
    const row: MembersTable = {
      ...member,
      caseId,
      position,
      lookUp: flag(member.lookUp),
      countsInSize: flag(member.countsInSize),
      manualPosts: JSON.stringify(member.manualPosts),
    };
    const { id: _, caseId: __, ...changes } = row;
    await db
      .insertInto('members')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(changes))
      .execute();
  }
}
