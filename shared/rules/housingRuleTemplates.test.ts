import { expect, test } from 'vitest';
import { kroner } from '../money.ts';
import { HousingRule } from './housingRule.ts';
import { housingRuleTemplates } from './housingRuleTemplates.ts';

const template = (ruleId: string) => housingRuleTemplates().find((one) => one.ruleId === ruleId);

test('drafts of every published rule for kommunal bolig, and of no other scheme', () => {
  expect(housingRuleTemplates().map(({ ruleId, confidence }) => [ruleId, confidence])).toEqual([
    ['BERGEN-2016', 'verified-undated-page'],
    ['OSLO-2017', 'verified-two-sources-superseded'],
    ['OSLO-2024', 'unverified'],
    ['TRONDHEIM-2022', 'unverified'],
    ['KRISTIANSAND', 'verified-undated-page'],
    ['TROMSOE', 'verified-undated-page'],
    ['TESTKOMMUNE-2020', 'fictional'],
  ]);
});

test('all are drafts that the rule model accepts', () => {
  for (const rule of housingRuleTemplates()) {
    expect(HousingRule.parse(rule)).toEqual(rule);
    expect([rule.approvedBy, rule.approvedAt]).toEqual([null, null]);
  }
});

test('Bergen: 3.5, 4, 4.5 and 5 G by size, and a person above the table', () => {
  expect(template('BERGEN-2016')).toMatchObject({
    incomeLimit: {
      kind: 'bySize',
      rows: [3500, 4000, 4500, 5000].map((thousandths) => ({ unit: 'G', thousandths })),
      aboveTable: { kind: 'manual' },
    },
    wealthLimit: null,
    windows: [3, 12],
    useTaxYear: true,
    deviationThreshold: 1000,
    countMembersFromAge: 18,
    validFrom: '2016-10-19',
  });
});

test('Oslo until 2023: 4 G alone, 5 G as a couple, wealth at most 1 G', () => {
  expect(template('OSLO-2017')).toMatchObject({
    incomeLimit: {
      kind: 'byType',
      alone: { unit: 'G', thousandths: 4000 },
      couple: { unit: 'G', thousandths: 5000 },
    },
    wealthLimit: { limit: { unit: 'G', thousandths: 1000 }, basis: 'net' },
    validFrom: '2017-03-23',
    validTo: '2023-12-31',
  });
});

test('Oslo from 2024: income counts from the age of 20, and limits are not known', () => {
  expect(template('OSLO-2024')).toMatchObject({ countMembersFromAge: 20, incomeLimit: { kind: 'none' } });
});

test('TESTKOMMUNE: kroner by size, 40 000 for each person above four, wealth 150 000', () => {
  expect(template('TESTKOMMUNE-2020')).toMatchObject({
    incomeLimit: {
      rows: [400_000, 480_000, 540_000, 600_000].map((amount) => ({ unit: 'NOK', amount: kroner(amount) })),
      aboveTable: { kind: 'perExtraPerson', addition: { unit: 'NOK', amount: kroner(40_000) } },
    },
    wealthLimit: { limit: { unit: 'NOK', amount: kroner(150_000) }, basis: 'net' },
  });
});
