import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../dates.ts';
import { kroner } from '../money.ts';
import { type Grunnbeloep, grunnbeloep, grunnbeloepOn, mayDecide } from './rates.ts';

const on = (date: string, table?: Grunnbeloep[]) => grunnbeloepOn(date as IsoDate, table);
const used = (date: string) => {
  const result = on(date);
  return result.ok ? [result.value.g.amount, result.value.newIsDue] : result.error;
};

describe('grunnbeloepOn', () => {
  test.each([
    ['2023-09-15', 118_620],
    ['2025-05-23', 130_160],
    ['2026-04-30', 130_160],
    ['2026-05-22', 136_549],
    ['2026-11-12', 136_549],
  ])('on %s: %i', (date, amount) => {
    expect(used(date)).toEqual([kroner(amount), false]);
  });

  test.each([
    ['2026-05-01', 130_160],
    ['2026-05-21', 130_160],
    ['2020-09-05', null],
  ])('on %s the new G applied but was not known: the old one, to be checked again', (date, amount) => {
    expect(used(date)).toEqual(amount === null ? [kroner(101_351), false] : [kroner(amount), true]);
  });

  test('the next 1 May has come and our table has nothing newer: used, to be checked again', () => {
    expect(used('2027-05-03')).toEqual([kroner(136_549), true]);
    expect(used('2027-10-31')).toEqual([kroner(136_549), true]);
  });

  test('half a year later the table itself is out of date: missing', () => {
    expect(used('2027-11-01')).toBe('missing');
  });

  test.each(['2020-04-30', '2020-09-03', '1999-01-01'])('before the first known G (%s): missing', (date) => {
    expect(used(date)).toBe('missing');
  });

  test('says where the figure comes from and when it could be known', () => {
    const result = on('2026-11-12');
    expect(result.ok && result.value.g).toEqual({
      amount: kroner(136_549),
      validFrom: '2026-05-01',
      knownFrom: '2026-05-22',
      source: expect.stringContaining('nav.no/grunnbelopet'),
      confidence: 'verified',
    });
  });

  test.each(['unverified', 'missing', 'fictional'] as const)(
    'a G that is %s is never used, nor an older one in its place',
    (confidence) => {
      const table = grunnbeloep.map((row) => (row.validFrom === '2026-05-01' ? { ...row, confidence } : row));
      expect(on('2026-11-12', table)).toEqual({ ok: false, error: 'unverified' });
      expect(on('2026-01-12', table).ok).toBe(true);
    },
  );
});

test('the table is whole: every G known after it applies, one follows the other without a gap', () => {
  expect(grunnbeloep.map(({ validFrom }) => validFrom.slice(5))).toEqual(Array(7).fill('05-01'));
  expect(grunnbeloep.map(({ validFrom }) => Number(validFrom.slice(0, 4)))).toEqual([
    2020, 2021, 2022, 2023, 2024, 2025, 2026,
  ]);
  expect(grunnbeloep.every(({ validFrom, knownFrom }) => knownFrom > validFrom)).toBe(true);
});

describe('mayDecide', () => {
  test.each(['unverified', 'missing'] as const)('%s: nowhere', (confidence) => {
    expect([
      mayDecide(confidence, 'production'),
      mayDecide(confidence, 'test'),
      mayDecide(confidence, 'training'),
    ]).toEqual([false, false, false]);
  });

  test('fictional: only in training', () => {
    expect(mayDecide('fictional', 'training')).toBe(true);
    expect(mayDecide('fictional', 'test')).toBe(false);
    expect(mayDecide('fictional', 'production')).toBe(false);
  });

  test.each(['verified', 'verified-two-sources-superseded', 'local-guideline'] as const)(
    '%s: everywhere',
    (confidence) => {
      expect(mayDecide(confidence, 'production')).toBe(true);
    },
  );
});
