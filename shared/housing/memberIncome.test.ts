import { describe, expect, test } from 'vitest';
import type { IncomeEntry, TaxPost } from '../income/model.ts';
import { kroner } from '../money.ts';
import {
  adult,
  benefit,
  ended,
  everyMonth,
  incomeLookup,
  manualPost,
  month,
  post,
  rule,
  taxLookup,
  wage,
  yearWage,
} from './household.fixture.ts';
import { memberInMonths, memberInYear, notCounted } from './memberIncome.ts';
import { windowMonths } from './windows.ts';

const DAY = '2026-11-12';
const three = windowMonths(month('2026-10'), 3);
const bergen = rule('BERGEN-2016');
const member = adult('a');

const inMonths = (entries: IncomeEntry[], changes = {}, who = member) =>
  memberInMonths(who, 'm3', three, [incomeLookup('a', DAY, '2026-10', entries, changes)], bergen);
const inYear = (posts: TaxPost[], who = member) => memberInYear(who, 2025, [taxLookup('a', DAY, 2025, posts)], bergen);
const wages = everyMonth('2026-08', '2026-10', 30_000);

describe('in months', () => {
  test('three months are made yearly by four; each line leads to its places in the answer', () => {
    const { onBasis, reasons } = inMonths(wages);
    expect(onBasis).toEqual({
      memberId: 'a',
      counted: true,
      notCountedBecause: null,
      annual: kroner(360_000),
      lines: [
        {
          incomeKind: 'loennsinntekt',
          code: 'fastloenn',
          amount: kroner(90_000),
          treatment: 'include',
          traces: wages.map(({ ref }) => ({ kind: 'lookup', lookupId: 'inntekt-a-2026-11-12', ref })),
        },
      ],
    });
    expect(reasons).toEqual([]);
  });

  test('corrections go against what they correct', () => {
    expect(inMonths([...wages, wage('2026-09', -8_200)]).onBasis.annual).toBe(kroner((90_000 - 8_200) * 4));
  });

  test('posts by hand are yearly already, and are not multiplied', () => {
    const { onBasis } = inMonths(wages, {}, adult('a', { manualPosts: [manualPost('p', 24_000)] }));
    expect(onBasis.annual).toBe(kroner(384_000));
    expect(onBasis.lines.at(-1)).toMatchObject({
      amount: kroner(24_000),
      traces: [{ kind: 'manual', memberId: 'a', postId: 'p' }],
    });
  });

  test('benefits in kind are shown for themselves and not added', () => {
    const { onBasis, reasons } = inMonths([...wages, wage('2026-09', 5_000, { code: 'bil', fordel: 'naturalytelse' })]);
    expect(onBasis.annual).toBe(kroner(360_000));
    expect(onBasis.lines.find(({ code }) => code === 'bil')?.treatment).not.toBe('include');
    expect(reasons.map(({ code }) => code)).not.toContain('unread');
  });

  test('a code nobody has placed is not added, and a person must look', () => {
    const { onBasis, reasons } = inMonths([...wages, wage('2026-09', 1_000, { code: 'nyKode' })]);
    expect(onBasis.annual).toBe(kroner(360_000));
    expect(reasons).toEqual([
      { code: 'unclassified', text: 'nyKode', amount: kroner(1_000), memberId: 'a', source: 'inntekt', basis: 'm3' },
    ]);
    expect(inMonths([...wages, wage('2026-09', 0, { code: 'nyKode' })]).reasons).toEqual([]);
  });

  test('a month without reports among others is a zero; a window without any amount that counts is not', () => {
    expect(inMonths(wages.slice(1)).onBasis.annual).toBe(kroner(240_000));
    const expenses = wage('2026-09', 4_000, { fordel: 'utgiftsgodtgjoerelse', subjectToWithholding: false });
    for (const entries of [[], [expenses]]) {
      const { onBasis, reasons } = inMonths(entries);
      expect(onBasis.annual).toBeNull();
      expect(reasons).toEqual([{ code: 'nothing-reported', memberId: 'a', source: 'inntekt', basis: 'm3' }]);
    }
    expect(inMonths([wage('2026-09', 0)]).onBasis.annual).toBe(0);
  });

  test("the rule's own treatment of a code goes first", () => {
    const judged = { ...bergen, treatments: [{ key: 'loennsinntekt:fastloenn', treatment: 'manual' as const }] };
    const { onBasis, reasons } = memberInMonths(
      member,
      'm3',
      three,
      [incomeLookup('a', DAY, '2026-10', wages)],
      judged,
    );
    expect(onBasis.annual).toBeNull();
    expect(reasons).toEqual([
      { code: 'manual-code', text: 'fastloenn', amount: kroner(90_000), memberId: 'a', source: 'inntekt', basis: 'm3' },
    ]);
  });

  test('back-pay counts when it was paid, and is pointed out', () => {
    const backPay = wage('2026-09', 12_000, { code: 'bonus', backPay: { from: null, to: null } });
    const { onBasis, reasons } = inMonths([...wages, backPay]);
    expect(onBasis.annual).toBe(kroner((90_000 + 12_000) * 4));
    expect(reasons).toMatchObject([{ code: 'back-pay', amount: kroner(12_000), basis: 'm3' }]);
  });

  test.each<[string, IncomeEntry]>([
    ['without an amount', wage('2026-09', null)],
    ['without a month', wage('2026-09', 1_000, { month: null })],
  ])('an entry that would count but is %s makes the sum unknown, not smaller', (_, entry) => {
    const { onBasis, reasons } = inMonths([...wages, entry]);
    expect(onBasis.annual).toBeNull();
    expect(onBasis.lines[0]).toMatchObject({ code: 'fastloenn', amount: null });
    expect(onBasis.lines[0]?.traces).toHaveLength(4);
    expect(reasons).toEqual([{ code: 'unread', memberId: 'a', source: 'inntekt' }]);
  });

  test('a missing amount that would not count changes nothing', () => {
    const inKind = wage('2026-09', null, { fordel: 'naturalytelse' });
    expect(inMonths([...wages, inKind]).onBasis.annual).toBe(kroner(360_000));
  });

  test('partly shielded: the sums are right, and it is said', () => {
    const { onBasis, reasons } = inMonths(wages, { state: 'partlyShielded' });
    expect(onBasis.annual).toBe(kroner(360_000));
    expect(reasons).toEqual([{ code: 'partly-shielded', memberId: 'a', source: 'inntekt' }]);
  });

  test('no answer: no sum, but what was entered by hand is still shown', () => {
    const who = adult('a', { manualPosts: [manualPost('p', 24_000)] });
    const failed = ended(incomeLookup('a', DAY, '2026-10', []), 'failed');
    const { onBasis, reasons } = memberInMonths(who, 'm3', three, [failed], bergen);
    expect(onBasis).toMatchObject({ annual: null, counted: true, lines: [{ amount: kroner(24_000) }] });
    expect(reasons).toEqual([{ code: 'source-failed', memberId: 'a', source: 'inntekt' }]);
  });

  test('different kinds with the same code stay apart', () => {
    const { onBasis } = inMonths([
      wage('2026-08', 1_000, benefit('ytelseFraOffentlige', 'ufoeretrygd')),
      wage('2026-08', 2_000, benefit('pensjonEllerTrygd', 'ufoeretrygd')),
    ]);
    expect(onBasis.lines.map(({ incomeKind, amount }) => [incomeKind, amount])).toEqual([
      ['pensjonEllerTrygd', kroner(2_000)],
      ['ytelseFraOffentlige', kroner(1_000)],
    ]);
  });
});

describe('in a tax year', () => {
  test('income as assessed; deductions, wealth and debt are no income', () => {
    const { onBasis, reasons } = inYear([
      yearWage(455_000),
      post('minstefradragIInntekt', 'inntektsfradrag', 100_000),
      post('innskudd', 'formue', 96_000),
      post('samletGjeld', '-', 60_000),
    ]);
    expect(onBasis.annual).toBe(kroner(455_000));
    expect(onBasis.lines).toHaveLength(1);
    expect(reasons).toEqual([]);
  });

  test('a settlement without a single post of income is nothing reported, not zero', () => {
    const { onBasis, reasons } = inYear([post('innskudd', 'formue', 96_000)]);
    expect(onBasis.annual).toBeNull();
    expect(reasons).toEqual([{ code: 'nothing-reported', memberId: 'a', source: 'skattegrunnlag', basis: 'year' }]);
  });

  test('a post nobody has placed, and one without an amount', () => {
    const unknown = inYear([yearWage(455_000), post('nyPost', 'inntekt', 7_000)]);
    expect(unknown.onBasis.annual).toBe(kroner(455_000));
    expect(unknown.reasons).toMatchObject([
      { code: 'unclassified', text: 'nyPost', amount: kroner(7_000), basis: 'year' },
    ]);
    const missing = inYear([yearWage(null)]);
    expect(missing.onBasis.annual).toBeNull();
    expect(missing.reasons).toEqual([{ code: 'unread', memberId: 'a', source: 'skattegrunnlag' }]);
  });

  test('posts by hand come on top here too', () => {
    expect(inYear([yearWage(455_000)], adult('a', { manualPosts: [manualPost('p', 24_000)] })).onBasis.annual).toBe(
      kroner(479_000),
    );
  });
});

test('a member too young to count has no figure, not a zero, and keeps what was delivered for the eye', () => {
  const income = inYear([yearWage(24_000)]);
  expect(notCounted(income)).toEqual({
    onBasis: { memberId: 'a', counted: false, notCountedBecause: 'age', annual: null, lines: income.onBasis.lines },
    reasons: [],
  });
  expect(income.onBasis.lines).toMatchObject([{ amount: kroner(24_000) }]);
});
