import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oere } from '../money.ts';
import { type delimiters, findDelimiter, readCsv } from './readCsv.ts';
import { writeCsv } from './writeCsv.ts';

const cells = (text: string, delimiter: (typeof delimiters)[number] = ';') =>
  readCsv(text, delimiter).map((record) => record.cells);

describe('reading', () => {
  test('quoted cells hold delimiters, line breaks and quotes; records know the line they begin on', () => {
    expect(readCsv('a;"b;c";d\r\n"e\nf";"g""h"\ni', ';')).toEqual([
      { line: 1, cells: ['a', 'b;c', 'd'] },
      { line: 2, cells: ['e\nf', 'g"h'] },
      { line: 4, cells: ['i'] },
    ]);
  });

  test('any line break, and none at the end', () => {
    for (const end of ['\n', '\r\n', '\r']) expect(cells(`a;b${end}c;d`)).toEqual(cells(`a;b${end}c;d${end}`));
  });

  test('empty cells and empty lines stay; nothing is nothing', () => {
    expect(cells(';a;\n\n;')).toEqual([['', 'a', ''], [''], ['', '']]);
    expect(cells('')).toEqual([]);
  });

  test('a quote that is never closed swallows nothing', () => {
    expect(cells('a;"b\nc;d\ne;f')).toEqual([
      ['a', '"b'],
      ['c', 'd'],
      ['e', 'f'],
    ]);
  });

  test('a quote inside a cell, and signs after a closed one, are kept', () => {
    expect(cells('O"Brien;"a"b;c')).toEqual([['O"Brien', 'ab', 'c']]);
  });
});

describe('finding the delimiter', () => {
  test.each([
    ['2026/1;25851449852\n2026/2;06882949409', ';'],
    ['2026/1\t25851449852\n2026/2\t06882949409', '\t'],
    ['2026/1,25851449852\n2026/2,06882949409', ','],
    ['2026/1;2,58514E+10\n2026/2;6,88295E+09', ';'],
    ['2026/1;"Fjord, Sterk";25851449852\n2026/2;"Gran, Mild";06882949409', ';'],
    ['25851449852\n06882949409', ';'],
    ['', ';'],
  ])('%j', (text, delimiter) => {
    expect(findDelimiter(text)).toBe(delimiter);
  });
});

const anyText = fc.string({ unit: 'grapheme', maxLength: 8 });
const nasty = fc.stringMatching(/^[=+\-@'";\t\r\n a]{0,6}$/);

test('what is written can be read again, whatever stands in it, and no cell begins as a formula does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain((width) => {
        const row = fc.array(fc.oneof(anyText, nasty), { minLength: width, maxLength: width });
        return fc.array(row, { minLength: 1, maxLength: 6 });
      }),
      ([headings = [], ...rows]) => {
        const text = writeCsv({ headings, rows: rows.map((row) => row.map((one) => ({ kind: 'text', text: one }))) });
        expect(text.startsWith('\uFEFF')).toBe(true);
        const read = cells(text.slice(1));
        expect(read.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
        expect(read.map((row) => row.map((cell) => cell.replace(/^'/, '')))).toEqual([headings, ...rows]);
      },
    ),
  );
});

test('amounts have a decimal comma, also below a krone and below zero; what is not known is empty', () => {
  const row = [-123450, -5, 0, 7, 100].map((amount) => ({ kind: 'amount', oere: oere(amount) }) as const);
  expect(writeCsv({ headings: [], rows: [[...row, null, { kind: 'count', count: 3 }]] })).toBe(
    '\uFEFF\r\n-1234,50;-0,05;0,00;0,07;1,00;;3\r\n',
  );
});
