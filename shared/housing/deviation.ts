import type { Oere } from '../money.ts';

/** How far the months, made yearly, lie from the tax year. */
export interface Deviation {
  /** Hundredths of a per cent of the tax year, rounded half away from zero; null when either is missing or the share can't be expressed. */
  readonly hundredths: number | null;
  readonly flagged: boolean;
}

/**
 * `(months − year) / year`, from exact øre. Flagged when the difference is **at least** the threshold (hundredths of a per cent) and not zero:
 * sources differ between «at least 10 %» and «more than 10 %» (fagregler.md 1.4), and a flag only asks someone to look. The comparison is made
 * before rounding. A tax year of zero has no share, but any difference from it is flagged; a loss is compared by its size.
 */
export function deviationOf(months: Oere | null, year: Oere | null, threshold: number): Deviation {
  if (months === null || year === null) return { hundredths: null, flagged: false };
  const difference = BigInt(months) - BigInt(year);
  const size = BigInt(Math.abs(year));
  const flagged = difference !== 0n && abs(difference) * 10_000n >= BigInt(threshold) * size;
  if (size === 0n) return { hundredths: difference === 0n ? 0 : null, flagged };
  const rounded = Number((abs(difference) * 20_000n + size) / (2n * size));
  if (!Number.isSafeInteger(rounded)) return { hundredths: null, flagged };
  return { hundredths: difference < 0n && rounded !== 0 ? -rounded : rounded, flagged };
}

const abs = (value: bigint): bigint => (value < 0n ? -value : value);
