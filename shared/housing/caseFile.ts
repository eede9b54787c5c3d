import { z } from 'zod';
import { Lookup } from '../income/model.ts';
import { zDate, zInstant, zOere } from '../values.ts';

export const languages = ['nb', 'nn'] as const;
export type Language = (typeof languages)[number];

/** Why the municipality may look (tjenestebeskrivelser.md 1): closed lists, texts in shared/text. */
export const legalGrounds = ['boligsosialloven-9'] as const;
export const purposes = ['kommunal-bolig', 'midlertidig-bolig', 'tilpasset-bolig', 'etablering-og-tilpasning'] as const;
export type LegalGround = (typeof legalGrounds)[number];
export type Purpose = (typeof purposes)[number];
export const informedWays = ['soeknadsskjema', 'samtale', 'brev'] as const;

export const memberRoles = [
  'soeker',
  'ektefelle',
  'samboer',
  'annenVoksen',
  'barn',
  'barnDeltBosted',
  'barnSamvaer',
] as const;
export type MemberRole = (typeof memberRoles)[number];

/** Income that no register holds, entered by hand with its source (fagregler.md 1.3). Øre per year. */
export const ManualPost = z.object({
  id: z.string(),
  text: z.string().min(1).max(200),
  source: z.string().min(1).max(200),
  amountPerYear: zOere,
});
export type ManualPost = z.infer<typeof ManualPost>;

/** A member as the screen sees them: the number is masked, the birth date was entered by the officer (never read out of the number). */
export const Member = z.object({
  id: z.string(),
  role: z.enum(memberRoles),
  birthDate: zDate,
  /** `010180 *****`, or null for a child that is not looked up. */
  maskedId: z.string().nullable(),
  /** Looked up when the officer fetches. Needs a number. */
  lookUp: z.boolean(),
  /** Counts as a person in the size of the household (not every child with samvær does). */
  countsInSize: z.boolean(),
  manualPosts: z.array(ManualPost),
});
export type Member = z.infer<typeof Member>;

export const caseStatuses = ['ny', 'underVurdering', 'vedtaksgrunnlagLaget'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const basisKeys = ['m1', 'm3', 'm6', 'm12', 'year'] as const;
export type BasisKey = (typeof basisKeys)[number];

export const outcomes = ['innenfor', 'overGrensen', 'maaVurderes', 'kanIkkeAvgjoeres'] as const;
export type Outcome = (typeof outcomes)[number];

/** What the officer has chosen. An outcome other than the rule's own needs a written reason; so does any chosen basis. */
export const Choice = z.object({
  basis: z.enum(basisKeys),
  outcome: z.enum(['innenfor', 'overGrensen']).nullable(),
  reason: z.string().max(4000),
});
export type Choice = z.infer<typeof Choice>;

/** A produced vedtaksgrunnlag: what it was called, its SHA-256 (hex) and when. */
export const ProducedDocument = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  at: zInstant,
  by: z.string(),
  outcome: z.enum(outcomes),
  ruleId: z.string(),
  ruleVersion: z.int(),
});
export type ProducedDocument = z.infer<typeof ProducedDocument>;

/** The root of everything a case screen shows; its version keys the rest. Lookups are the newest of each person, source and period. */
export const CaseFile = z.object({
  id: z.string(),
  version: z.int(),
  caseNumber: z.string(),
  legalGround: z.enum(legalGrounds),
  purpose: z.enum(purposes),
  language: z.enum(languages),
  decisionDate: zDate,
  informedHow: z.enum(informedWays).nullable(),
  informedOn: zDate.nullable(),
  status: z.enum(caseStatuses),
  createdAt: zInstant,
  createdBy: z.string(),
  updatedAt: zInstant,
  members: z.array(Member),
  lookups: z.array(Lookup),
  choice: Choice.nullable(),
  documents: z.array(ProducedDocument),
});
export type CaseFile = z.infer<typeof CaseFile>;
