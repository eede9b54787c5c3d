const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const waits = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, HOUR];

/** How long to wait after so many tries, milliseconds: longer and longer, at most an hour, and as long as the authority has asked for. */
export function waitAfter(attempts: number, retryAfterMs: number | null): number {
  const wait = waits[Math.min(attempts, waits.length) - 1] ?? HOUR;
  return Math.min(Math.max(wait, retryAfterMs ?? 0), HOUR);
}
