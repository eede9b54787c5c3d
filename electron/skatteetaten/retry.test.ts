import { describe, expect, it } from 'vitest';
import { backoff, readRetryAfter } from './retry.ts';

const NOW = Date.UTC(2026, 10, 21, 8, 0, 0);

describe('readRetryAfter', () => {
  it.each([
    [null, null],
    ['0', 0],
    ['7', 7000],
    ['Sat, 21 Nov 2026 08:00:12 GMT', 12_000],
    ['Sat, 21 Nov 2026 07:00:00 GMT', 0],
    ['-3', null],
    ['soon', null],
    ['', null],
  ])('%s is %s ms', (header, milliseconds) => {
    expect(readRetryAfter(header, NOW)).toBe(milliseconds);
  });
});

describe('backoff', () => {
  it.each([
    [1, 500, 1000],
    [2, 1000, 2000],
    [3, 2000, 4000],
  ])('after failure %i waits between %i and %i ms, not always the same', (failed, least, most) => {
    const waits = Array.from({ length: 200 }, () => backoff(failed));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(least);
    expect(Math.max(...waits)).toBeLessThanOrEqual(most);
    expect(new Set(waits).size).toBeGreaterThan(100);
  });
});
