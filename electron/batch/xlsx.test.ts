import { describe, expect, test } from 'vitest';
import type { TableCell } from '../../shared/batch/writeCsv.ts';
import type { IsoDate } from '../../shared/dates.ts';
import { oere } from '../../shared/money.ts';
import { writeXlsx } from './xlsx.ts';
import { unzip } from './zipKit.ts';

const text = (value: string): TableCell => ({ kind: 'text', text: value });

const sheetOf = (...cells: (TableCell | null)[]) =>
  unzip(writeXlsx({ headings: ['A & B', 'C'], rows: [cells] }, 'Skyldnere')).get('xl/worksheets/sheet1.xml') ?? '';

describe('a workbook', () => {
  test('has the parts that its own lists name', () => {
    const files = unzip(writeXlsx({ headings: ['A'], rows: [] }, 'Skyldnere'));
    const parts = [...(files.get('[Content_Types].xml') ?? '').matchAll(/PartName="\/([^"]+)"/g)].map(
      ([, name]) => name,
    );
    expect(parts.toSorted()).toEqual(['xl/styles.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
    expect([...files.keys()]).toEqual(expect.arrayContaining(parts));
    expect(files.get('xl/workbook.xml')).toContain('<sheet name="Skyldnere" sheetId="1" r:id="r1"/>');
    expect(files.get('xl/_rels/workbook.xml.rels')).toMatch(/Id="r1" [^>]*Target="worksheets\/sheet1.xml"/);
  });

  test('text is text, also when it looks like a number or a formula', () => {
    const sheet = sheetOf(text('06882949409'), text('=1+1'));
    expect(sheet).toContain('<c r="A1" s="1" t="inlineStr"><is><t xml:space="preserve">A &amp; B</t></is></c>');
    expect(sheet).toContain('<c r="A2" s="4" t="inlineStr"><is><t xml:space="preserve">06882949409</t></is></c>');
    expect(sheet).toContain('<c r="B2" s="4" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet).not.toContain('<f>');
  });

  test('amounts, counts and dates are numbers; what is not known is no cell', () => {
    const sheet = sheetOf(
      { kind: 'amount', oere: oere(-123_456) },
      null,
      { kind: 'count', count: 3 },
      { kind: 'date', date: '2026-11-21' as IsoDate },
    );
    expect(sheet).toContain(
      '<row r="2"><c r="A2" s="2"><v>-1234.56</v></c><c r="C2" s="0"><v>3</v></c><c r="D2" s="3"><v>46347</v></c></row>',
    );
  });

  test('signs that XML has no room for are left out, the others escaped', () => {
    expect(sheetOf(text('a\u0000\u001fb<"\n\t'))).toContain('<t xml:space="preserve">ab&lt;&quot;\n\t</t>');
  });

  test('columns after Z', () => {
    const cells = Array.from({ length: 29 }, () => text('x'));
    const sheet = sheetOf(...cells);
    expect(sheet).toContain('r="Z2"');
    expect(sheet).toContain('r="AA2"');
    expect(sheet).toContain('r="AC2"');
  });
});
