import type { z } from 'zod';

/** What a stored draft holds; null when there is none, or when an older version of the program wrote it in another shape. */
export function parseDraft<T>(schema: z.ZodType<T>, stored: string | null): T | null {
  if (stored === null) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
