import { expect, test } from 'vitest';
import { formatAccountNumber, parseAccountNumber } from './accountNumber.ts';

test.each(['70213997155', '42131961426', '15037354837'])('takes %s', (number) => {
  expect(parseAccountNumber(number)).toEqual({ ok: true, value: number });
});

test.each([
  ['70213997156', 'bad-checksum'],
  ['7021399715', 'too-short'],
  ['702139971550', 'too-long'],
  ['7021399715x', 'not-digits'],
])('refuses %s: %s', (text, error) => {
  expect(parseAccountNumber(text)).toEqual({ ok: false, error });
});

test('takes dots and spaces, shows dots', () => {
  expect(parseAccountNumber('4213.19.61426')).toEqual({ ok: true, value: '42131961426' });
  expect(parseAccountNumber('4213 19 61426')).toEqual({ ok: true, value: '42131961426' });
  expect(formatAccountNumber('42131961426')).toBe('4213.19.61426');
  expect(formatAccountNumber('4213 19')).toBe('4213 19');
});
