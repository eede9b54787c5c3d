import { expect, test } from 'vitest';
import { claim } from '../garnishment/debtor.fixture.ts';
import { kroner } from '../money.ts';
import { remainingOf, withRemaining } from './remaining.ts';
import { costs, interest, principal } from './trekk.fixture.ts';

const claims = [principal(), interest(), costs(), principal({ reference: 'ES-2', remaining: kroner(7) })];
const inCase = [
  claim('1', { reference: 'ES-1', remaining: kroner(100), interest: kroner(20), costs: kroner(0) }),
  claim('2', { reference: 'X', remaining: kroner(9_999) }),
];

test('each part by the case, what the case does not know as it was registered', () => {
  expect(withRemaining(claims, inCase).map(({ remaining }) => remaining)).toEqual([
    kroner(100),
    kroner(20),
    kroner(0),
    kroner(7),
  ]);
  expect(remainingOf({ claims }, inCase)).toBe(kroner(127));
  expect(remainingOf({ claims }, [])).toBe(kroner(30_631));
});
