import { describe, expect, test } from 'vitest';
import type { Instant, IsoDate } from '../dates.ts';
import { kroner } from '../money.ts';
import type { HousingRule } from './housingRule.ts';
import { ruleOn, validateRule } from './housingRules.ts';
import { housingRuleTemplates } from './housingRuleTemplates.ts';

const date = (text: string) => text as IsoDate;
const template = housingRuleTemplates()[0] as HousingRule;
const approved = (changes: Partial<HousingRule>): HousingRule => ({
  ...template,
  approvedBy: 'Fagansvarlig',
  approvedAt: '2020-01-02T08:00:00.000Z' as Instant,
  ...changes,
});
const draft = (changes: Partial<HousingRule>): HousingRule => ({ ...template, ...changes });

describe('ruleOn', () => {
  const v1 = approved({ version: 1, validFrom: date('2016-10-19'), validTo: null });
  const v2 = approved({ version: 2, validFrom: date('2027-01-01'), validTo: null });
  const v3 = approved({ version: 3, validFrom: date('2016-10-19'), validTo: null });

  test('the version that took effect last; of several from the same day the highest', () => {
    expect(ruleOn([v2, v3, v1], date('2026-11-12'))).toEqual({ ok: true, value: v3 });
    expect(ruleOn([v3, v1, v2], date('2027-01-01'))).toEqual({ ok: true, value: v2 });
    expect(ruleOn([v1, v2], date('2026-12-31'))).toEqual({ ok: true, value: v1 });
  });

  test('the first and the last day belong to the rule, the days around them do not', () => {
    const rules = [approved({ validFrom: date('2020-01-01'), validTo: date('2023-12-31') })];
    expect(['2019-12-31', '2020-01-01', '2023-12-31', '2024-01-01'].map((day) => ruleOn(rules, date(day)).ok)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test('nothing valid, and only a draft, are different errors', () => {
    expect(ruleOn([], date('2026-11-12'))).toEqual({ ok: false, error: 'no-rule' });
    expect(ruleOn([v1], date('2016-10-18'))).toEqual({ ok: false, error: 'no-rule' });
    expect(ruleOn([draft({})], date('2026-11-12'))).toEqual({ ok: false, error: 'rule-not-approved' });
  });

  test('a newer draft never takes the place of an approved version', () => {
    expect(ruleOn([v1, draft({ version: 9 })], date('2026-11-12'))).toEqual({ ok: true, value: v1 });
  });

  test('two different approved rules on the same day are never chosen between', () => {
    const other = approved({ ruleId: 'ANNEN-2020', validFrom: date('2020-01-01') });
    expect(ruleOn([v1, other], date('2026-11-12'))).toEqual({ ok: false, error: 'rule-ambiguous' });
    expect(ruleOn([v1, other], date('2019-12-31'))).toEqual({ ok: true, value: v1 });
    expect(ruleOn([v1, { ...other, approvedAt: null }], date('2026-11-12'))).toEqual({ ok: true, value: v1 });
  });
});

describe('validateRule', () => {
  test('the published Bergen rule can be approved as it is', () => {
    expect(validateRule(draft({}), [])).toEqual([]);
  });

  test.each<[string, Partial<HousingRule>, string]>([
    ['no start', { validFrom: null }, 'validFrom: valid-from-missing'],
    ['an end before the start', { validTo: date('2016-10-18') }, 'validTo: valid-to-before-from'],
    ['nothing to add up', { windows: [], useTaxYear: false }, 'windows: no-basis'],
    ['a window twice', { windows: [3, 12, 3] }, 'windows: repeated'],
    [
      'a code placed twice',
      {
        treatments: [
          { key: 'loennsinntekt:bonus', treatment: 'include' },
          { key: 'loennsinntekt:bonus', treatment: 'exclude' },
        ],
      },
      'treatments: repeated',
    ],
    [
      'a limit of nothing',
      {
        incomeLimit: {
          kind: 'bySize',
          rows: [
            { unit: 'NOK', amount: kroner(400_000) },
            { unit: 'NOK', amount: kroner(0) },
          ],
          aboveTable: { kind: 'manual' },
        },
      },
      'incomeLimit.rows[1]: limit-not-positive',
    ],
    [
      'a negative addition',
      {
        incomeLimit: {
          kind: 'bySize',
          rows: [{ unit: 'G', thousandths: 3500 }],
          aboveTable: { kind: 'perExtraPerson', addition: { unit: 'NOK', amount: kroner(-1) } },
        },
      },
      'incomeLimit.aboveTable.addition: limit-not-positive',
    ],
    [
      'a limit of nothing by type',
      {
        incomeLimit: {
          kind: 'byType',
          alone: { unit: 'G', thousandths: 4000 },
          couple: { unit: 'NOK', amount: kroner(0) },
        },
      },
      'incomeLimit.couple: limit-not-positive',
    ],
    [
      'a wealth limit of nothing',
      { wealthLimit: { limit: { unit: 'NOK', amount: kroner(0) }, basis: 'net' } },
      'wealthLimit.limit: limit-not-positive',
    ],
  ])('%s', (_, changes, expected) => {
    expect(validateRule(draft(changes), []).map(({ field, code }) => `${field}: ${code}`)).toEqual([expected]);
  });

  test('another rule on the same days, even one day of them; a newer version of the same rule is no overlap', () => {
    const other = approved({ ruleId: 'ANNEN-2010', validFrom: date('2010-01-01'), validTo: date('2016-10-19') });
    expect(validateRule(draft({}), [other])).toEqual([{ field: 'validFrom', code: 'overlaps-other-rule' }]);
    expect(validateRule(draft({}), [{ ...other, validTo: date('2016-10-18') }])).toEqual([]);
    expect(validateRule(draft({ version: 2 }), [approved({})])).toEqual([]);
  });
});
