import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagesOf, rowWindow } from './rowWindow.ts';

describe('the rows in the document', () => {
  test('are those that can be seen, with ten on either side', () => {
    expect(rowWindow(3700, 400, 37, 10_000)).toEqual({ first: 90, last: 121 });
  });

  test('stop at the ends of the list', () => {
    expect(rowWindow(0, 400, 37, 10_000)).toEqual({ first: 0, last: 21 });
    expect(rowWindow(369_600, 400, 37, 10_000).last).toBe(9999);
    expect(rowWindow(0, 400, 37, 3)).toEqual({ first: 0, last: 2 });
    expect(rowWindow(0, 400, 37, 0)).toEqual({ first: 0, last: -1 });
  });

  test('also when the list has become shorter than where one is', () => {
    expect(rowWindow(100_000, 400, 37, 5)).toEqual({ first: 4, last: 4 });
  });

  test('hold everything that can be seen, and their pages hold them', () => {
    fc.assert(
      fc.property(
        fc.nat(400_000),
        fc.integer({ min: 1, max: 2000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (top, height, total) => {
          const rows = rowWindow(top, height, 37, total);
          const seen = (row: number) => row * 37 < top + height && (row + 1) * 37 > top;
          for (let row = 0; row < total; row += 1) {
            if (seen(row)) expect(rows.first <= row && row <= rows.last).toBe(true);
          }
          const pages = pagesOf(rows, 100);
          expect(pages[0]).toBe(Math.floor(rows.first / 100));
          expect(pages.at(-1)).toBe(Math.floor(rows.last / 100));
        },
      ),
    );
  });
});

test('an empty list still has its first page, which says how many rows there are', () => {
  expect(pagesOf({ first: 0, last: -1 }, 100)).toEqual([0]);
});
