import { expect, test } from 'vitest';
import type { Instant, IsoDate } from '../../shared/dates.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { housingRuleTemplates } from '../../shared/rules/housingRuleTemplates.ts';
import { copyOf, newestFirst, nextVersion } from './ruleVersions.ts';

const [template] = housingRuleTemplates();
const version = (ruleId: string, number: number, validFrom: string | null): HousingRule => ({
  ...(template as HousingRule),
  ruleId,
  version: number,
  validFrom: validFrom as IsoDate | null,
});
const rules = [version('A', 1, '2020-01-01'), version('A', 3, '2024-01-01'), version('B', 1, null)];

test('versions are numbered per rule, after the highest there is', () => {
  expect(nextVersion(rules, 'A')).toBe(4);
  expect(nextVersion(rules, 'C')).toBe(1);
});

test('the newest start date comes first, and before it what has none yet', () => {
  const names = newestFirst(rules.map((rule) => ({ rule }))).map(({ rule }) => `${rule.ruleId}${rule.version}`);
  expect(names).toEqual(['B1', 'A3', 'A1']);
});

test('a copy says the same, is not approved, and must be given its dates anew', () => {
  const approved = {
    ...version('A', 1, '2020-01-01'),
    approvedBy: 'Siri',
    approvedAt: '2020-01-01T08:00:00.000Z' as Instant,
  };
  const copy = copyOf(approved, rules);
  expect(copy).toEqual({ ...approved, version: 4, validFrom: null, validTo: null, approvedBy: null, approvedAt: null });
});
