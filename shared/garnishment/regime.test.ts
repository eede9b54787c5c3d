import { describe, expect, it } from 'vitest';
import type { Instant, IsoDate } from '../dates.ts';
import { onTheList } from './claims.ts';
import { type RegimeLookup, regimeOf } from './regime.ts';

const now = '2026-06-01T12:00:00.000Z' as Instant;
const answered = (newRules: boolean, at = '2026-06-01T08:00:00.000Z'): RegimeLookup => ({
  state: 'answered',
  newRules,
  at: at as Instant,
});

describe('regime (fagregler.md G7)', () => {
  it.each([
    ['2025-12-15', null, 'old'],
    ['2026-06-01', answered(false), 'old'],
    ['2026-06-01', answered(true), 'new'],
    ['2026-06-01', { state: 'unavailable', at: now } as RegimeLookup, 'stop'],
    ['2026-06-01', answered(false, '2026-05-31T11:59:59.000Z'), 'stop'],
    ['2026-06-01', answered(false, '2026-05-31T12:00:00.000Z'), 'old'],
    ['2026-06-01', answered(false, '2026-06-01T12:00:01.000Z'), 'stop'],
    ['2026-06-01', null, 'stop'],
    ['2026-12-31', answered(false, '2026-06-01T11:00:00.000Z'), 'old'],
    ['2027-01-01', null, 'new'],
    ['2027-01-02', answered(false), 'new'],
    ['2027-01-02', { state: 'unavailable', at: now } as RegimeLookup, 'new'],
  ])('decision %s with %o: %s', (date, lookup, rules) => {
    expect(regimeOf(date as IsoDate, lookup, now).rules).toBe(rules);
  });

  it('an entry of the new kind wins over a lookup that said old (case F)', () => {
    expect(regimeOf('2026-06-01' as IsoDate, answered(false), now, true)).toEqual({
      rules: 'new',
      because: 'new-entry-found',
    });
  });

  it('the cut-over is data', () => {
    const later = { newRulesFrom: '2026-01-01' as IsoDate, cutOver: '2027-07-01' as IsoDate, maxAgeHours: 24 };
    expect(regimeOf('2027-01-02' as IsoDate, answered(false), now, false, later).rules).toBe('old');
  });
});

describe('the list of § 2-14 (G7)', () => {
  it.each([
    ['eiendomsskatt', '2024-01-01', true],
    ['besoeksbidrag', '2026-06-30', false],
    ['besoeksbidrag', '2026-07-01', true],
    ['husleie', '2030-01-01', false],
  ] as const)('%s on %s: %s', (type, date, allowed) => {
    expect(onTheList(type, date as IsoDate).allowed).toBe(allowed);
  });
});
