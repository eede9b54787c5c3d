import { z } from 'zod';
import { incomeKinds, sources } from '../income/model.ts';
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
    'rule-ambiguous', // two different rules are valid on the decision date
    'rule-not-approved',
    'rule-confidence', // confidence: unverified, missing, fictional
    'rate-missing', // no G for the date, or not verified
    'g-not-known-yet', // date: from then on a newer G applies than the one known on the decision date: re-check
    'size-above-table',
    'wealth-within', // amount: margin
    'wealth-over', // amount: margin (negative)
    'wealth-unknown',
    'wealth-disagrees', // member: the delivered sums and their posts differ
    'no-wealth-limit',
    'income-incomplete', // member, source, basis, months that were not asked about or were not complete when they were fetched
    'not-fetched', // member, source
    'source-failed', // member, source
    'shielded', // member, source
    'partly-shielded', // member, source
    'unknown-person', // member, source
    'withdrawn', // member, source
    'nothing-reported', // member, source: the register has nothing: not the same as no income
    'unread', // member, source: something that would count could not be read
    'unclassified', // member, basis, text: codes the rule does not classify, amount (absent when not delivered)
    'manual-code', // member, basis, text: codes the rule wants judged by hand, amount (absent when not delivered)
    'back-pay', // member, basis, amount: counted in the month it was paid, but for another period
    'newer-year', // member, year: a newer settled year exists than the one used for the household
    'chosen-basis', // basis, text: the officer's reason
    'chosen-outcome', // text: the officer's reason
    'no-size', // household is empty
    'nobody-counted', // every member is younger than the rule counts
  ]),
  basis: z.enum(basisKeys).optional(),
  memberId: z.string().optional(),
  source: z.enum(sources).optional(),
  year: z.int().optional(),
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

/**
 * One line of what is added up for a member on one basis. `amount` is what was delivered in the window, before annualising; null when an
 * amount in it was not delivered or can't be placed in a month. Posts entered by hand have kind null and their amount per year.
 */
export const BasisLine = z.object({
  incomeKind: z.enum(incomeKinds).nullable(),
  code: z.string(),
  amount: zOere.nullable(),
  treatment: z.enum(['include', 'exclude', 'separate', 'manual', 'unclassified']),
  traces: z.array(Trace),
});
export type BasisLine = z.infer<typeof BasisLine>;

export const MemberOnBasis = z.object({
  memberId: z.string(),
  counted: z.boolean(),
  /** Why the member's income is left out: too young by the rule. */
  notCountedBecause: z.literal('age').nullable(),
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
  gross: zOere.nullable(),
  net: zOere.nullable(),
  /** Which of the two is held against the limit; null when the rule has no wealth limit. */
  basis: z.enum(['net', 'gross']).nullable(),
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
    'g', // amounts: G; date: valid from; text: source
    'limit', // amounts: limit; factor: thousandths of G, when the limit is in G
    'limit-above-table', // amounts: last row, addition per person, limit; factor: persons above the table
    'not-counted', // member
    'member-window', // amounts: counted in the window, entered by hand per year, per year; factor: × 12/n; months: first, last
    'member-year', // amounts: counted in the year, entered by hand per year, per year; text: the year
    'household-window', // amounts: each member's per year, the sum last
    'household-year', // as household-window
    'margin', // amounts: limit, household per year, margin
    'deviation', // amounts: shortest window per year, tax year; percent
    'wealth', // amounts: wealth (net or gross, by text), limit, margin; factor: thousandths of G; date: as at
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
