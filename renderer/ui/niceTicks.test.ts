import { describe, expect, it } from 'vitest';
import { niceTicks, stackEnds } from './niceTicks.ts';

describe('the axis of a chart', () => {
  it.each([
    [{ low: 0, high: 60.5 }, [0, 20, 40, 60, 80]],
    [{ low: 0, high: 28.25 }, [0, 10, 20, 30]],
    [{ low: -12, high: 31 }, [-20, -10, 0, 10, 20, 30, 40]],
    [{ low: 0, high: 0 }, [0, 1]],
  ])('%j has the round figures %j', (ends, ticks) => {
    expect(niceTicks(ends)).toEqual(ticks);
  });

  it('a month with a correction reaches below zero by the correction, and above by the rest', () => {
    expect(
      stackEnds([
        [30, 24, null],
        [-8, 20],
      ]),
    ).toEqual({ low: -8, high: 54 });
  });
});
