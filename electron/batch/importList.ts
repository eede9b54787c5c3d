import { randomUUID } from 'node:crypto';
import { guessMapping } from '../../shared/batch/guessMapping.ts';
import { judgeRows } from '../../shared/batch/judgeRows.ts';
import type { Mapping } from '../../shared/batch/list.ts';
import { listShape } from '../../shared/batch/listShape.ts';
import type { CsvRecord } from '../../shared/batch/readCsv.ts';
import { readList } from '../../shared/batch/readList.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { insertBatch } from '../storage/batches.ts';
import { insertRows } from '../storage/batchRows.ts';
import type { ReadableDb } from '../storage/Store.ts';
import { readSetting } from '../storage/settings.ts';
import type { BatchPorts } from './BatchPorts.ts';
import type { BatchRunner } from './BatchRunner.ts';
import { decodeText } from './decodeText.ts';
import { describeBatch } from './describeBatch.ts';

type Imported = CallOutput<'batch.importFile'>;

/** More than any municipality has debtors. */
const LARGEST_LIST = 100_000;

/** A file as the user picked it. */
interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportPorts extends BatchPorts {
  readonly runner: BatchRunner;
  /** Null when the dialog was closed, or `too-large`. */
  readonly pickFile: () => Promise<Result<PickedFile | 'too-large' | null, Failure>>;
}

/** Asks for a file and keeps the list in it. Errors: `not-found` for a file that can't be read, the store's. */
export async function importFile(ports: ImportPorts): Promise<Result<Imported, Failure>> {
  const picked = await ports.pickFile();
  if (!picked.ok) return picked;
  if (picked.value === null) return ok({ state: 'cancelled' });
  if (picked.value === 'too-large') return ok({ state: 'refused', why: 'too-large' });
  const text = decodeText(picked.value.bytes);
  if (text === null) return ok({ state: 'refused', why: 'not-text' });
  return importText(ports, { text, name: picked.value.name });
}

/**
 * Keeps a list, every record of it, whatever it holds: the columns by the last list of the same shape, or else by a guess. Nobody is looked up.
 * `name` null = pasted.
 */
export function importText(
  ports: ImportPorts,
  { text, name }: { readonly text: string; readonly name: string | null },
): Promise<Result<Imported, Failure>> {
  const { records, blank } = readList(text);
  const [firstRecord] = records;
  if (firstRecord === undefined) return Promise.resolve(ok({ state: 'refused', why: 'empty' }));
  if (records.length > LARGEST_LIST) return Promise.resolve(ok({ state: 'refused', why: 'too-large' }));
  const id = randomUUID();
  return ports.store.write(async (db) => {
    const mapping = await mappingFor(db, records);
    const rows = records
      .map(({ line, cells }, position) => ({ position, line, cells, corrections: {} }))
      .slice(mapping.header ? 1 : 0);
    const judged = judgeRows(rows, mapping, ports.environment);
    await insertBatch(db, {
      ...{ id, name, mapping, firstRecord, blank, topics: [] },
      createdAt: ports.now(),
      createdBy: ports.actor().userName,
      ...{ status: 'draft', stoppedBy: null, fromMonth: null, toMonth: null, startedAt: null },
    });
    await insertRows(
      db,
      id,
      rows.flatMap((row, index) => (judged[index] ? [{ ...row, judged: judged[index] }] : [])),
    );
    const batch = await describeBatch(db, id, ports.runner);
    return batch.ok ? ok({ state: 'imported', batch: batch.value }) : batch;
  });
}

/** As the columns of a list of this shape were pointed out the last time; else a guess. */
async function mappingFor(db: ReadableDb, records: readonly CsvRecord[]): Promise<Mapping> {
  const guess = guessMapping(records);
  const remembered = (await readSetting(db, 'listMappings')) ?? [];
  const like = (header: boolean) =>
    remembered.find(
      ({ shape, mapping }) => mapping.header === header && shape === listShape(records[0]?.cells ?? [], header),
    );
  // Columns without headings say little: they never make a row of what looks like headings.
  return (like(true) ?? (guess.header ? undefined : like(false)))?.mapping ?? guess;
}
