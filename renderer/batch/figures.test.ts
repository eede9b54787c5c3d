import { expect, test } from 'vitest';
import { nb } from '../../shared/text/nb.ts';
import { countText, timeText } from './figures.ts';

test('numbers of things', () => {
  expect([0, 999, 1000, 10_000, 1_234_567].map(countText)).toEqual([
    '0',
    '999',
    '1\u202F000',
    '10\u202F000',
    '1\u202F234\u202F567',
  ]);
});

test('how long it will take', () => {
  expect([0, 29, 31, 89, 3540, 3600, 7500].map((seconds) => timeText(nb, seconds))).toEqual([
    'under ett minutt',
    'under ett minutt',
    'om lag 1 minutt',
    'om lag 1 minutt',
    'om lag 59 minutter',
    'om lag 1 t 0 min',
    'om lag 2 t 5 min',
  ]);
});
