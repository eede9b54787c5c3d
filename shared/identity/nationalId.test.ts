import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../dates.ts';
import {
  formatNationalId,
  maskNationalId,
  type NationalId,
  type NationalIdFault,
  parseNationalId,
  suggestBirthDate,
} from './nationalId.ts';

/** Published rule vectors (fagregler.md 4.4): they test arithmetic, and are not people. */
const real = ['02013299997', '30108299920', '20036914700'];
const realOnlyBy2032Rule = ['02013299903', '02013299911', '30108299939'];
const synthetic = ['25851449852', '06882949409', '03870349520', '18926094870', '10915596784'];

const fault = (text: string, environment: 'production' | 'test' | 'training'): NationalIdFault | null => {
  const result = parseNationalId(text, environment);
  return result.ok ? null : result.error;
};

describe('parseNationalId', () => {
  test.each([...real, ...realOnlyBy2032Rule])('production takes %s, and nowhere else does', (number) => {
    expect(parseNationalId(number, 'production')).toEqual({ ok: true, value: number });
    expect(fault(number, 'test')).toBe('real-in-training');
    expect(fault(number, 'training')).toBe('real-in-training');
  });

  test.each(synthetic)('test and training take %s (month + 80), production does not', (number) => {
    expect(parseNationalId(number, 'training')).toEqual({ ok: true, value: number });
    expect(parseNationalId(number, 'test')).toEqual({ ok: true, value: number });
    expect(fault(number, 'production')).toBe('synthetic-in-production');
  });

  test.each([
    ['13527248013', 'month + 40: H-number or Dolly'],
    ['68467038838', 'd-number and month + 40'],
  ])('%s is no person number anywhere (%s)', (number) => {
    for (const environment of ['production', 'test', 'training'] as const) {
      expect(fault(number, environment)).toBe('not-a-person-number');
    }
  });

  test.each([21, 32, 41, 52, 61, 72])('month %i is a help number or NPID', (month) => {
    expect(fault(`01${month}0012345`, 'production')).toBe('not-a-person-number');
  });

  test.each(['13', '20', '33', '40', '53', '60', '73', '80', '93', '00'])('month %s does not exist', (month) => {
    expect(fault(`01${month}0012345`, 'production')).toBe('bad-date');
  });

  test.each([
    ['12345678910', 'bad-date'],
    ['10108412345', 'bad-checksum'],
    ['00818012345', 'bad-date'],
    ['32818012345', 'bad-date'],
    ['72818012345', 'bad-date'],
    ['80818012345', 'not-a-person-number'],
    ['1084818012', 'too-short'],
    ['108481801234', 'too-long'],
    ['', 'too-short'],
    ['1084818012x', 'not-digits'],
    ['१०८४८१८०१२३', 'not-digits'],
  ])('%s is refused: %s', (text, expected) => {
    const environment = text.slice(2, 4) > '80' ? 'training' : 'production';
    expect(fault(text, environment)).toBe(expected);
  });

  test('29 February: only in years that divide by four; the century is unknown', () => {
    expect(fault('29829900000', 'training')).toBe('bad-date');
    expect(fault('29820000000', 'training')).toBe('bad-checksum');
    expect(fault('29829600000', 'training')).toBe('bad-checksum');
  });

  test('a d-number: day + 40, also together with month + 80', () => {
    expect(validNumbers('658480123')).not.toEqual([]);
    expect(validNumbers('728480123')).toEqual([]);
  });

  test('takes the grouping people type', () => {
    expect(parseNationalId(' 258514 49852 ', 'training')).toEqual({ ok: true, value: '25851449852' });
    expect(parseNationalId('258514\u202F49852', 'training')).toEqual({ ok: true, value: '25851449852' });
  });

  test('of all control digits behind nine digits: exactly those with rest 0–3 in the first and 0 in the second', () => {
    const nine = '018480123';
    const digits = [...nine].map(Number);
    const rest = (weights: number[], all: number[]) =>
      weights.reduce((total, weight, index) => total + weight * (all[index] ?? 0), 0) % 11;
    const expected = [];
    for (let k1 = 0; k1 <= 9; k1++) {
      for (let k2 = 0; k2 <= 9; k2++) {
        const all = [...digits, k1, k2];
        const first = rest([3, 7, 6, 1, 8, 9, 4, 5, 2, 1], all);
        if (first <= 3 && rest([5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1], all) === 0) expected.push(`${nine}${k1}${k2}`);
      }
    }
    expect(expected.length).toBeGreaterThan(1);
    expect(validNumbers(nine)).toEqual(expected);
  });
});

describe('showing', () => {
  const id = '25851449852' as NationalId;

  test('masked as ddmmåå *****, and whole as ddmmåå nnnnn', () => {
    expect(maskNationalId(id)).toBe('258514 *****');
    expect(formatNationalId(id)).toBe('258514 49852');
  });
});

describe('suggestBirthDate', () => {
  const today = '2026-11-12' as IsoDate;

  test.each([
    ['25851449852', '2014-05-25', 'month + 80'],
    ['06882949409', '1929-08-06', 'would be 2029: not born yet'],
    ['18926094870', '1960-12-18', 'would be 2060'],
    ['65848012345', '1980-04-25', 'd-number'],
    ['12912612345', '2026-11-12', 'born today; a person of 100 is suggested as newborn'],
    ['13912612345', '1926-11-13', 'would be tomorrow'],
  ])('%s → %s (%s)', (id, date) => {
    expect(suggestBirthDate(id as NationalId, today)).toEqual({ mustBeConfirmed: true, date });
  });

  test('29 February 1900 never was', () => {
    expect(suggestBirthDate('29820012345' as NationalId, '1999-01-01' as IsoDate)).toBeNull();
  });
});

/** The numbers that begin with these nine digits and that training takes. */
const validNumbers = (nine: string): string[] =>
  Array.from({ length: 100 }, (_, rest) => `${nine}${String(rest).padStart(2, '0')}`).filter(
    (number) => parseNationalId(number, 'training').ok,
  );
