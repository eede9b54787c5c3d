import { z } from 'zod';
import { languages } from '../housing/caseFile.ts';
import { personas, Session } from '../session.ts';
import { zDate, zInstant } from '../values.ts';
import { command, query } from './define.ts';

const nothing = z.object({});

/** One line of «Logg over oppslag». The person is masked; the keyed hash never leaves main. */
export const JournalRow = z.object({
  id: z.string(),
  at: zInstant,
  userName: z.string(),
  role: z.string(),
  action: z.enum(['lookup', 'sent', 'opened', 'revealed', 'document', 'setup', 'refused']),
  caseNumber: z.string().nullable(),
  purpose: z.string().nullable(),
  person: z.string().nullable(),
  source: z.string().nullable(),
  period: z.string().nullable(),
  /** null while the answer has not come, or never came because the program was killed. */
  outcome: z.string().nullable(),
  finishedAt: zInstant.nullable(),
  reference: z.string().nullable(),
  /** What the row is about when it is no lookup: a file's SHA-256, the name of a call, the kind of act that was confirmed for sending. */
  detail: z.string().nullable(),
});
export type JournalRow = z.infer<typeof JournalRow>;

/** A package that the program brings, and the terms it may be used on. `text` is null where the package has none of its own. */
export const Licence = z.object({
  name: z.string(),
  version: z.string(),
  /** SPDX expression. */
  licence: z.string(),
  text: z.string().nullable(),
});
export type Licence = z.infer<typeof Licence>;

export const sessionCalls = {
  'session.current': query({ input: nothing, output: Session, roles: [], journal: 'none', whileLocked: true }),
  'session.choosePersona': command({
    input: z.object({ persona: z.enum(personas) }),
    output: Session,
    roles: [],
    journal: 'none',
    whileLocked: true,
  }),
  'session.setLanguage': command({
    input: z.object({ language: z.enum(languages) }),
    output: Session,
    roles: [],
    journal: 'none',
    whileLocked: true,
  }),
  'session.lock': command({ input: nothing, output: nothing, roles: [], journal: 'none', whileLocked: true }),
  'session.unlock': command({ input: nothing, output: Session, roles: [], journal: 'none', whileLocked: true }),

  'journal.list': query({
    input: z.object({
      text: z.string().max(100),
      from: zDate.nullable(),
      to: zDate.nullable(),
      offset: z.int().nonnegative(),
    }),
    output: z.object({ rows: z.array(JournalRow), total: z.int() }),
    roles: ['housing', 'collection', 'it', 'fagansvarlig'],
    journal: 'none',
  }),

  'program.licences': query({ input: nothing, output: z.array(Licence), roles: [], journal: 'none' }),

  /** The simulator's people that are made for the caller's desk. */
  'training.people': query({
    input: nothing,
    output: z.array(
      z.object({ nationalId: z.string(), birthDate: zDate, name: z.string(), shows: z.string(), showsNn: z.string() }),
    ),
    roles: [],
    journal: 'none',
  }),
} as const;
