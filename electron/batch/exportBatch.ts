import { exportTable } from '../../shared/batch/exportTable.ts';
import { writeCsv } from '../../shared/batch/writeCsv.ts';
import { osloDate } from '../../shared/dates.ts';
import type { Language } from '../../shared/housing/caseFile.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { textIn } from '../../shared/text/text.ts';
import { saveRecorded } from '../documents/saveRecorded.ts';
import { readBatch } from '../storage/batches.ts';
import { readView } from '../storage/batchRows.ts';
import type { WrittenFile } from '../window/fileDialogs.ts';
import type { BatchPorts } from './BatchPorts.ts';
import { questionsByRow } from './questionsByRow.ts';
import { shownRow, storedView } from './readRows.ts';
import { writeXlsx } from './xlsx.ts';

export interface ExportPorts extends BatchPorts {
  readonly language: () => Promise<Language>;
  /** Asks where, and writes beside that place; null when the dialog is closed. */
  readonly write: (
    name: string,
    format: 'csv' | 'xlsx',
    bytes: Uint8Array,
  ) => Promise<Result<WrittenFile | null, Failure>>;
}

/**
 * Writes the rows of a view to a file of the user's choice. The journal's row with the file's SHA-256 stands before the file does. Errors: `not-found`,
 * `disk-full`, `file-not-written`, the store's.
 */
export async function exportBatch(
  ports: ExportPorts,
  { batchId, view, format, columns }: CallInput<'batch.export'>,
): Promise<Result<CallOutput<'batch.export'>, Failure>> {
  const text = textIn(await ports.language());
  const found = await ports.store.read(async (db) => {
    if (!(await readBatch(db, batchId))) return fail(failure('not-found'));
    const page = { offset: 0, limit: Number.MAX_SAFE_INTEGER };
    const { rows } = await readView(db, batchId, storedView(view, ports.environment), page);
    const questions = await questionsByRow(db, batchId, null);
    const all = rows.map((row) => ({ ...shownRow(row, questions), nationalId: row.person }));
    return ok(exportTable(all, columns, text));
  });
  if (!found.ok) return found;

  const bytes = format === 'csv' ? Buffer.from(writeCsv(found.value)) : writeXlsx(found.value, text.batch.export.sheet);
  const name = `${text.batch.export.fileName}-${osloDate(ports.now())}.${format}`;
  const saved = await saveRecorded(await ports.write(name, format, bytes), ({ sha256: detail }) =>
    ports.store.write(async (db) => {
      const act = { action: 'document', caseAtHand: null, person: null, detail } as const;
      await ports.journal.record(db, { ...act, actor: ports.actor() });
      return ok(null);
    }),
  );
  if (!saved.ok) return saved;
  if (saved.value === null) return ok({ state: 'cancelled' });
  return ok({ state: 'saved', path: saved.value.path, rows: found.value.rows.length });
}
