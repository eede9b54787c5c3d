import { expect, it } from 'vitest';
import type { Month } from '../dates.ts';
import { monthRange } from './monthRange.ts';

it.each([
  [['2025-11', '2025-12', '2026-01'], '11.2025–01.2026'],
  [['2025-11', '2025-12'], '11.2025, 12.2025'],
  [['2025-11', '2025-12', '2026-02'], '11.2025, 12.2025, 02.2026'],
  [[], ''],
])('%j is written %s', (months, written) => {
  expect(monthRange(months as Month[])).toBe(written);
});
