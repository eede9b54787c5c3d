import { formatDate, type IsoDate } from '../dates.ts';
import type { Oere } from '../money.ts';

/** A value of a table that leaves the program; null = nothing is known, which is written as nothing. */
export type TableCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'amount'; readonly oere: Oere }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'date'; readonly date: IsoDate };

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (TableCell | null)[])[];
}

/** Excel takes a file for UTF-8 when it begins with this. */
const BOM = '\uFEFF';

/** A text that a spreadsheet would run as a formula; and our own mark, so that it can be taken away again without doubt. */
const NEEDS_MARK = /^[=+\-@\t\r']/;

/**
 * A table as CSV for a Norwegian spreadsheet: byte order mark, `;`, decimal comma, dd.mm.åååå. A text that could be run as a formula gets an
 * apostrophe in front, which importing takes away again; numbers are never texts, so a negative amount stays one.
 */
export function writeCsv({ headings, rows }: Table): string {
  const lines = [headings.map(textCell), ...rows.map((row) => row.map(csvCell))];
  return BOM + lines.map((cells) => `${cells.join(';')}\r\n`).join('');
}

function csvCell(cell: TableCell | null): string {
  if (cell === null) return '';
  switch (cell.kind) {
    case 'text':
      return textCell(cell.text);
    case 'amount':
      return decimal(cell.oere);
    case 'count':
      return String(cell.count);
    case 'date':
      return formatDate(cell.date);
  }
}

function textCell(text: string): string {
  const marked = NEEDS_MARK.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(marked) ? `"${marked.replaceAll('"', '""')}"` : marked;
}

/** Øre as kroner, always with two decimals: `-1234,50`. */
function decimal(oere: Oere): string {
  const digits = String(Math.abs(oere)).padStart(3, '0');
  return `${oere < 0 ? '-' : ''}${digits.slice(0, -2)},${digits.slice(-2)}`;
}
