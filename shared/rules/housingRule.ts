import { z } from 'zod';
import { zDate, zInstant, zOere } from '../values.ts';

export const confidences = [
  'verified',
  'verified-two-sources',
  'verified-old',
  'verified-undated-page',
  'verified-two-sources-superseded',
  'local-guideline',
  'local-guideline-old',
  'unverified',
  'missing',
  'fictional',
] as const;
export const Confidence = z.enum(confidences);
export type Confidence = z.infer<typeof Confidence>;

/** A limit: thousandths of G (3.5 G = 3500), or øre per year. */
export const Limit = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('G'), thousandths: z.int().positive() }),
  z.object({ unit: z.literal('NOK'), amount: zOere }),
]);
export type Limit = z.infer<typeof Limit>;

/** What applies to a household larger than the table: a person must judge, the last row goes on, or an addition per extra person. */
const AboveTable = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('manual') }),
  z.object({ kind: z.literal('repeatLast') }),
  z.object({ kind: z.literal('perExtraPerson'), addition: Limit }),
]);

/** The income limit: by household size (row 1 = one person), by type (alone / couple), or none at all (pure discretion). */
const IncomeLimit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('bySize'), rows: z.array(Limit).min(1), aboveTable: AboveTable }),
  z.object({ kind: z.literal('byType'), alone: Limit, couple: Limit }),
]);

export const incomeTreatments = ['include', 'exclude', 'separate', 'manual'] as const;
export type IncomeTreatment = (typeof incomeTreatments)[number];

/**
 * One version of a municipality's rule for the economic condition for kommunal bolig (fagregler.md 1.2, 6). Versions that have been
 * used in a vedtaksgrunnlag are never edited; a new version is made.
 */
export const HousingRule = z.object({
  /** Stable over versions, e.g. `BERGEN-2016`. */
  ruleId: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,39}$/),
  version: z.int().positive(),
  municipality: z.string().min(1).max(80),
  scheme: z.string().min(1).max(200),
  validFrom: zDate.nullable(),
  validTo: zDate.nullable(),
  source: z.string().min(1).max(500),
  confidence: Confidence,
  incomeLimit: IncomeLimit,
  wealthLimit: z.object({ limit: Limit, basis: z.enum(['net', 'gross']) }).nullable(),
  /** Windows of whole months that are annualised (× 12/n). */
  windows: z.array(z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)])),
  useTaxYear: z.boolean(),
  /** Hundredths of a per cent: 1000 = 10 %. Months and year that differ by at least this are flagged. */
  deviationThreshold: z.int().nonnegative(),
  /** Members younger than this on the decision date do not count with their income. */
  countMembersFromAge: z.int().min(0).max(120),
  /** Departures from the default classification; key `kind:code` for months, `tekniskNavn` for the year. */
  treatments: z.array(z.object({ key: z.string().min(1), treatment: z.enum(incomeTreatments) })),
  notes: z.string().max(2000),
  approvedBy: z.string().nullable(),
  approvedAt: zInstant.nullable(),
});
export type HousingRule = z.infer<typeof HousingRule>;
