import { describe, expect, test } from 'vitest';
import { formatKroner, kroner, oere, parseKroner, sum } from './money.ts';

describe('oere and kroner', () => {
  test('whole, safe numbers only', () => {
    expect(oere(-150)).toBe(-150);
    expect(kroner(136_549)).toBe(13_654_900);
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => oere(bad)).toThrow(RangeError);
    for (const bad of [0.5, 2 ** 53, 1e14]) expect(() => kroner(bad)).toThrow(RangeError);
  });

  test('minus zero is zero', () => {
    expect(Object.is(oere(-0), 0)).toBe(true);
    expect(Object.is(parseKroner('-0'), 0)).toBe(true);
  });
});

describe('sum', () => {
  test('exact, with corrections; of nothing it is 0', () => {
    expect(sum([oere(10), oere(20), oere(-35)])).toBe(-5);
    expect(sum([])).toBe(0);
  });

  test('refuses a total that is no longer exact', () => {
    expect(() => sum([oere(Number.MAX_SAFE_INTEGER), oere(1)])).toThrow(RangeError);
  });
});

describe('parseKroner', () => {
  test.each([
    [38_000, 3_800_000],
    [-8200, -820_000],
    [1840.5, 184_050],
    [0.1 + 0.2, 30],
    ['1840.5', 184_050],
    ['1840,50', 184_050],
    ['-8200', -820_000],
    ['+12', 1200],
    [' 7 ', 700],
    ['0', 0],
    ['0.004', 0],
    ['0.005', 1],
    ['-0.005', -1],
    ['0.0049999', 0],
    ['0.999', 100],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s → %i øre', (value, expected) => {
    expect(parseKroner(value)).toBe(expected);
  });

  test.each([
    '',
    ' ',
    '-',
    '.5',
    '5.',
    '1 840',
    '1.840,50',
    '12kr',
    '0x10',
    '1e3',
    'NaN',
    '90071992547409.92',
    '9'.repeat(40),
    Number.NaN,
    Number.POSITIVE_INFINITY,
    1e21,
    null,
    undefined,
    true,
    [],
    {},
  ])('%s is no amount', (value) => {
    expect(parseKroner(value)).toBeNull();
  });
});

describe('formatKroner', () => {
  test.each([
    [0, '0'],
    [100, '1'],
    [5, '0,05'],
    [-5, '−0,05'],
    [99_900, '999'],
    [100_000, '1\u202F000'],
    [47_792_150, '477\u202F921,50'],
    [-4_325_500, '−43\u202F255'],
    [123_456_789_00, '123\u202F456\u202F789'],
  ])('%i øre → %s', (amount, expected) => {
    expect(formatKroner(oere(amount))).toBe(expected);
  });
});
