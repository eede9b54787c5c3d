import { expect, it } from 'vitest';
import { formatPercent } from './formatPercent.ts';

it.each([
  [-4390, '−43,9'],
  [1000, '10'],
  [154, '1,5'],
  [-4, '0'],
  [0, '0'],
])('%i hundredths of a per cent are %s', (hundredths, shown) => {
  expect(formatPercent(hundredths)).toBe(shown);
});
