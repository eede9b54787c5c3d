import { type TableCell, writeCsv } from '../../shared/batch/writeCsv.ts';
import { type IsoDate, osloDate } from '../../shared/dates.ts';
import type { Language } from '../../shared/housing/caseFile.ts';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { type Text, textIn } from '../../shared/text/text.ts';
import type { MovingRow } from '../../shared/utlegg/movingDay.ts';
import { saveRecorded } from '../documents/saveRecorded.ts';
import type { WrittenFile } from '../window/fileDialogs.ts';
import { movingRows } from './movingDay.ts';
import type { TrekkPorts } from './TrekkPorts.ts';

export interface ExportMovingDayPorts extends TrekkPorts {
  readonly language: () => Promise<Language>;
  /** Asks where, and writes beside that place; null when the dialog is closed. */
  readonly writeTable: (name: string, bytes: Uint8Array) => Promise<Result<WrittenFile | null, Failure>>;
}

/** Saves the work list, or the rows that are named, as CSV. The journal's row with the file's SHA-256 stands before the file does. Errors: those of writing. */
export async function exportMovingDay(
  ports: ExportMovingDayPorts,
  { trekkIds }: CallInput<'trekk.exportMovingDay'>,
): Promise<Result<CallOutput<'trekk.exportMovingDay'>, Failure>> {
  const text = textIn(await ports.language());
  const rows = await ports.store.read(async (db) => ok(await movingRows(db, ports)));
  if (!rows.ok) return rows;
  const wanted = rows.value.filter(({ trekkId }) => trekkIds === null || trekkIds.includes(trekkId));
  const { fileName, headings } = text.movingList;
  const table = writeCsv({ headings, rows: wanted.map((row) => cellsOf(row, text)) });
  const written = await ports.writeTable(`${fileName}-${osloDate(ports.now())}.csv`, Buffer.from(table));
  const saved = await saveRecorded(written, (file) =>
    ports.store.write(async (db) => {
      const act = { action: 'document', caseAtHand: null, person: null, detail: file.sha256 } as const;
      await ports.journal.record(db, { ...act, actor: ports.actor() });
      return ok(file);
    }),
  );
  return saved.ok ? ok({ fileName: saved.value?.recorded.fileName ?? null }) : saved;
}

const cellsOf = (row: MovingRow, { trekkRules }: Text): (TableCell | null)[] => [
  { kind: 'text', text: row.caseNumber },
  { kind: 'text', text: trekkRules.registeredStates[row.state] },
  dateCell(row.endsOn),
  { kind: 'amount', oere: row.remaining },
  { kind: 'text', text: trekkRules.moving[row.need] },
  dateCell(row.by),
];

const dateCell = (date: IsoDate | null): TableCell | null => (date === null ? null : { kind: 'date', date });
