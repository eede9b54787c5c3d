import { z } from 'zod';
import { BoutgiftGuide } from '../garnishment/boutgifter.ts';
import { CollectionSettings } from '../garnishment/collectionSettings.ts';
import { Correspondence } from '../garnishment/correspondence.ts';
import { DebtorAnalysis } from '../garnishment/debtorAnalysis.ts';
import {
  DebtorCase,
  DebtorChoices,
  DebtorClaims,
  DebtorDetails,
  DebtorHousehold,
  debtorPurposes,
  debtorStatuses,
} from '../garnishment/debtorCase.ts';
import { debtorSources } from '../garnishment/debtorLookup.ts';
import { LivsoppholdTable } from '../garnishment/livsopphold.ts';
import { Trace } from '../housing/assessment.ts';
import { zDate, zInstant, zOere } from '../values.ts';
import { command, query } from './define.ts';
import { SourceLine } from './housingCalls.ts';

const nothing = z.object({});
const onCase = z.object({ caseId: z.string() });
const onVersion = z.object({ caseId: z.string(), expectedVersion: z.int() });
const form = z.object({ form: z.string().max(80) });
const collection = ['collection'] as const;

/** 11 digits as typed; main holds them against the control digits. */
const NationalIdInput = z.string().regex(/^\d{11}$/);

export const DebtorSummary = z.object({
  id: z.string(),
  caseNumber: z.string(),
  purpose: z.enum(debtorPurposes),
  status: z.enum(debtorStatuses),
  decisionDate: zDate,
  claimCount: z.int(),
  /** Principal, interest and costs that are left, øre. */
  total: zOere,
  /** The newest lookup that got an answer. */
  fetchedAt: zInstant.nullable(),
  updatedAt: zInstant,
  createdBy: z.string(),
});
export type DebtorSummary = z.infer<typeof DebtorSummary>;

/** A line as delivered, from any of the desk's sources. */
export const DebtorSourceLine = SourceLine.extend({ source: z.enum(debtorSources) });
export type DebtorSourceLine = z.infer<typeof DebtorSourceLine>;

/** What the municipality has decided, and what there is to begin from. */
export const CollectionSetup = z.object({
  settings: CollectionSettings,
  /** The published livsoppholdssatser, oldest first; those that are unverified or missing decide nothing. */
  published: z.array(LivsoppholdTable),
  guideTemplates: z.array(BoutgiftGuide),
});
export type CollectionSetup = z.infer<typeof CollectionSetup>;

export const collectionCalls = {
  'collection.list': query({ input: nothing, output: z.array(DebtorSummary), roles: collection, journal: 'none' }),
  /** Cases whose number holds the text; or, for 11 digits, the cases about that person (compared inside main). */
  'collection.search': query({
    input: z.object({ text: z.string().trim().min(1).max(40) }),
    output: z.array(DebtorSummary),
    roles: collection,
    journal: 'none',
  }),
  'collection.create': command({
    input: z.object({ details: DebtorDetails, nationalId: NationalIdInput }),
    output: DebtorCase,
    roles: collection,
    journal: 'none',
  }),
  'collection.open': query({ input: onCase, output: DebtorCase, roles: collection, journal: 'reads-person' }),
  /** Reads the case again while it is already open on the screen: no new journal row. */
  'collection.read': query({ input: onCase, output: DebtorCase, roles: collection, journal: 'none' }),
  /** `nationalId` null = keep; another number forgets what was looked up about the first. */
  'collection.saveDetails': command({
    input: onVersion.extend({ details: DebtorDetails, nationalId: NationalIdInput.nullable() }),
    output: DebtorCase,
    roles: collection,
    journal: 'none',
  }),
  /** Replaces claims, notices and answers; `invalid-input` when a notice names a claim that is not there. */
  'collection.saveClaims': command({
    input: onVersion.extend(DebtorClaims.shape),
    output: DebtorCase,
    roles: collection,
    journal: 'none',
  }),
  'collection.saveHousehold': command({
    input: onVersion.extend({ household: DebtorHousehold }),
    output: DebtorCase,
    roles: collection,
    journal: 'none',
  }),
  'collection.saveChoices': command({
    input: onVersion.extend({ choices: DebtorChoices }),
    output: DebtorCase,
    roles: collection,
    journal: 'none',
  }),
  /** The debtor's whole number, for as long as a key is held. */
  'collection.reveal': command({
    input: onCase,
    output: z.object({ nationalId: z.string() }),
    roles: collection,
    journal: 'reads-person',
  }),

  /**
   * One press: twelve months of income, the newest settled tax year, which rules apply (only while that is looked up), and the trekk there are.
   * Partial results are kept, also when cancelled. `only` asks again about what it names.
   */
  'collection.fetch': command({
    input: onVersion.extend({ only: z.array(z.enum(debtorSources)).min(1).nullable() }),
    output: DebtorCase,
    roles: collection,
    journal: 'looks-up-person',
  }),
  'collection.analyse': query({ input: onCase, output: DebtorAnalysis, roles: collection, journal: 'none' }),
  'collection.sourceLine': query({
    input: onCase.extend({ trace: Trace }),
    output: DebtorSourceLine,
    roles: collection,
    journal: 'none',
  }),

  /** As `draft.*` of the housing desk; the two desks' drafts are kept apart. */
  'collection.saveDraft': command({
    input: form.extend({ value: z.string().max(200_000) }),
    output: nothing,
    roles: collection,
    journal: 'none',
  }),
  'collection.readDraft': query({
    input: form,
    output: z.object({ value: z.string().nullable(), savedAt: zInstant.nullable() }),
    roles: collection,
    journal: 'none',
  }),
  'collection.discardDraft': command({ input: form, output: nothing, roles: collection, journal: 'none' }),

  'collection.setup': query({
    input: nothing,
    output: CollectionSetup,
    roles: ['collection', 'fagansvarlig', 'it'],
    journal: 'none',
  }),
  /** Everything but the livsoppholdssatser. */
  'collection.saveSettings': command({
    input: z.object({
      settings: CollectionSettings.omit({ livsopphold: true }).extend({ correspondence: Correspondence }),
    }),
    output: CollectionSetup,
    roles: ['fagansvarlig'],
    journal: 'changes-setup',
  }),
  /** Enters a table in the name of who is at the desk. `invalid-input` when `livsoppholdProblems` finds an error. Earlier ones are kept. */
  'collection.signLivsopphold': command({
    input: z.object({
      table: LivsoppholdTable.pick({ validFrom: true, source: true }).extend({
        validTo: zDate,
        rates: LivsoppholdTable.shape.rates.unwrap(),
      }),
    }),
    output: CollectionSetup,
    roles: ['fagansvarlig'],
    journal: 'changes-setup',
  }),
} as const;
