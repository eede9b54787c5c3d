/** The signs that part columns. Excel in Norwegian writes `;`, and a selection copied from it has tabs. */
export const delimiters = [';', '\t', ','] as const;
export type Delimiter = (typeof delimiters)[number];

/** One record and the line of the text it begins on, counted from 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads delimited text as RFC 4180 has it: quoted cells may hold delimiters, line breaks and doubled quotes. Kinder than the standard in three
 * ways: any kind of line break will do, records may differ in length, and a quote that is never closed is a sign like any other, so that
 * it can't swallow the rest of the list. Lines without anything in them are records too, of one empty cell.
 */
export function readCsv(text: string, delimiter: Delimiter): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begins = line;
    const cells: string[] = [];
    let end: number;
    do {
      const cell = readCell(text, at, delimiter);
      cells.push(cell.value);
      line += lineBreaks(cell.value);
      end = cell.end;
      at = end + 1;
    } while (text[end] === delimiter);
    if (text[end] === '\r' && text[end + 1] === '\n') at += 1;
    line += 1;
    records.push({ line: begins, cells });
  }
  return records;
}

/** One cell from `at`; `end` is the place of the delimiter, line break or end of text behind it. */
function readCell(text: string, at: number, delimiter: Delimiter): { readonly value: string; readonly end: number } {
  const closing = text[at] === '"' ? closingQuote(text, at) : -1;
  const quoted = closing < 0 ? '' : text.slice(at + 1, closing).replaceAll('""', '"');
  const rest = closing < 0 ? at : closing + 1;
  let end = rest;
  while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { value: quoted + text.slice(rest, end), end };
}

function closingQuote(text: string, opening: number): number {
  let quote = text.indexOf('"', opening + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote;
}

const lineBreaks = (value: string): number => value.match(/\r\n|\r|\n/g)?.length ?? 0;

/** How much of a text its delimiter is judged by. */
const SAMPLE = 20_000;

/**
 * The delimiter that gives most records the same number of columns, more than one; of two that do equally well, the one that gives more columns.
 * `;` for text of one column.
 */
export function findDelimiter(text: string): Delimiter {
  const scores = delimiters.map((delimiter) => {
    const widths = readCsv(text.slice(0, SAMPLE), delimiter)
      .map(({ cells }) => cells.length)
      .filter((width) => width > 1);
    const usual = [...new Set(widths)].toSorted((a, b) => count(widths, b) - count(widths, a) || b - a)[0] ?? 1;
    return { delimiter, usual, records: count(widths, usual) };
  });
  const [best] = scores.toSorted((a, b) => b.records - a.records || b.usual - a.usual);
  return best !== undefined && best.records > 0 ? best.delimiter : ';';
}

const count = (values: readonly number[], value: number): number => values.filter((one) => one === value).length;
