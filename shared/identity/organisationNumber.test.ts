import { describe, expect, test } from 'vitest';
import { formatOrganisationNumber, parseOrganisationNumber } from './organisationNumber.ts';

describe('parseOrganisationNumber', () => {
  test.each(['974761076', '889640782', '995277670', '811094242', '991825827'])('takes %s', (number) => {
    expect(parseOrganisationNumber(number)).toEqual({ ok: true, value: number });
  });

  test.each([
    ['971648199', 'bad-checksum'],
    ['123456789', 'bad-checksum'],
    ['97476107', 'too-short'],
    ['9747610760', 'too-long'],
    ['97476107A', 'not-digits'],
  ])('refuses %s: %s', (text, error) => {
    expect(parseOrganisationNumber(text)).toEqual({ ok: false, error });
  });

  test('takes the grouping people type', () => {
    expect(parseOrganisationNumber('974 761 076')).toEqual({ ok: true, value: '974761076' });
  });
});

describe('formatOrganisationNumber', () => {
  test('groups nine digits, also when the checksum fails', () => {
    expect(formatOrganisationNumber('974761076')).toBe('974 761 076');
    expect(formatOrganisationNumber('971648199')).toBe('971 648 199');
  });

  test('leaves anything else as delivered', () => {
    expect(formatOrganisationNumber('NO 1234')).toBe('NO 1234');
  });
});
