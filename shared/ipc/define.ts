import type { z } from 'zod';
import type { Role } from '../access.ts';

/**
 * What a call leaves in the journal. `none`: nothing. `reads-person`: one row, before the call, that someone opened or revealed
 * a person's data. `looks-up-person`: the use case writes one row per person and source before it asks the authority. `changes-setup`: one row.
 */
export type JournalClass = 'none' | 'reads-person' | 'looks-up-person' | 'changes-setup';

/** One call across the process boundary, declared once. `roles`: any of them will do; empty = everyone. `whileLocked`: works without an unlocked session. */
export interface CallDefinition<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command';
  readonly input: I;
  readonly output: O;
  readonly roles: readonly Role[];
  readonly journal: JournalClass;
  readonly whileLocked?: true;
}

type Declared<I extends z.ZodType, O extends z.ZodType> = Omit<CallDefinition<I, O>, 'kind'>;

/** Reads only: may be repeated freely. */
export const query = <I extends z.ZodType, O extends z.ZodType>(definition: Declared<I, O>): CallDefinition<I, O> => ({
  kind: 'query',
  ...definition,
});

/** Leaves a trace here or at an authority: nothing may repeat it unasked. */
export const command = <I extends z.ZodType, O extends z.ZodType>(
  definition: Declared<I, O>,
): CallDefinition<I, O> => ({ kind: 'command', ...definition });
