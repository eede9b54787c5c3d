import { z } from 'zod';
import { Lookup, sources } from '../income/model.ts';
import { UtleggOverview } from '../utlegg/overview.ts';

/** Everything the collection desk asks: the two desks' income sources, which rules apply (ELAN), and the trekk there are. */
export const debtorSources = [...sources, 'samordnetTrekk', 'utlegg'] as const;
export type DebtorSource = (typeof debtorSources)[number];

/** Lookups of a debtor case are about the debtor alone: a spouse's income is entered by hand. */
export const DEBTOR = 'skyldner';

const common = Lookup.pick({
  id: true,
  memberId: true,
  state: true,
  at: true,
  errorCode: true,
  authorityCode: true,
  reference: true,
});

/** «Oppslag samordnet trekk»: does the debtor have, or has had, a trekk under the new rules? null when nothing was answered. */
export const SamordnetTrekkLookup = common.extend({
  source: z.literal('samordnetTrekk'),
  newRules: z.boolean().nullable(),
});
export type SamordnetTrekkLookup = z.infer<typeof SamordnetTrekkLookup>;

/** Running and earlier trekk. null when nothing was answered. */
export const UtleggLookup = common.extend({ source: z.literal('utlegg'), utlegg: UtleggOverview.nullable() });
export type UtleggLookup = z.infer<typeof UtleggLookup>;

/** One lookup of one source about the debtor, as it was when it was made. */
export const DebtorLookup = z.discriminatedUnion('source', [Lookup, SamordnetTrekkLookup, UtleggLookup]);
export type DebtorLookup = z.infer<typeof DebtorLookup>;
