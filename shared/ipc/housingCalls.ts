import { z } from 'zod';
import { Assessment, Trace } from '../housing/assessment.ts';
import {
  CaseFile,
  Choice,
  caseStatuses,
  informedWays,
  languages,
  legalGrounds,
  ManualPost,
  memberRoles,
  purposes,
} from '../housing/caseFile.ts';
import { sources } from '../income/model.ts';
import { zDate, zInstant, zMonth } from '../values.ts';
import { command, query } from './define.ts';

const nothing = z.object({});
const onCase = z.object({ caseId: z.string() });
const onVersion = z.object({ caseId: z.string(), expectedVersion: z.int() });
const housing = ['housing'] as const;
/** Those who type what would be missed if the program were locked or killed. */
const typists = ['housing', 'fagansvarlig'] as const;

/** What the officer enters about a case. */
export const CaseDetails = z.object({
  caseNumber: z.string().trim().min(1).max(40),
  legalGround: z.enum(legalGrounds),
  purpose: z.enum(purposes),
  language: z.enum(languages),
  decisionDate: zDate,
  informedHow: z.enum(informedWays).nullable(),
  informedOn: zDate.nullable(),
});
export type CaseDetails = z.infer<typeof CaseDetails>;

/** A member as entered. `id` null = new. `nationalId` null = keep what is stored (or none); 11 digits = set it. */
export const MemberInput = z.object({
  id: z.string().nullable(),
  role: z.enum(memberRoles),
  birthDate: zDate,
  nationalId: z
    .string()
    .regex(/^\d{11}$/)
    .nullable(),
  lookUp: z.boolean(),
  countsInSize: z.boolean(),
  manualPosts: z.array(ManualPost).max(20),
});
export type MemberInput = z.infer<typeof MemberInput>;

export const CaseSummary = z.object({
  id: z.string(),
  caseNumber: z.string(),
  purpose: z.enum(purposes),
  status: z.enum(caseStatuses),
  memberCount: z.int(),
  decisionDate: zDate,
  fetchedAt: zInstant.nullable(),
  updatedAt: zInstant,
  createdBy: z.string(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** Where a figure comes from: the answer it stood in, and the whole source line as delivered. */
export const SourceLine = z.object({
  source: z.enum(sources),
  environment: z.string(),
  fetchedAt: zInstant,
  reference: z.string().nullable(),
  period: z.string(),
  /** Every field of the line, as delivered, in order. Names as in the register. */
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type SourceLine = z.infer<typeof SourceLine>;

export const housingCalls = {
  'cases.list': query({ input: nothing, output: z.array(CaseSummary), roles: housing, journal: 'none' }),
  /** Cases whose number holds the text; or, for 11 digits, the cases the person is in (compared inside main). */
  'cases.search': query({
    input: z.object({ text: z.string().trim().min(1).max(40) }),
    output: z.array(CaseSummary),
    roles: housing,
    journal: 'none',
  }),
  'cases.create': command({ input: CaseDetails, output: CaseFile, roles: housing, journal: 'none' }),
  'cases.open': query({ input: onCase, output: CaseFile, roles: housing, journal: 'reads-person' }),
  /** Reads the case again while it is already open on the screen: no new journal row. */
  'cases.read': query({ input: onCase, output: CaseFile, roles: housing, journal: 'none' }),
  'cases.saveDetails': command({
    input: onVersion.extend({ details: CaseDetails }),
    output: CaseFile,
    roles: housing,
    journal: 'none',
  }),
  /** Replaces the household; members that are left out are removed with their lookups. */
  'cases.saveHousehold': command({
    input: onVersion.extend({ members: z.array(MemberInput).max(20) }),
    output: CaseFile,
    roles: housing,
    journal: 'none',
  }),
  /** The full number of one member, for as long as a key is held. */
  'person.reveal': command({
    input: onCase.extend({ memberId: z.string() }),
    output: z.object({ nationalId: z.string() }),
    roles: housing,
    journal: 'reads-person',
  }),

  /** What is typed but not saved, by form; written at once, kept until the form is saved or emptied. */
  'draft.save': command({
    input: z.object({ form: z.string().max(80), value: z.string().max(200_000) }),
    output: nothing,
    roles: typists,
    journal: 'none',
  }),
  'draft.read': query({
    input: z.object({ form: z.string().max(80) }),
    output: z.object({ value: z.string().nullable(), savedAt: zInstant.nullable() }),
    roles: typists,
    journal: 'none',
  }),
  'draft.discard': command({
    input: z.object({ form: z.string().max(80) }),
    output: nothing,
    roles: typists,
    journal: 'none',
  }),

  /** Asks the authorities about every member with `lookUp`. Partial results are kept, also when cancelled. `only` retries what is named. */
  'information.fetch': command({
    input: onVersion.extend({
      fromMonth: zMonth,
      toMonth: zMonth,
      years: z.array(z.int().min(2017).max(2100)).max(5),
      only: z.array(z.object({ memberId: z.string(), source: z.enum(sources), year: z.int().nullable() })).nullable(),
    }),
    output: CaseFile,
    roles: housing,
    journal: 'looks-up-person',
  }),
  'information.sourceLine': query({
    input: onCase.extend({ trace: Trace }),
    output: SourceLine,
    roles: housing,
    journal: 'none',
  }),

  'assessment.compute': query({ input: onCase, output: Assessment, roles: housing, journal: 'none' }),
  'assessment.choose': command({
    input: onVersion.extend({ choice: Choice.nullable() }),
    output: CaseFile,
    roles: housing,
    journal: 'none',
  }),

  /** Makes the PDF, asks where to save it, and records its SHA-256. `cancelled` when the dialog is closed: nothing is recorded. */
  'documents.createBasis': command({
    input: onVersion,
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('cancelled') }),
      z.object({ state: z.literal('saved'), path: z.string(), caseFile: CaseFile }),
    ]),
    roles: housing,
    journal: 'reads-person',
  }),
} as const;
