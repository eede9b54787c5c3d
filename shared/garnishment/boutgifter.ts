import { z } from 'zod';
import { kroner, type Oere, oere } from '../money.ts';
import { zDate } from '../values.ts';

const Kroner = z.int().nonnegative();
const Range = z.object({ undocumented: Kroner, maxDocumented: Kroner });

/**
 * A municipality's guide to reasonable housing costs, whole kroner a month (R-BOUTGIFT; there is no national table).
 * `totalMax` null = no ceiling beyond the rows.
 */
export const BoutgiftGuide = z.object({
  name: z.string().min(1),
  validFrom: zDate,
  validTo: zDate.nullable(),
  enslig: Range,
  par: Range,
  perChild: Kroner,
  totalMax: Kroner.nullable(),
  source: z.string().min(1),
});
export type BoutgiftGuide = z.infer<typeof BoutgiftGuide>;

/** Trondheim's guide (rates.json `boutgifterVeiledende`, seen unchanged in 2020 and 2024): a template, not a national rule. */
export const trondheimGuide: BoutgiftGuide = {
  name: 'Trondheim',
  validFrom: zDate.parse('2020-11-05'),
  validTo: null,
  enslig: { undocumented: 5000, maxDocumented: 9000 },
  par: { undocumented: 7000, maxDocumented: 12000 },
  perChild: 500,
  totalMax: 13500,
  source: 'trondheim.kommune.no livsoppholds- og samværssatser (2020-11-05 og 2024-07-08)',
};

export interface Boutgifter {
  /** What is taken into the calculation, øre a month. */
  readonly accepted: Oere;
  readonly documented: Oere | null;
  /** The most the guide accepts for this household. */
  readonly ceiling: Oere;
  readonly why: 'documented' | 'ceiling' | 'undocumented';
}

/** The housing cost that counts for a household: what is documented up to the guide's ceiling; its flat sum when nothing is documented. */
export function boutgifter(
  guide: BoutgiftGuide,
  adults: 'enslig' | 'par',
  children: number,
  documented: Oere | null,
): Boutgifter {
  const most = guide.totalMax ?? Number.MAX_SAFE_INTEGER / 100;
  const capped = (kronerAMonth: number): Oere => kroner(Math.min(most, kronerAMonth + children * guide.perChild));
  const ceiling = capped(guide[adults].maxDocumented);
  if (documented === null) {
    return { accepted: capped(guide[adults].undocumented), documented, ceiling, why: 'undocumented' };
  }
  return documented <= ceiling
    ? { accepted: oere(documented), documented, ceiling, why: 'documented' }
    : { accepted: ceiling, documented, ceiling, why: 'ceiling' };
}
