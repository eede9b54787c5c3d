import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kroner } from '../money.ts';
import { differences } from './differences.ts';
import { costs, date, interest, principal, registered } from './trekk.fixture.ts';

const before = registered().terms;

test('the same, in another order of claims, differs in nothing', () => {
  expect(differences(before, { ...before, claims: [...before.claims].reverse() })).toEqual([]);
});

test('each thing by its path, with both values', () => {
  const periods = [{ from: date('2026-12-01'), to: date('2027-12-31'), amount: kroner(1500), percent: null }];
  const added = principal({ reference: 'ES-2' });
  const after = {
    payer: { ...before.payer, organisationNumber: '889640782' },
    periods,
    claims: [principal({ remaining: kroner(25_000) }), interest(), added],
    payment: { ...before.payment, kid: '1234560' },
  };
  expect(differences(before, after)).toEqual([
    { field: 'payer.organisationNumber', before: '310442100', after: '889640782' },
    { field: 'periods', before: before.periods, after: periods },
    { field: 'claims.0.remaining', before: kroner(30_000), after: kroner(25_000) },
    { field: 'claims.2', before: null, after: added },
    { field: 'claims.2', before: costs(), after: null },
    { field: 'payment.kid', before: '6487719756', after: '1234560' },
  ]);
});

test('what differs one way differs the other way round', () => {
  const claim = fc.record({
    reference: fc.constantFrom('ES-1', 'ES-2', 'ES-3'),
    remaining: fc.integer({ min: 0, max: 2 }),
  });
  const terms = fc.uniqueArray(claim, { selector: ({ reference }) => reference }).map((claims) => ({
    ...before,
    claims: claims.map((one) => principal({ ...one, remaining: kroner(one.remaining) })),
  }));
  fc.assert(
    fc.property(terms, terms, (one, other) => {
      const values = (found: ReturnType<typeof differences>, flip: boolean) =>
        found.map(({ before: was, after: is }) => JSON.stringify(flip ? [is, was] : [was, is])).toSorted();
      expect(values(differences(one, other), false)).toEqual(values(differences(other, one), true));
    }),
  );
});
