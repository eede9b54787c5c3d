import { z } from 'zod';
import { zDate } from '../values.ts';
import { BoutgiftGuide } from './boutgifter.ts';
import { claimTypes, type PriorityLetter, priorityLetters } from './claims.ts';
import { Correspondence, defaultCorrespondence } from './correspondence.ts';
import { SignedLivsopphold } from './livsopphold.ts';
import { RegimeRule, regimeRule } from './regime.ts';
import { spouseMethods } from './room.ts';

/** Which letter of dekningsloven § 2-8 a claim type has, as the municipality's lawyer has decided it (R-PRIORITY). null = not decided. */
const PriorityDecision = z.object({
  letters: z.record(z.enum(claimTypes), z.enum(priorityLetters).nullable()),
  decidedBy: z.string().max(200),
  decidedOn: zDate.nullable(),
});

/** What the municipality has decided for its collection desk. The tables that were signed are kept for ever; the newest for a day is used. */
export const CollectionSettings = z.object({
  priority: PriorityDecision,
  boutgiftGuide: BoutgiftGuide.nullable(),
  spouseMethod: z.enum(spouseMethods),
  regime: RegimeRule,
  correspondence: Correspondence.default(defaultCorrespondence),
  livsopphold: z.array(SignedLivsopphold),
});
export type CollectionSettings = z.infer<typeof CollectionSettings>;

const undecided = Object.fromEntries(claimTypes.map((type) => [type, null])) as Record<
  (typeof claimTypes)[number],
  PriorityLetter | null
>;

/** A fresh installation: nothing is decided that is the municipality's to decide. */
export const defaultCollectionSettings: CollectionSettings = {
  priority: { letters: undecided, decidedBy: '', decidedOn: null },
  boutgiftGuide: null,
  spouseMethod: 'share',
  regime: regimeRule,
  correspondence: defaultCorrespondence,
  livsopphold: [],
};
