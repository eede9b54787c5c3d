import { z } from 'zod';
import { addMonthsToDate, type IsoDate } from '../dates.ts';
import type { UsedG } from '../housing/assessment.ts';
import { kroner } from '../money.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Environment } from '../session.ts';
import { zDate } from '../values.ts';
import { Confidence } from './housingRule.ts';
import rates from './rates.json' with { type: 'json' };

/** rates.json names its sources in English; the reader of a vedtaksgrunnlag is Norwegian. A source without a translation stands as it is. */
const sourcesInNorwegian: Readonly<Record<string, string>> = {
  'navikt/su-se-bakover, SatsFactoryForSupplerendeStønad.kt (snapshot 2026-08-21), which points to nav.no/grunnbelopet':
    'nav.no/grunnbelopet, slik Nav bruker det (navikt/su-se-bakover, SatsFactoryForSupplerendeStønad.kt, lest 21.08.2026)',
};

/** One year's grunnbeløp, in whole kroner. It applies from `validFrom` but was decided, and so could be used, only from `knownFrom`. */
const Grunnbeloep = z.object({
  amount: z.int().positive(),
  unit: z.literal('NOK/year'),
  validFrom: zDate,
  validTo: zDate.nullable(),
  knownFrom: zDate,
  source: z
    .string()
    .min(1)
    .transform((source) => sourcesInNorwegian[source] ?? source),
  confidence: Confidence,
});
export type Grunnbeloep = z.infer<typeof Grunnbeloep>;

/** Every G in rates.json, oldest first. A damaged file stops the program at start. */
export const grunnbeloep: readonly Grunnbeloep[] = z
  .array(Grunnbeloep)
  .parse(rates.grunnbeloep)
  .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** May a case be decided on a figure or rule with this confidence? Unverified and missing: never. Fictional: in training only. */
export function mayDecide(confidence: Confidence, environment: Environment): boolean {
  if (confidence === 'unverified' || confidence === 'missing') return false;
  return confidence !== 'fictional' || environment === 'training';
}

/** A new G applies from 1 May every year. */
const MONTHS_OF_A_G = 12;
/** The latest a new G has been known is 4 September (2020); from 1 November it is our table that is out of date. */
const MONTHS_BEFORE_TABLE_IS_STALE = 18;

/**
 * The G for decisions on a date: the newest that was both valid and known on that day, so that a decision made in May before the new G is
 * published is judged, also afterwards, by what could be known then (fagregler.md 0.6). `newIsDue` says that a newer G already applies or is
 * about to: such a case belongs on the list for re-check. Errors: `missing` when the table has no G for the date, `unverified` when it may
 * not decide a real case.
 */
export function grunnbeloepOn(
  date: IsoDate,
  table: readonly Grunnbeloep[] = grunnbeloep,
): Result<{ readonly g: UsedG; readonly newIsDue: boolean }, 'missing' | 'unverified'> {
  const known = table.findLast((row) => row.validFrom <= date && row.knownFrom <= date);
  if (!known || date >= addMonthsToDate(known.validFrom, MONTHS_BEFORE_TABLE_IS_STALE)) return fail('missing');
  if (!mayDecide(known.confidence, 'production')) return fail('unverified');
  const { amount, validFrom, knownFrom, source, confidence } = known;
  return ok({
    g: { amount: kroner(amount), validFrom, knownFrom, source, confidence },
    newIsDue: date >= addMonthsToDate(validFrom, MONTHS_OF_A_G),
  });
}
