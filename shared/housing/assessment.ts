import { z } from 'zod';
import { incomeKinds } from '../income/model.ts';
import { Confidence } from '../rules/housingRule.ts';
import { zDate, zInstant, zMonth, zOere } from '../values.ts';
import { basisKeys, outcomes } from './caseFile.ts';

/** One reason or finding: a code with its figures; the sentence is in shared/text (reasons). Amounts øre, percent in hundredths. */
export const Reason = z.object({
  code: z.enum([
    'within-basis', // basis, margin
    'over-basis', // basis, margin (negative)
    'bases-disagree', // the windows / the year give different outcomes
    'deviation', // deviation (hundredths of %), flagged
    'no-numeric-limit',
    'no-rule', // no version of the rule is valid on the decision date
    'rule-not-approved',
    'rule-confidence', // confidence: unverified, missing, fictional
    'rate-missing', // no G for the date, or not verified
    'g-not-known-yet', // G applies from a date before it was known: re-check
    'size-above-table',
    'wealth-within',
    'wealth-over',
    'wealth-unknown',
    'no-wealth-limit',
    'income-incomplete', // basis, months missing
    'not-fetched', // member
    'source-failed', // member, source
    'shielded', // member
    'partly-shielded', // member
    'unknown-person', // member
    'withdrawn', // member
    'nothing-reported', // member, source: the register has nothing: not the same as no income
    'unclassified', // codes the rule does not classify, amount
    'manual-code', // code that the rule wants judged by hand, amount
    'chosen-basis',
    'chosen-outcome',
    'no-size', // household is empty
  ]),
  basis: z.enum(basisKeys).optional(),
  memberId: z.string().optional(),
  source: z.string().optional(),
  amount: zOere.optional(),
  /** Hundredths of a per cent. */
  percent: z.int().optional(),
  date: zDate.optional(),
  months: z.array(zMonth).optional(),
  text: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;
export type ReasonCode = Reason['code'];

/** Where a figure comes from: the lookup and the place in its response, or a post entered by hand. */
export const Trace = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('lookup'), lookupId: z.string(), ref: z.string() }),
  z.object({ kind: z.literal('manual'), memberId: z.string(), postId: z.string() }),
]);
export type Trace = z.infer<typeof Trace>;

/** One line of what is added up for a member on one basis. `amount` is what was delivered in the window, before annualising. */
export const BasisLine = z.object({
  incomeKind: z.enum(incomeKinds).nullable(),
  code: z.string(),
  amount: zOere,
  treatment: z.enum(['include', 'exclude', 'separate', 'manual', 'unclassified']),
  traces: z.array(Trace),
});
export type BasisLine = z.infer<typeof BasisLine>;

export const MemberOnBasis = z.object({
  memberId: z.string(),
  counted: z.boolean(),
  /** Why the member's income is left out: too young by the rule. */
  notCountedBecause: z.enum(['age', 'notLookedUp']).nullable(),
  /** Yearly øre; null when it can't be worked out (nothing delivered, shielded, failed). */
  annual: zOere.nullable(),
  lines: z.array(BasisLine),
});
export type MemberOnBasis = z.infer<typeof MemberOnBasis>;

/** The household on one basis: a window of months annualised (× 12/n), or the newest tax year. */
export const BasisResult = z.object({
  basis: z.enum(basisKeys),
  fromMonth: zMonth.nullable(),
  toMonth: zMonth.nullable(),
  year: z.int().nullable(),
  /** complete; incomplete = months or a member are missing; none = nothing to add up. */
  state: z.enum(['complete', 'incomplete', 'none']),
  members: z.array(MemberOnBasis),
  annual: zOere.nullable(),
  limit: zOere.nullable(),
  /** limit − annual, øre. */
  margin: zOere.nullable(),
  verdict: z.enum(['within', 'over', 'noLimit', 'unknown']),
});
export type BasisResult = z.infer<typeof BasisResult>;

export const WealthResult = z.object({
  asAt: zDate.nullable(),
  net: zOere.nullable(),
  limit: zOere.nullable(),
  verdict: z.enum(['within', 'over', 'noLimit', 'unknown']),
  members: z.array(
    z.object({
      memberId: z.string(),
      gross: zOere.nullable(),
      debt: zOere.nullable(),
      net: zOere.nullable(),
      traces: z.array(Trace),
    }),
  ),
});
export type WealthResult = z.infer<typeof WealthResult>;

/** One step of the calculation as shown under «Vis utregning»: a code for the sentence and the figures in it. */
export const CalculationStep = z.object({
  code: z.enum([
    'g',
    'limit',
    'member-window',
    'member-year',
    'household-window',
    'household-year',
    'margin',
    'deviation',
    'wealth',
    'not-counted',
  ]),
  basis: z.enum(basisKeys).optional(),
  memberId: z.string().optional(),
  amounts: z.array(zOere),
  factor: z.int().optional(),
  percent: z.int().optional(),
  date: zDate.optional(),
  months: z.array(zMonth).optional(),
  text: z.string().optional(),
});
export type CalculationStep = z.infer<typeof CalculationStep>;

/** The grunnbeløp that was used. Øre per year. `knownFrom`: the day it was decided; it applies from `validFrom`. */
export const UsedG = z.object({
  amount: zOere,
  validFrom: zDate,
  knownFrom: zDate,
  source: z.string(),
  confidence: Confidence,
});
export type UsedG = z.infer<typeof UsedG>;

export const Assessment = z.object({
  /** What the rule says. */
  outcome: z.enum(outcomes),
  /** What stands after the officer's choice; equals `outcome` without one. */
  concluded: z.enum(outcomes),
  chosenByOfficer: z.boolean(),
  reasons: z.array(Reason),
  householdSize: z.int(),
  bases: z.array(BasisResult),
  wealth: WealthResult,
  /** Hundredths of a per cent: (months annualised − year) / year, on the shortest window; null when either is missing. */
  deviation: z.int().nullable(),
  deviationFlagged: z.boolean(),
  rule: z
    .object({
      ruleId: z.string(),
      version: z.int(),
      municipality: z.string(),
      scheme: z.string(),
      source: z.string(),
      confidence: Confidence,
      approvedBy: z.string().nullable(),
      approvedAt: zInstant.nullable(),
      validFrom: zDate.nullable(),
      validTo: zDate.nullable(),
    })
    .nullable(),
  g: UsedG.nullable(),
  steps: z.array(CalculationStep),
  /** Newest month that may be used on the decision date (complete from the 10th of the next). */
  newestCompleteMonth: zMonth,
});
export type Assessment = z.infer<typeof Assessment>;
