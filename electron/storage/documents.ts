import type { Instant } from '../../shared/dates.ts';
import type { Outcome, ProducedDocument } from '../../shared/housing/caseFile.ts';
import type { ReadableDb, WritableDb } from './Store.ts';

export interface DocumentsTable {
  id: string;
  caseId: string;
  fileName: string;
  sha256: string;
  at: Instant;
  by: string;
  outcome: Outcome;
  ruleId: string;
  ruleVersion: number;
}

export async function insertDocument(db: WritableDb, caseId: string, document: ProducedDocument): Promise<void> {
  await db
    .insertInto('documents')
    .values({ ...document, caseId })
    .execute();
}

/** The documents made in the case, the newest first. */
export const readDocuments = (db: ReadableDb, caseId: string): Promise<ProducedDocument[]> =>
  db
    .selectFrom('documents')
    .select(['id', 'fileName', 'sha256', 'at', 'by', 'outcome', 'ruleId', 'ruleVersion'])
    .where('caseId', '=', caseId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
