/** How long to wait before try number `failed + 1`: 1, 2, 4, 8 s, of which a random half is taken off so that PCs don't march in step. Milliseconds. */
export const backoff = (failed: number): number => 1000 * 2 ** (failed - 1) * (0.5 + Math.random() / 2);

/** Reads `Retry-After`, seconds or an HTTP date, against the wall clock. Milliseconds; null when it is absent or unreadable. */
export function readRetryAfter(header: string | null, wall: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1000;
  const date = / GMT$/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - wall);
}
