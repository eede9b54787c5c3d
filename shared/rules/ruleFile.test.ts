import { describe, expect, test } from 'vitest';
import type { Instant } from '../dates.ts';
import { housingRuleTemplates } from './housingRuleTemplates.ts';
import { parseRuleFile, ruleFile } from './ruleFile.ts';

const rules = housingRuleTemplates();
const envelope = () =>
  JSON.parse(ruleFile(rules)) as { format: string; formatVersion: number; rules: Record<string, unknown>[] };
const problems = (text: string) => {
  const result = parseRuleFile(text);
  return result.ok ? [] : result.error.map(({ field, code }) => `${field}: ${code}`);
};

test('what is written is read again', () => {
  expect(parseRuleFile(ruleFile(rules))).toEqual({ ok: true, value: rules });
});

test('a byte order mark in front is nothing', () => {
  expect(parseRuleFile(`\uFEFF${ruleFile(rules)}`).ok).toBe(true);
});

test('fields we do not know are left out', () => {
  const file = envelope();
  expect(
    parseRuleFile(JSON.stringify({ ...file, rules: file.rules.map((rule) => ({ ...rule, residenceMonths: 12 })) })),
  ).toEqual({
    ok: true,
    value: rules,
  });
});

test('an approval in a file counts for nothing', () => {
  const approved = rules.map((rule) => ({
    ...rule,
    approvedBy: 'Noen andre',
    approvedAt: '2026-01-02T08:00:00.000Z' as Instant,
  }));
  expect(parseRuleFile(ruleFile(approved))).toEqual({ ok: true, value: rules });
});

describe('refuses', () => {
  test.each([
    ['text that is no JSON', '{', ': not-json'],
    ['another JSON file', '{"rules":[]}', ': not-a-rule-file'],
    ['a list', '[]', ': not-a-rule-file'],
    ['a file without rules', JSON.stringify({ ...envelope(), rules: [] }), 'rules: bad-value'],
    ['a file from a newer program', JSON.stringify({ ...envelope(), formatVersion: 2 }), 'formatVersion: newer-format'],
  ])('%s', (_, text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test.each<[string, Record<string, unknown>]>([
    ['rules[1].validFrom', { validFrom: '2023-02-29' }],
    ['rules[1].windows[1]', { windows: [3, 5] }],
    ['rules[1].wealthLimit.limit.amount', { wealthLimit: { limit: { unit: 'NOK', amount: 1.5 }, basis: 'net' } }],
    [
      'rules[1].incomeLimit.couple.thousandths',
      { incomeLimit: { kind: 'byType', alone: { unit: 'G', thousandths: 1 }, couple: { unit: 'G', thousandths: -1 } } },
    ],
    ['rules[1].incomeLimit.kind', { incomeLimit: { kind: 'bySquareMetre' } }],
    ['rules[1].confidence', { confidence: 'certain' }],
    ['rules[1].ruleId', { ruleId: '../oslo' }],
    ['rules[1].countMembersFromAge', { countMembersFromAge: undefined }],
  ])('and names the field: %s', (field, change) => {
    const file = envelope();
    const changed = { ...file, rules: file.rules.map((rule, index) => (index === 1 ? { ...rule, ...change } : rule)) };
    expect(problems(JSON.stringify(changed))).toEqual([`${field}: bad-value`]);
  });

  test('everything wrong at once', () => {
    const file = envelope();
    const changed = { ...file, rules: file.rules.map((rule) => ({ ...rule, scheme: '' })) };
    expect(problems(JSON.stringify(changed))).toHaveLength(rules.length);
  });

  test('the same version twice', () => {
    expect(problems(ruleFile([...rules, ...rules.slice(0, 1)]))).toEqual([
      `rules[${rules.length}].version: repeated-version`,
    ]);
  });
});
