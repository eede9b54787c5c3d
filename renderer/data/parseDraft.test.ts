import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseDraft } from './parseDraft.ts';

const Shape = z.object({ reason: z.string() });

it('reads what was stored', () => {
  expect(parseDraft(Shape, '{"reason":"x"}')).toEqual({ reason: 'x' });
});

it.each([null, 'not json', '{"reason":1}', '[]'])('%j is no draft', (stored) => {
  expect(parseDraft(Shape, stored)).toBeNull();
});
