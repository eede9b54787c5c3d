import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oere } from '../money.ts';
import { deviationOf } from './deviation.ts';
import { kr } from './household.fixture.ts';

describe('deviationOf', () => {
  test.each([
    [462_000, 455_000, 154, false],
    [291_720, 520_000, -4390, true],
    [400_000, 400_000, 0, false],
    [440_000, 400_000, 1000, true],
    [360_000, 400_000, -1000, true],
    [0, 400_000, -10_000, true],
  ])('%i against %i: %i hundredths, flagged %s', (months, year, hundredths, flagged) => {
    expect(deviationOf(kr(months), kr(year), 1000)).toEqual({ hundredths, flagged });
  });

  test('flagged at the threshold itself, by exact øre and not by the rounded share', () => {
    const year = kr(400_000);
    expect(deviationOf(oere(year + 4_000_000), year, 1000)).toEqual({ hundredths: 1000, flagged: true });
    expect(deviationOf(oere(year + 3_999_999), year, 1000)).toEqual({ hundredths: 1000, flagged: false });
  });

  test('a year of zero has no share, but any difference from it is flagged', () => {
    expect(deviationOf(kr(1), kr(0), 1000)).toEqual({ hundredths: null, flagged: true });
    expect(deviationOf(kr(0), kr(0), 1000)).toEqual({ hundredths: 0, flagged: false });
  });

  test('a loss is compared by its size: from −100 000 to +20 000 is up 120 %', () => {
    expect(deviationOf(kr(20_000), kr(-100_000), 1000)).toEqual({ hundredths: 12_000, flagged: true });
  });

  test('a threshold of zero flags any difference, and equality never', () => {
    expect(deviationOf(oere(1_000_001), oere(1_000_000), 0)).toEqual({ hundredths: 0, flagged: true });
    expect(deviationOf(oere(1_000_000), oere(1_000_000), 0).flagged).toBe(false);
  });

  test('a missing figure has no deviation', () => {
    expect(deviationOf(null, kr(400_000), 1000)).toEqual({ hundredths: null, flagged: false });
    expect(deviationOf(kr(400_000), null, 1000)).toEqual({ hundredths: null, flagged: false });
  });

  test('a share too large to express is flagged without one', () => {
    expect(deviationOf(oere(Number.MAX_SAFE_INTEGER), oere(1), 1000)).toEqual({ hundredths: null, flagged: true });
  });

  test('is the same share up and down, and never further off than half a hundredth', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000_00 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 1_000_000_00 }), (year, difference) => {
        const up = deviationOf(oere(year + difference), oere(year), 1000).hundredths ?? Number.NaN;
        const down = deviationOf(oere(year - difference), oere(year), 1000).hundredths ?? Number.NaN;
        expect(up + down).toBe(0);
        const error = BigInt(up) * BigInt(year) - BigInt(difference) * 10_000n;
        expect((error < 0n ? -error : error) * 2n <= BigInt(year)).toBe(true);
      }),
    );
  });
});
