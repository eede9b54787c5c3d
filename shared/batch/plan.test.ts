import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IsoDate } from '../dates.ts';
import { planRow, rowState } from './plan.ts';

describe('what is asked about a debtor', () => {
  test('income for the three newest complete months, and the tax basis when its year is known', () => {
    expect(planRow(['inntekt', 'skattegrunnlag', 'utlegg'], '2026-11-21' as IsoDate)).toEqual([
      { source: 'inntekt', fromMonth: '2026-08', toMonth: '2026-10', year: null, state: 'waiting' },
      { source: 'sisteSkatteoppgjoer', fromMonth: null, toMonth: null, year: null, state: 'waiting' },
      { source: 'skattegrunnlag', fromMonth: null, toMonth: null, year: null, state: 'later' },
      { source: 'utlegg', fromMonth: null, toMonth: null, year: null, state: 'waiting' },
    ]);
  });

  test('before the 10th last month is not complete', () => {
    expect(planRow(['inntekt'], '2026-11-09' as IsoDate)).toMatchObject([{ fromMonth: '2026-07', toMonth: '2026-09' }]);
  });

  test('only what was chosen', () => {
    expect(planRow(['samordnetTrekk'], '2026-11-21' as IsoDate).map(({ source }) => source)).toEqual([
      'samordnetTrekk',
    ]);
  });
});

describe('where a row stands', () => {
  test.each([
    [[], 'unasked'],
    [['waiting', 'later'], 'waiting'],
    [['delivered', 'waiting'], 'waiting'],
    [['interrupted', 'waiting', 'delivered'], 'interrupted'],
    [['asking', 'interrupted', 'waiting'], 'asking'],
    [['delivered', 'nothing', 'shielded', 'unknownPerson', 'withdrawn'], 'answered'],
    [['delivered', 'failed'], 'partly'],
    [['delivered', 'cancelled'], 'partly'],
    [['failed', 'later'], 'failed'],
    [['failed', 'cancelled'], 'failed'],
    [['cancelled', 'cancelled'], 'unasked'],
  ] as const)('%j: %s', (questions, state) => {
    expect(rowState(questions)).toBe(state);
  });

  test('does not depend on the order of its questions', () => {
    const states = [
      'later',
      'waiting',
      'asking',
      'interrupted',
      'delivered',
      'nothing',
      'failed',
      'cancelled',
    ] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 6 }), (questions) => {
        expect(rowState(questions.toReversed())).toBe(rowState(questions));
        expect(rowState(questions.toSorted())).toBe(rowState(questions));
      }),
    );
  });
});
