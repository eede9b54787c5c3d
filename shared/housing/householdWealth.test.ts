import { describe, expect, test } from 'vitest';
import type { Lookup } from '../income/model.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import { adult, ended, kr, post, rule, taxLookup } from './household.fixture.ts';
import { householdWealth } from './householdWealth.ts';

const DAY = '2026-11-12';
const members = [adult('a'), adult('b', { role: 'samboer' })];
const withWealth = (id: string, gross: number, debt: number) =>
  taxLookup(id, DAY, 2025, [post('bruttoformue', '-', gross), post('samletGjeld', '-', debt)]);
const a = withWealth('a', 200_000, 50_000);
const b = withWealth('b', 100_000, 100_000);

const wealth = (lookups: Lookup[], changes: Partial<HousingRule> = {}, mayJudge = true) =>
  householdWealth(members, 2025, lookups, rule('TESTKOMMUNE-2020', changes), null, mayJudge);

describe('householdWealth', () => {
  test('the members together, at the limit still within', () => {
    const { result, reasons } = wealth([a, b]);
    expect(result).toMatchObject({
      asAt: '2025-12-31',
      gross: kr(300_000),
      net: kr(150_000),
      limit: kr(150_000),
      verdict: 'within',
    });
    expect(result.members.map(({ memberId, net }) => [memberId, net])).toEqual([
      ['a', kr(150_000)],
      ['b', kr(0)],
    ]);
    expect(reasons).toEqual([{ code: 'wealth-within', amount: 0 }]);
  });

  test('one krone above is over', () => {
    const { result, reasons } = wealth([a, withWealth('b', 100_001, 100_000)]);
    expect(result.verdict).toBe('over');
    expect(reasons).toEqual([{ code: 'wealth-over', amount: kr(-1) }]);
  });

  test('by gross wealth when the rule says so', () => {
    const wealthLimit = { limit: { unit: 'NOK' as const, amount: kr(150_000) }, basis: 'gross' as const };
    expect(wealth([a, b], { wealthLimit })).toMatchObject({
      result: { basis: 'gross', verdict: 'over' },
      reasons: [{ code: 'wealth-over', amount: kr(-150_000) }],
    });
  });

  test.each([
    ['nobody fetched', [a]],
    ['nothing settled', [a, ended(b, 'nothing')]],
    ['shielded', [a, ended(b, 'shielded')]],
    ['no post of wealth', [a, taxLookup('b', DAY, 2025, [])]],
  ])('one unknown member (%s) leaves the household unknown, never zero', (_, lookups) => {
    const { result, reasons } = wealth(lookups);
    expect(result).toMatchObject({ net: null, verdict: 'unknown', limit: kr(150_000) });
    expect(result.members[1]).toMatchObject({ memberId: 'b', net: null });
    expect(reasons).toEqual([{ code: 'wealth-unknown' }]);
  });

  test('a post that could not be read makes the figure unknown', () => {
    const tax = b.tax && { ...b.tax, unread: [{ ref: 'fastland.9', why: 'bad-shape' as const }] };
    expect(wealth([a, { ...b, tax }])).toMatchObject({ result: { net: null, verdict: 'unknown' } });
  });

  test('a sum and its posts that differ are pointed out', () => {
    const disagreeing = taxLookup('b', DAY, 2025, [post('bruttoformue', '-', 100), post('innskudd', 'formue', 90_000)]);
    expect(wealth([a, disagreeing]).reasons).toContainEqual({ code: 'wealth-disagrees', memberId: 'b' });
  });

  test('no limit in the rule: the figures, and that nothing is held against them', () => {
    expect(wealth([a, b], { wealthLimit: null })).toMatchObject({
      result: { net: kr(150_000), limit: null, basis: null, verdict: 'noLimit' },
      reasons: [{ code: 'no-wealth-limit' }],
    });
  });

  test('a rule that may not decide: the figures, and no verdict', () => {
    expect(wealth([a, b], {}, false)).toMatchObject({
      result: { net: kr(150_000), limit: null, verdict: 'unknown' },
      reasons: [],
    });
  });
});
