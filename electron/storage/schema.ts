import type { AttachmentsTable } from './attachments.ts';
import type { BatchesTable } from './batches.ts';
import type { BatchQuestionsTable } from './batchQuestions.ts';
import type { BatchRowsTable } from './batchRows.ts';
import type { CasesTable } from './cases.ts';
import type { ChoicesTable } from './choices.ts';
import type { DebtorCasesTable } from './debtorCases.ts';
import type { DebtorLookupsTable } from './debtorLookups.ts';
import type { DocumentsTable } from './documents.ts';
import type { DraftsTable } from './drafts.ts';
import type { JournalOutcomesTable, JournalTable } from './journal.ts';
import type { LookupsTable } from './lookups.ts';
import type { MembersTable } from './members.ts';
import type { OutboxTable } from './outbox.ts';
import type { RulesTable } from './rules.ts';
import type { SettingsTable } from './settings.ts';
import type { TrekkTable } from './trekk.ts';
import type { TrekkEventsTable } from './trekkEvents.ts';
import type { TrekkLettersTable } from './trekkLetters.ts';

/** Every table, as the newest migration leaves it. */
export interface Schema {
  cases: CasesTable;
  members: MembersTable;
  lookups: LookupsTable;
  choices: ChoicesTable;
  documents: DocumentsTable;
  drafts: DraftsTable;
  rules: RulesTable;
  settings: SettingsTable;
  journal: JournalTable;
  journalOutcomes: JournalOutcomesTable;
  debtorCases: DebtorCasesTable;
  debtorLookups: DebtorLookupsTable;
  batches: BatchesTable;
  batchRows: BatchRowsTable;
  batchQuestions: BatchQuestionsTable;
  trekk: TrekkTable;
  trekkEvents: TrekkEventsTable;
  trekkLetters: TrekkLettersTable;
  attachments: AttachmentsTable;
  outbox: OutboxTable;
}

/** A truth value in a column. libsql aborts the process when it is handed a boolean, so no column has that type. */
export type Flag = 0 | 1;

/** A truth value as a column holds it. */
export const flag = (value: boolean): Flag => (value ? 1 : 0);
