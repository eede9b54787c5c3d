import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { readStrictObject } from '../maskinporten/strictJson.ts';
import { type Asked, UUID } from './api.ts';

/** The body as JSON of the wanted form; undefined when it is not, or not declared as JSON. */
export function bodyOf<T>(form: z.ZodType<T>, { headers, body }: Asked): T | undefined {
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) return undefined;
  return form.safeParse(readStrictObject(body)).data;
}

/** SHA-256 of a body as it came over the wire. */
export const hashOf = (body: Buffer): string => createHash('sha256').update(body).digest('hex');

/** Idempotency-Key; null when there is no good one. */
export function keyOf({ headers }: Asked): string | null {
  const sent = headers['idempotency-key'];
  return typeof sent === 'string' && UUID.test(sent) ? sent.toLowerCase() : null;
}
