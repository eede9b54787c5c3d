import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPersonCell } from './readPersonCell.ts';

const read = (cell: string) => {
  const { person, fault, repaired } = readPersonCell(cell, 'training');
  return person ?? [fault, repaired];
};

test.each([
  ['25851449852', 'as it is'],
  ['  258514 49852 ', 'grouped'],
  ['258514\u00a049852', 'grouped by a hard space'],
])('%j is a number (%s)', (cell) => {
  expect(read(cell)).toBe('25851449852');
});

describe('what a spreadsheet has done is recognised, and mended only where the control digits leave no doubt', () => {
  test.each([
    ['6882949409', ['lost-zero', '06882949409']],
    ['6882949409,0', ['decimals', '06882949409']],
    ['25851449852.0', ['decimals', '25851449852']],
    ['25851449852,00', ['decimals', '25851449852']],
    ['25851449851,00', ['decimals', null]],
    ['25 851 449 852', ['thousands', '25851449852']],
    ['25\u00a0851\u00a0449\u00a0852', ['thousands', '25851449852']],
    ['25.851.449.852', ['thousands', '25851449852']],
    ['25,851,449,852', ['thousands', '25851449852']],
    ["6'882'949'409", ['thousands', '06882949409']],
    ['2,58514E+10', ['scientific', null]],
    ['2.58514E+10', ['scientific', null]],
    ['2,5851449852E+10', ['scientific', '25851449852']],
    ['6.882949409e+09', ['scientific', '06882949409']],
    ['2,585144985E+10', ['scientific', null]],
    ['3E+10', ['scientific', null]],
  ])('%j', (cell, expected) => {
    expect(read(cell)).toEqual(expected);
  });
});

test.each([
  ['', 'missing-number'],
  ['   ', 'missing-number'],
  ['ukjent', 'not-digits'],
  ['1234567890', 'too-short'],
  ['258514498521', 'too-long'],
  ['25851449851', 'bad-checksum'],
  ['99851449852', 'not-a-person-number'],
  ['32851449852', 'bad-date'],
  ['974761076', 'organisation'],
  ['974 761 076', 'organisation'],
  ['974761075', 'too-short'],
])('%j: %s', (cell, fault) => {
  expect(read(cell)).toEqual([fault, null]);
});

test('practice numbers are for practice, and the reverse', () => {
  expect(readPersonCell('25851449852', 'production').fault).toBe('synthetic-in-production');
  expect(readPersonCell('02013299997', 'training').fault).toBe('real-in-training');
});

test('no text becomes a person other than the eleven digits in it, and no repair is made up', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .,E+]{0,16}$/)), (cell) => {
      const { person, repaired } = readPersonCell(cell, 'training');
      const digits = cell.replace(/\D/g, '');
      if (person) expect(person).toBe(digits);
      if (repaired) expect(`0${digits}${digits}`).toContain(repaired.slice(0, 10));
    }),
  );
});
