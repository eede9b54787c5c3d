import { describe, expect, test } from 'vitest';
import type { HousingRule } from '../rules/housingRule.ts';
import { adult, date, kr, rule } from './household.fixture.ts';
import { yardstickFor } from './yardstick.ts';

const one = [adult('a')];
const on = (day: string, measured: HousingRule, members = one) =>
  yardstickFor(measured, members, 'production', date(day));

describe('yardstickFor', () => {
  test('G of the decision date and the limit by it', () => {
    expect(on('2026-11-12', rule('BERGEN-2016'))).toMatchObject({
      g: { amount: kr(136_549), validFrom: '2026-05-01', knownFrom: '2026-05-22' },
      limit: { kind: 'limit', amount: kr(477_921.5) },
      reasons: [],
    });
  });

  test('between 1 May and the day the new G was known: the old one, and a re-check from 1 May', () => {
    expect(on('2026-05-10', rule('BERGEN-2016'))).toMatchObject({
      g: { amount: kr(130_160) },
      limit: { amount: kr(455_560) },
      reasons: [{ code: 'g-not-known-yet', date: '2026-05-01' }],
    });
  });

  test('no G for the date: refused', () => {
    expect(on('2019-11-12', rule('BERGEN-2016'))).toEqual({
      g: null,
      limit: null,
      reasons: [{ code: 'rate-missing', date: '2019-11-12', text: 'missing' }],
    });
  });

  test('a rule in kroner needs no G', () => {
    const inKroner = rule('TESTKOMMUNE-2020', { confidence: 'verified' });
    expect(on('2019-11-12', inKroner)).toMatchObject({ g: null, limit: { amount: kr(400_000) }, reasons: [] });
  });

  test('wealth in G needs G also when income has no limit', () => {
    const wealthLimit = { limit: { unit: 'G' as const, thousandths: 1000 }, basis: 'net' as const };
    expect(on('2019-11-12', rule('TROMSOE', { wealthLimit }))).toMatchObject({
      limit: null,
      reasons: [{ code: 'rate-missing' }],
    });
  });

  test.each<[string, HousingRule, unknown]>([
    ['a draft', rule('BERGEN-2016', { approvedAt: null }), { code: 'rule-not-approved' }],
    ['an unverified rule', rule('OSLO-2024'), { code: 'rule-confidence', text: 'unverified' }],
    ['a fictional rule', rule('TESTKOMMUNE-2020'), { code: 'rule-confidence', text: 'fictional' }],
  ])('%s may not decide', (_, measured, reason) => {
    expect(on('2026-11-12', measured)).toMatchObject({ limit: null, reasons: [reason] });
  });

  test('an empty household has no limit', () => {
    expect(on('2026-11-12', rule('BERGEN-2016'), [])).toMatchObject({ limit: null, reasons: [{ code: 'no-size' }] });
  });

  test('pure discretion and sizes above the table are left to a person', () => {
    expect(on('2026-11-12', rule('TROMSOE'))).toMatchObject({
      limit: { kind: 'noLimit' },
      reasons: [{ code: 'no-numeric-limit' }],
    });
    const five = ['a', 'b', 'c', 'd', 'e'].map((id) => adult(id));
    expect(on('2026-11-12', rule('BERGEN-2016'), five)).toMatchObject({
      limit: { kind: 'aboveTable' },
      reasons: [{ code: 'size-above-table' }],
    });
  });
});
