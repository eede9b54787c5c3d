import { crc32, deflateRawSync } from 'node:zlib';
import type { Table, TableCell } from '../../shared/batch/writeCsv.ts';

/**
 * A table as an XLSX workbook with one sheet (ECMA-376, the smallest that Excel and LibreOffice open without complaint): text as inline strings,
 * which are never formulas, amounts and counts as numbers, dates as dates. The headings are bold and stay in place.
 */
export function writeXlsx({ headings, rows }: Table, sheetName: string): Uint8Array {
  const head: TableCell[] = headings.map((text) => ({ kind: 'text', text }));
  return zip([
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relations('officeDocument', 'xl/workbook.xml')],
    ['xl/workbook.xml', workbook(sheetName)],
    ['xl/_rels/workbook.xml.rels', relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml')],
    ['xl/styles.xml', styles],
    ['xl/worksheets/sheet1.xml', sheet(head, rows)],
  ]);
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${XML}<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>\
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>\
<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/></Types>`;

/** Pairs of type and target. */
function relations(...pairs: readonly string[]): string {
  const all = pairs.flatMap((type, index) =>
    index % 2 === 0
      ? `<Relationship Id="r${index / 2 + 1}" Type="${OFFICE}/${type}" Target="${pairs[index + 1]}"/>`
      : [],
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

const workbook = (sheetName: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>\
<sheet name="${escaped(sheetName)}" sheetId="1" r:id="r1"/></sheets></workbook>`;

/** Cell styles by number: 0 plain, 1 heading, 2 amount (#,##0.00), 3 date (the country's own short date), 4 text (never read as a number). */
const styles = `${XML}<styleSheet xmlns="${MAIN}">\
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
<cellXfs count="5">${[
  [0, 0],
  [0, 1],
  [4, 0],
  [14, 0],
  [49, 0],
]
  .map(([format, font]) => `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0"/>`)
  .join('')}</cellXfs>\
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function sheet(head: readonly TableCell[], rows: Table['rows']): string {
  const lines = [head, ...rows].map((cells, row) => {
    const written = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${row + 1}`, row === 0));
    return `<row r="${row + 1}">${written.join('')}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">\
<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
<sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="${head.length}" width="18" customWidth="1"/></cols>\
<sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: TableCell | null, place: string, heading: boolean): string {
  if (cell === null) return '';
  const number = (style: number, value: string | number) => `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  switch (cell.kind) {
    case 'text': {
      const text = `<is><t xml:space="preserve">${escaped(cell.text)}</t></is>`;
      return `<c r="${place}" s="${heading ? 1 : 4}" t="inlineStr">${text}</c>`;
    }
    case 'amount':
      return number(2, cell.oere / 100);
    case 'count':
      return number(0, cell.count);
    case 'date':
      return number(3, Date.parse(`${cell.date}T00:00:00Z`) / 86_400_000 + DAY_ZERO);
  }
}

/** 1 January 1970 as spreadsheets count days. */
const DAY_ZERO = 25_569;

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, which has no room for most control signs, not even escaped. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => entities[sign] ?? '').replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');

/** Files as a ZIP archive, each deflated, with the one date that says nothing: 1 January 1980. */
function zip(files: readonly (readonly [name: string, text: string])[]): Uint8Array {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0); // needs version 2.0
    common.writeUInt16LE(8, 4); // deflate
    common.writeUInt16LE(0x21, 8); // 1980-01-01
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    local.push(entry);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name));
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
