import { describe, expect, test } from 'vitest';
import type { Oere } from '../money.ts';
import { householdOn } from './basis.ts';
import { kr, month } from './household.fixture.ts';
import type { HouseholdLimit } from './limit.ts';
import type { MemberIncome } from './memberIncome.ts';

const limit: HouseholdLimit = { kind: 'limit', amount: kr(400_000), step: { code: 'limit', amounts: [] } };
const earns = (annual: Oere | null, counted = true): MemberIncome => ({
  onBasis: { memberId: 'a', counted, notCountedBecause: counted ? null : 'age', annual, lines: [] },
  reasons: [],
});
const period = { basis: 'm3' as const, months: [month('2026-08'), month('2026-09'), month('2026-10')] };
const on = (...members: MemberIncome[]) => householdOn(period, members, limit);

describe('householdOn', () => {
  test('up to and including the limit is within; one øre more is over', () => {
    expect(on(earns(kr(400_000)))).toMatchObject({
      result: {
        state: 'complete',
        annual: kr(400_000),
        margin: 0,
        verdict: 'within',
        fromMonth: '2026-08',
        toMonth: '2026-10',
      },
      reasons: [{ code: 'within-basis', basis: 'm3', amount: 0 }],
    });
    expect(on(earns(kr(400_000.01)))).toMatchObject({
      result: { margin: -1, verdict: 'over' },
      reasons: [{ code: 'over-basis', basis: 'm3', amount: -1 }],
    });
  });

  test('one missing member leaves the household without a sum', () => {
    expect(on(earns(kr(900_000)), earns(null)).result).toMatchObject({
      state: 'incomplete',
      annual: null,
      margin: null,
      verdict: 'unknown',
    });
    expect(on(earns(null), earns(null)).result.state).toBe('none');
  });

  test('a member who does not count is neither missing nor added', () => {
    expect(on(earns(kr(300_000)), earns(null, false)).result).toMatchObject({ state: 'complete', annual: kr(300_000) });
  });

  test('nobody who counts is no sum, not zero', () => {
    expect(on(earns(null, false)).result).toMatchObject({ state: 'none', annual: null, verdict: 'unknown' });
  });

  test('no numeric limit, none for the size, and none that may be used', () => {
    const verdict = (of: HouseholdLimit | null) => householdOn(period, [earns(kr(1))], of).result.verdict;
    expect([verdict({ kind: 'noLimit' }), verdict({ kind: 'aboveTable' }), verdict(null)]).toEqual([
      'noLimit',
      'unknown',
      'unknown',
    ]);
  });

  test('a year has no months', () => {
    expect(householdOn({ basis: 'year', year: 2025 }, [earns(kr(1))], limit).result).toMatchObject({
      year: 2025,
      fromMonth: null,
      toMonth: null,
    });
  });
});
