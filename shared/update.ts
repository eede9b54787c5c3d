import { z } from 'zod';
import { CallError } from './ipc/errors.ts';
import { zInstant } from './values.ts';

/** What IT's policy lets the program do about new versions. `notify`: say that there is one; `automatic`: fetch it, and install it at the next start. */
const updateModes = ['off', 'notify', 'automatic'] as const;
export type UpdateMode = (typeof updateModes)[number];

/** Where the program stands with its own new version. */
export const UpdateStatus = z.object({
  mode: z.enum(updateModes),
  /**
   * `newest`: nothing newer, or not this PC's turn in a staged roll-out. `ready`: fetched and checked, installed at the next start.
   * `waits`: as `ready`, but a registration is unsent, and nothing is installed before it has arrived.
   */
  state: z.enum(['off', 'unknown', 'checking', 'newest', 'available', 'downloading', 'ready', 'waits', 'refused']),
  /** The version that is there; null when none is known. */
  version: z.string().nullable(),
  checkedAt: zInstant.nullable(),
  /** Why it was refused. What runs is untouched. */
  error: CallError.nullable(),
});
export type UpdateStatus = z.infer<typeof UpdateStatus>;
