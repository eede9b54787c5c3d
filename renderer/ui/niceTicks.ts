/** The lowest and highest point of a chart whose bars are stacked, negative parts below zero; 0 is always in it. */
export function stackEnds(stacks: readonly (readonly (number | null)[])[]): {
  readonly low: number;
  readonly high: number;
} {
  const total = (stack: readonly (number | null)[], sign: 1 | -1) =>
    stack.reduce<number>((sum, part) => (part !== null && part * sign > 0 ? sum + part : sum), 0);
  return {
    low: Math.min(0, ...stacks.map((stack) => total(stack, -1))),
    high: Math.max(0, ...stacks.map((stack) => total(stack, 1))),
  };
}

const STEPS = [1, 2, 2.5, 5, 10];
const MOST_INTERVALS = 4;

/** Round numbers from below the lowest point to above the highest, at most four intervals above zero; [0, 1] for an empty chart. */
export function niceTicks({ low, high }: { readonly low: number; readonly high: number }): number[] {
  const span = Math.max(high, -low);
  if (span === 0) return [0, 1];
  const power = 10 ** Math.floor(Math.log10(span / MOST_INTERVALS));
  const step = power * (STEPS.find((one) => one * power * MOST_INTERVALS >= span) ?? 10);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}
