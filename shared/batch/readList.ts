import { type CsvRecord, type Delimiter, findDelimiter, readCsv } from './readCsv.ts';

/** The records of a list that hold something, and how many did not. */
export interface ReadList {
  readonly records: readonly CsvRecord[];
  readonly blank: number;
}

/** A first line by which Excel is told the delimiter; no record. */
const SEPARATOR_LINE = /^sep=([;,\t])(\r\n|\r|\n|$)/i;

/** Reads a list from a file or from what was pasted, whichever way its columns are parted. */
export function readList(text: string): ReadList {
  const [told = '', delimiter] = SEPARATOR_LINE.exec(text) ?? [];
  const body = text.slice(told.length);
  const all = readCsv(body, (delimiter as Delimiter | undefined) ?? findDelimiter(body));
  const records = all
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({ line: told === '' ? line : line + 1, cells }));
  return { records, blank: all.length - records.length };
}
