import { expect, test } from 'vitest';
import { everyMonth, incomeLookup } from '../housing/household.fixture.ts';
import { maskPayers } from './maskPayers.ts';

// Three private employers, two of them born on the same day, and an organisation.
const [one, twin, other] = ['14838740066', '14838740147', '25851449852'];
const answer = (id: string, ...payers: string[]) =>
  incomeLookup(
    id,
    '2026-11-21',
    '2026-10',
    payers.flatMap((payerId) => everyMonth('2026-10', '2026-10', 9_000, { payerId, subUnitId: payerId })),
    {
      income: {
        entries: payers.flatMap((payerId) => everyMonth('2026-10', '2026-10', 9_000, { payerId, subUnitId: payerId })),
        withholding: payers.map((payerId) => ({ ref: '0', month: null, payerId, code: null, amount: null })),
        deductions: payers.map((payerId) => ({ ref: '0', month: null, payerId, code: null, amount: null })),
        shielded: false,
        unread: [],
      },
    },
  );
const payers = (lookups: ReturnType<typeof maskPayers>) =>
  lookups.map((lookup) => ('income' in lookup ? (lookup.income?.entries.map(({ payerId }) => payerId) ?? []) : []));

test('a private employer is masked wherever the answer names them; an organisation is not', () => {
  const masked = maskPayers([answer('a', one, '811094242')]);
  expect(payers(masked)).toEqual([['148387 *****', '811094242']]);
  expect(JSON.stringify(masked)).not.toContain(one);
});

test('whatever is no organisation number is masked: nothing is shown because it was written oddly', () => {
  expect(JSON.stringify(maskPayers([answer('a', '148387 40066', 'F148387400')]))).not.toMatch(/40066|7400/);
});

test('two who share a birth date stay two, the same ones in every answer', () => {
  expect(payers(maskPayers([answer('a', twin, other), answer('b', one, twin)]))).toEqual([
    ['148387 ***** (2)', '258514 *****'],
    ['148387 *****', '148387 ***** (2)'],
  ]);
});

test('what has no income is left as it is', () => {
  const lookups = [{ source: 'utlegg' } as const, incomeLookup('a', '2026-11-21', '2026-10', [], { income: null })];
  expect(maskPayers(lookups)).toEqual(lookups);
});
