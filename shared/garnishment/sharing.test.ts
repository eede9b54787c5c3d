import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Month } from '../dates.ts';
import { kroner, oere } from '../money.ts';
import { priorityLetters } from './claims.ts';
import { type SharingClaim, shareDeduction, sharingPlan } from './sharing.ts';

const claim = (id: string, letter: SharingClaim['letter'], size: number): SharingClaim => ({
  id,
  letter,
  size: kroner(size),
  remaining: kroner(size),
});
const g4 = [
  claim('bidrag', 'a', 2500),
  claim('eiendomsskatt', 'd', 18_000),
  claim('vann', 'd', 12_000),
  claim('inkasso', 'e', 40_000),
];
const inKroner = (shares: ReadonlyMap<string, number>) =>
  Object.fromEntries([...shares].map(([id, share]) => [id, share / 100]));

describe('sharing (fagregler.md G4)', () => {
  it('better letters first, then in proportion', () => {
    expect(inKroner(shareDeduction(kroner(6000), g4))).toEqual({
      bidrag: 2500,
      eiendomsskatt: 2100,
      vann: 1400,
      inkasso: 0,
    });
  });

  it('variant: water set to e', () => {
    const water = g4.map((one) => (one.id === 'vann' ? { ...one, letter: 'e' as const } : one));
    expect(inKroner(shareDeduction(kroner(6000), water))).toEqual({
      bidrag: 2500,
      eiendomsskatt: 3500,
      vann: 0,
      inkasso: 0,
    });
  });

  it('variant: no claim (a), 36 000', () => {
    const shares = shareDeduction(kroner(36_000), g4.slice(1));
    expect(inKroner(shares)).toEqual({ eiendomsskatt: 18_000, vann: 12_000, inkasso: 6000 });
  });

  it('plans month by month until all is covered', () => {
    const { months, paidOff } = sharingPlan(kroner(10_000), g4, '2026-12' as Month);
    expect(months.length).toBe(8);
    expect(paidOff.get('bidrag')).toBe('2026-12');
    expect(paidOff.get('inkasso')).toBe('2027-07');
    expect(sharingPlan(oere(0), g4, '2026-12' as Month).months).toEqual([]);
    expect(sharingPlan(oere(1), g4, '2026-12' as Month).paidOff.get('inkasso')).toBeNull();
  });

  const claims = fc
    .array(
      fc.record({ letter: fc.constantFrom(...priorityLetters), size: fc.nat(5_000_000), paid: fc.nat(5_000_000) }),
      { minLength: 1, maxLength: 8 },
    )
    .map((list) =>
      list.map(
        ({ letter, size, paid }, index): SharingClaim => ({
          id: String(index),
          letter,
          size: oere(size),
          remaining: oere(Math.max(0, size - paid)),
        }),
      ),
    );
  const deduction = fc.nat(8_000_000).map(oere);
  const total = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);

  it('shares sum to the deduction or to all that remains; nobody gets more than remains', () => {
    fc.assert(
      fc.property(deduction, claims, (amount, list) => {
        const shares = shareDeduction(amount, list);
        expect(total(shares.values())).toBe(Math.min(amount, total(list.map((one) => one.remaining))));
        for (const one of list) {
          const share = shares.get(one.id) ?? -1;
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(one.remaining);
        }
      }),
    );
  });

  it('the order of the claims does not matter', () => {
    fc.assert(
      fc.property(deduction, claims, fc.infiniteStream(fc.nat()), (amount, list, keys) => {
        const shuffled = list.map((one) => ({ one, key: keys.next().value })).sort((a, b) => a.key - b.key);
        const other = shareDeduction(
          amount,
          shuffled.map(({ one }) => one),
        );
        for (const [id, share] of shareDeduction(amount, list)) expect(other.get(id)).toBe(share);
      }),
    );
  });

  it('more debt in a worse letter never takes from a better one', () => {
    fc.assert(
      fc.property(deduction, claims, fc.nat(5_000_000), (amount, list, more) => {
        const before = shareDeduction(amount, list);
        const worst = [...list].sort((a, b) => (a.letter < b.letter ? 1 : -1))[0];
        if (!worst || worst.letter === 'a') return;
        const after = shareDeduction(amount, [
          ...list,
          { id: 'new', letter: worst.letter, size: oere(more), remaining: oere(more) },
        ]);
        for (const one of list.filter(({ letter }) => letter < worst.letter))
          expect(after.get(one.id)).toBe(before.get(one.id));
      }),
    );
  });
});
