import { describe, expect, it } from 'vitest';
import type { TrekkSummary } from '../../../../shared/ipc/trekkCalls.ts';
import { inView, matching, quietStep, sorted } from './trekkList.ts';

const one = (id: string, over: Partial<Record<keyof TrekkSummary, unknown>> = {}) =>
  ({
    id,
    caseNumber: `2026/${id}`,
    endsOn: null,
    remaining: 0,
    mine: false,
    attention: [],
    act: null,
    ...over,
  }) as unknown as TrekkSummary;
const ids = (list: readonly TrekkSummary[]) => list.map(({ id }) => id);

describe('the lists of trekk', () => {
  const list = [one('1', { mine: true }), one('2', { attention: ['unknown'] }), one('3')];

  it('mine, everyone’s, and what needs someone', () => {
    expect(ids(inView(list, 'mine'))).toEqual(['1']);
    expect(ids(inView(list, 'team'))).toEqual(['1', '2', '3']);
    expect(ids(inView(list, 'attention'))).toEqual(['2']);
  });

  it('searched by case number', () => {
    expect(ids(matching(list, ' 6/2'))).toEqual(['2']);
  });

  it('no last day comes after every day, whichever way one sorts', () => {
    const dated = [one('a'), one('b', { endsOn: '2027-05-31' }), one('c', { endsOn: '2026-12-31' })];
    expect(ids(sorted(dated, { column: 'endsOn', descending: false }))).toEqual(['c', 'b', 'a']);
    expect(ids(sorted(dated, { column: 'endsOn', descending: true }))).toEqual(['b', 'c', 'a']);
  });

  it('amounts are sorted as numbers', () => {
    const amounts = [one('a', { remaining: 1_000_000 }), one('b', { remaining: 90_000 })];
    expect(ids(sorted(amounts, { column: 'remaining', descending: false }))).toEqual(['b', 'a']);
  });

  it('each state has its next step', () => {
    expect(quietStep({ act: { kind: 'registrer', state: 'kontrollert' } })).toBe('review');
    expect(quietStep({ act: null })).toBe('nothing');
  });
});
