import { expect, test } from 'vitest';
import { codeChoice, findCodes } from './codeChoices.ts';

test('an income is found by its words and by its code, and every word must fit', () => {
  const keys = findCodes('bonus').map(({ key }) => key);
  expect(keys).toContain('loennsinntekt:bonus');
  expect(findCodes('bonus forsvaret').map(({ key }) => key)).toEqual(['loennsinntekt:bonusFraForsvaret']);
  expect(findCodes('bonus pensjonatopphold')).toEqual([]);
});

test('a choice tells how the program usually treats it', () => {
  expect(codeChoice('loennsinntekt:fastloenn')).toMatchObject({ group: 'loennsinntekt', usual: 'include' });
  expect(codeChoice('ytelseFraOffentlige:underholdsbidragTilBarn')).toMatchObject({ usual: 'exclude' });
});

test('no two incomes share a key, and posts that are no income are not offered', () => {
  const keys = findCodes('').map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(codeChoice('skjermingsfradrag')).toBeUndefined();
});
