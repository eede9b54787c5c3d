import { expect, test } from 'vitest';
import { addDays, type IsoDate } from '../dates.ts';
import { expiryNotice } from './expiryNotice.ts';

const validTo = '2027-03-31' as IsoDate;

test.each([
  [61, 'none'],
  [60, '60'],
  [31, '60'],
  [30, '30'],
  [8, '30'],
  [7, '7'],
  [0, '7'],
  [-1, 'expired'],
] as const)('with %i days left the notice is %s', (days, notice) => {
  expect(expiryNotice(validTo, addDays(validTo, -days))).toBe(notice);
});
