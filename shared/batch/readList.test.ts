import { expect, test } from 'vitest';
import { readList } from './readList.ts';

test('records and empty lines add up to the lines there are', () => {
  expect(readList('a;b\n\n;;\n c ;d\n')).toEqual({
    records: [
      { line: 1, cells: ['a', 'b'] },
      { line: 4, cells: [' c ', 'd'] },
    ],
    blank: 2,
  });
});

test('the line that tells Excel the delimiter is obeyed, and is no record', () => {
  expect(readList('sep=,\r\na;b,c\r\n')).toEqual({ records: [{ line: 2, cells: ['a;b', 'c'] }], blank: 0 });
});

test('nothing', () => {
  expect(readList('')).toEqual({ records: [], blank: 0 });
});
