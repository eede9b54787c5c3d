/** How far back the pace is measured, and how much must have come before there is one. */
const WINDOW_MS = 20_000;
const LEAST = 5;

/** How fast answers come. */
export interface Pace {
  /** A run begins, or goes on: what came before a pause says nothing about now. */
  begin(batchId: string): void;
  /** An answer has come. */
  count(batchId: string): void;
  /** Answers a minute; null while too few have come. */
  perMinute(batchId: string): number | null;
}

/** Measures by a clock in milliseconds. */
export function createPace(clock: () => number): Pace {
  const runs = new Map<string, { begun: number; arrivals: number[] }>();
  return {
    begin: (batchId) => {
      runs.set(batchId, { begun: clock(), arrivals: [] });
    },
    count: (batchId) => {
      const run = runs.get(batchId);
      if (!run) return;
      const now = clock();
      run.arrivals = [...run.arrivals.filter((at) => at > now - WINDOW_MS), now];
    },
    perMinute: (batchId) => {
      const run = runs.get(batchId);
      if (!run) return null;
      const now = clock();
      const recent = run.arrivals.filter((at) => at > now - WINDOW_MS).length;
      const measured = Math.min(WINDOW_MS, now - run.begun);
      return recent < LEAST || measured <= 0 ? null : (recent * 60_000) / measured;
    },
  };
}
