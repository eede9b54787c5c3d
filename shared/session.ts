import { z } from 'zod';
import { roles } from './access.ts';
import { languages } from './housing/caseFile.ts';
import { CallError } from './ipc/errors.ts';
import { zDate } from './values.ts';

export const environments = ['training', 'test', 'production'] as const;
export type Environment = (typeof environments)[number];

/** Someone to practise as in training mode. */
export const personas = ['kari', 'amund', 'siri', 'ivar', 'turid'] as const;
export type Persona = (typeof personas)[number];

export const Session = z.object({
  state: z.enum(['open', 'locked', 'noRole', 'blocked']),
  environment: z.enum(environments),
  /** `dev` and `test` builds say so on the screen; a release does not. */
  flavour: z.enum(['dev', 'test', 'release']),
  version: z.string(),
  userName: z.string(),
  roles: z.array(z.enum(roles)),
  /** Whom one practises as; null outside training. */
  persona: z.enum(personas).nullable(),
  language: z.enum(languages),
  municipality: z.string().nullable(),
  /** Today in Oslo. */
  today: zDate,
  /** What stops the program from working at all (state `blocked`): no keychain, damaged store … */
  blockedBy: CallError.nullable(),
  /** A store that could not be read was set aside under this file name at start; null normally. */
  storeSetAside: z.string().nullable(),
  /** Is there a certificate or key to fetch with? */
  identityReady: z.boolean(),
  certificateExpiry: z.object({ validTo: zDate, notice: z.enum(['none', '60', '30', '7', 'expired']) }).nullable(),
});
export type Session = z.infer<typeof Session>;
