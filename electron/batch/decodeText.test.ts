import { describe, expect, test } from 'vitest';
import { decodeText } from './decodeText.ts';

const bytes = (...values: (number | string)[]) =>
  Buffer.concat(values.map((value) => (typeof value === 'number' ? Buffer.of(value) : Buffer.from(value, 'latin1'))));

describe('the text of a file', () => {
  test('UTF-8, with and without a mark', () => {
    expect(decodeText(Buffer.from('Formål;€\n'))).toBe('Formål;€\n');
    expect(decodeText(Buffer.from('\uFEFFFormål;€\n'))).toBe('Formål;€\n');
  });

  test('Windows-1252, also the signs that ISO 8859-1 does not have', () => {
    expect(decodeText(bytes('Form', 0xe5, 'l;', 0x80, ';', 0x96, '\r\n'))).toBe('Formål;€;–\r\n');
  });

  test('what Excel calls Unicode text', () => {
    expect(decodeText(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('Formål\t1', 'utf16le')]))).toBe('Formål\t1');
  });

  test('a workbook is no text', () => {
    expect(decodeText(bytes('PK', 3, 4, 20, 0, 0, 0, 8, 0, 0xb5))).toBeNull();
  });

  test('nothing is an empty text', () => {
    expect(decodeText(Buffer.of())).toBe('');
  });
});
