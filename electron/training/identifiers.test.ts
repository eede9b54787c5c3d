import { describe, expect, test } from 'vitest';
import {
  accountNumber,
  isAccountNumber,
  isKid,
  isOrganisationNumber,
  isSyntheticNumber,
  organisationNumber,
  syntheticDNumber,
  syntheticNumber,
} from './identifiers.ts';

describe('synthetic numbers', () => {
  test.each([
    ['2014-05-25', 498, '25851449852'],
    ['1929-08-06', 494, '06882949409'],
    ['1903-07-03', 495, '03870349520'],
    ['1960-12-18', 948, '18926094870'],
  ])('the published test person of %s, %i, comes out as published', (birthDate, individual, published) => {
    expect(syntheticNumber(birthDate, individual)).toBe(published);
  });

  test('published test people are recognised; other months, wrong control digits and other lengths are not', () => {
    const published = ['25851449852', '06882949409', '03870349520', '18926094870', '10915596784'];
    expect(published.every(isSyntheticNumber)).toBe(true);
    expect(
      ['25851449853', '25851449842', '2585144985', '258514498520', '13527248013', ''].some(isSyntheticNumber),
    ).toBe(false);
  });

  test('a d-nummer has its day shifted by 40 and control digits of its own', () => {
    const made = syntheticDNumber('1990-06-13', 852);
    expect(made).toMatch(/^538690852/);
    expect(isSyntheticNumber(made ?? '')).toBe(true);
  });

  test('a combination whose control digit would be 10 is not made', () => {
    const made = Array.from({ length: 200 }, (_, individual) => syntheticNumber('1988-08-08', individual));
    expect(made.includes(null)).toBe(true);
    expect(made.filter((number) => number !== null).every(isSyntheticNumber)).toBe(true);
  });
});

describe('organisation and account numbers', () => {
  test('vectors of fagregler.md 4.4', () => {
    expect(['974761076', '889640782', '995277670', '811094242', '991825827'].every(isOrganisationNumber)).toBe(true);
    expect(['971648199', '123456789', '97476107', ''].some(isOrganisationNumber)).toBe(false);
    expect(['7021399715', '4213196142', '1503735483'].map(accountNumber)).toEqual([
      '70213997155',
      '42131961426',
      '15037354837',
    ]);
  });

  test('only numbers that begin with 2 or 3 are made', () => {
    expect(isOrganisationNumber(organisationNumber('31044210'))).toBe(true);
    expect(() => organisationNumber('97476107')).toThrow(RangeError);
  });
});

test('an account number has its control digit; a KID one of two kinds of them', () => {
  expect(['12345678903', '99990512341'].every(isAccountNumber)).toBe(true);
  expect(['12345678904', '1234567890', '1234567890-'].some(isAccountNumber)).toBe(false);
  // 1002003000 by 10; the others by 11, where 10 is written as a dash
  expect(['1002003000', '10000017', '6-'].every(isKid)).toBe(true);
  expect(['1002003001', '10000018', '5-', '0', '', '-', '10000000000000000000000000'].some(isKid)).toBe(false);
});
