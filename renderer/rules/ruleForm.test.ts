import { expect, test } from 'vitest';
import type { Instant } from '../../shared/dates.ts';
import { kroner } from '../../shared/money.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { validateRule } from '../../shared/rules/housingRules.ts';
import { housingRuleTemplates } from '../../shared/rules/housingRuleTemplates.ts';
import { textIn } from '../../shared/text/text.ts';
import { fieldIdOf, type RuleValues, readLimit, readRule, valuesOf } from './ruleForm.ts';

const text = textIn('nb');
const templates = housingRuleTemplates();
const bergen = templates[0] as HousingRule;
const typed = (changed: Partial<RuleValues>, rule = bergen) => readRule({ ...valuesOf(rule), ...changed }, rule, text);

test.each(templates.map((rule) => [rule.ruleId, rule] as const))(
  '%s comes out of the form as it went in',
  (_, rule) => {
    expect(typed({}, rule)).toEqual({ rule, mistakes: [] });
  },
);

test('a rule with every kind of field comes out as it went in', () => {
  const rule: HousingRule = {
    ...bergen,
    incomeLimit: {
      kind: 'bySize',
      rows: [
        { unit: 'G', thousandths: 3250 },
        { unit: 'NOK', amount: kroner(480_000) },
      ],
      aboveTable: { kind: 'perExtraPerson', addition: { unit: 'G', thousandths: 500 } },
    },
    wealthLimit: { limit: { unit: 'NOK', amount: kroner(100_000) }, basis: 'gross' },
    windows: [1, 6],
    useTaxYear: false,
    deviationThreshold: 725,
    treatments: [{ key: 'loennsinntekt:bonus', treatment: 'separate' }],
  };
  expect(typed({}, rule).rule).toEqual(rule);
});

test.each([
  ['G', '3,5', 3500],
  ['G', '4.25', 4250],
  ['G', ' 10 ', 10_000],
  ['NOK', '480 000', 48_000_000],
  ['NOK', '480\u202F000', 48_000_000],
] as const)('a limit in %s typed as «%s» is read', (unit, typedText, figure) => {
  const limit = readLimit({ unit, text: typedText });
  expect(limit && (limit.unit === 'G' ? limit.thousandths : limit.amount)).toBe(figure);
});

test.each([
  ['G', ''],
  ['G', '0'],
  ['G', '3,5555'],
  ['G', '-3'],
  ['NOK', '480 000,50'],
  ['NOK', 'fire'],
] as const)('a limit in %s typed as «%s» is no limit', (unit, typedText) => {
  expect(readLimit({ unit, text: typedText })).toBeNull();
});

test('a draft may lack its start date; approval then names the field that is missing', () => {
  const { rule } = typed({ validFrom: '' });
  expect(rule?.validFrom).toBeNull();
  expect(validateRule(rule as HousingRule, []).map(({ field }) => fieldIdOf(field))).toEqual(['rule-validFrom']);
});

test('every mistake names its own field, and nothing is saved', () => {
  const { rule, mistakes } = typed({
    source: ' ',
    validTo: '31.02.2026',
    limitKind: 'bySize',
    rows: [
      { unit: 'G', text: '3' },
      { unit: 'NOK', text: 'mye' },
    ],
    aboveKind: 'perExtraPerson',
    addition: { unit: 'G', text: '' },
    deviation: '101',
    age: '18,5',
  });
  expect(rule).toBeNull();
  expect(mistakes.map(({ fieldId }) => fieldId)).toEqual([
    'rule-validTo',
    'rule-source',
    'rule-incomeLimit-rows-1',
    'rule-incomeLimit-aboveTable-addition',
    'rule-deviationThreshold',
    'rule-countMembersFromAge',
  ]);
});

test('what is chosen away is neither checked nor saved', () => {
  const { rule } = typed({ limitKind: 'none', rows: [{ unit: 'G', text: 'tull' }], wealth: { unit: 'G', text: '' } });
  expect(rule?.incomeLimit).toEqual({ kind: 'none' });
  expect(rule?.wealthLimit).toBeNull();
});

test('saving never carries an approval along', () => {
  const approved = { ...bergen, approvedBy: 'Siri', approvedAt: '2026-01-01T10:00:00.000Z' as Instant };
  expect(typed({}, approved).rule).toMatchObject({ approvedBy: null, approvedAt: null });
});
