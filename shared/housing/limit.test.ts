import { describe, expect, test } from 'vitest';
import { kroner, oere } from '../money.ts';
import { adult, kr, rule } from './household.fixture.ts';
import { householdSize, incomeLimitFor, limitInOere } from './limit.ts';

const g = kroner(136_549);
const persons = (count: number) => Array.from({ length: count }, (_, index) => adult(`m${index}`));

describe('limitInOere', () => {
  test('G times thousandths, exactly', () => {
    expect(limitInOere({ unit: 'G', thousandths: 3500 }, g)).toBe(kr(477_921.5));
    expect(limitInOere({ unit: 'G', thousandths: 5000 }, g)).toBe(kr(682_745));
  });

  test('a part of an øre is left out: 1.001 × 136 549 = 136 685.549', () => {
    expect(limitInOere({ unit: 'G', thousandths: 1001 }, g)).toBe(oere(13_668_554));
  });

  test('kroner are themselves, with or without G', () => {
    expect(limitInOere({ unit: 'NOK', amount: kroner(400_000) }, null)).toBe(kroner(400_000));
  });

  test('a limit in G without G is a bug', () => {
    expect(() => limitInOere({ unit: 'G', thousandths: 1000 }, null)).toThrow('needs G');
  });
});

describe('incomeLimitFor', () => {
  test.each([
    [1, 477_921.5],
    [2, 546_196],
    [3, 614_470.5],
    [4, 682_745],
  ])('Bergen, %i persons: %f', (size, expected) => {
    expect(incomeLimitFor(rule('BERGEN-2016'), persons(size), g)).toMatchObject({
      kind: 'limit',
      amount: kr(expected),
    });
  });

  test('above the table: a person judges, the last row goes on, or each extra person adds', () => {
    const withTable = (aboveTable: 'manual' | 'repeatLast') =>
      rule('BERGEN-2016', {
        incomeLimit: { kind: 'bySize', rows: [{ unit: 'G', thousandths: 3500 }], aboveTable: { kind: aboveTable } },
      });
    expect(incomeLimitFor(withTable('manual'), persons(2), g)).toEqual({ kind: 'aboveTable' });
    expect(incomeLimitFor(withTable('repeatLast'), persons(9), g)).toMatchObject({ amount: kr(477_921.5) });
    expect(incomeLimitFor(rule('TESTKOMMUNE-2020'), persons(5), null)).toMatchObject({ amount: kr(640_000) });
    expect(incomeLimitFor(rule('TESTKOMMUNE-2020'), persons(4), null)).toMatchObject({ amount: kr(600_000) });
  });

  test('Oslo: a spouse or cohabitant makes a couple; children and other adults do not', () => {
    const withSecond = (role: 'ektefelle' | 'samboer' | 'annenVoksen' | 'barn') =>
      incomeLimitFor(rule('OSLO-2017'), [adult('a'), adult('b', { role })], kroner(118_620));
    expect(withSecond('ektefelle')).toMatchObject({ amount: kr(593_100) });
    expect(withSecond('samboer')).toMatchObject({ amount: kr(593_100) });
    expect(withSecond('annenVoksen')).toMatchObject({ amount: kr(474_480) });
    expect(withSecond('barn')).toMatchObject({ amount: kr(474_480) });
  });

  test('pure discretion: no limit', () => {
    expect(incomeLimitFor(rule('TROMSOE'), persons(1), null)).toEqual({ kind: 'noLimit' });
  });
});

test('only members who are counted in make the household larger', () => {
  expect(householdSize([adult('a'), adult('b', { role: 'barnSamvaer', countsInSize: false })])).toBe(1);
});
