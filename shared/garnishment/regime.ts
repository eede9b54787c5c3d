import { z } from 'zod';
import type { Instant, IsoDate } from '../dates.ts';
import { zDate } from '../values.ts';

/** R-REGIME as data: who is under which rules is set in regulation and may move (utleggsdatabasen.md 3.3, 6). */
export const RegimeRule = z.object({
  /** First day on which anyone can be under the new rules. */
  newRulesFrom: zDate,
  /** From this day everyone is. */
  cutOver: zDate,
  /** How old a lookup may be when the decision is made, in hours. */
  maxAgeHours: z.int().positive(),
});
export type RegimeRule = z.infer<typeof RegimeRule>;

export const regimeRule: RegimeRule = {
  newRulesFrom: '2026-01-01' as IsoDate,
  cutOver: '2027-01-01' as IsoDate,
  maxAgeHours: 24,
};

/** Does it take a lookup to know the rules? Before and after the transition it does not, and one must not ask needlessly. */
export const needsLookup = (decisionDate: IsoDate, rule: RegimeRule): boolean =>
  rule.newRulesFrom <= decisionDate && decisionDate < rule.cutOver;

/** What «oppslag samordnet trekk» said: does the debtor have, or has had, a trekk under the new rules? */
export type RegimeLookup =
  | { readonly state: 'answered'; readonly newRules: boolean; readonly at: Instant }
  | { readonly state: 'unavailable'; readonly at: Instant };

export type Regime =
  | { readonly rules: 'old' | 'new'; readonly because: 'before-new-rules' | 'cut-over' | 'lookup' | 'new-entry-found' }
  | { readonly rules: 'stop'; readonly because: 'not-looked-up' | 'unavailable' | 'too-old' };

/**
 * Which rules a decision falls under (fagregler.md G7). An entry of the new kind in utleggsdatabasen settles it whatever the lookup said (case F).
 * Anything uncertain stops: it never falls through to the old rules.
 */
export function regimeOf(
  decisionDate: IsoDate,
  lookup: RegimeLookup | null,
  now: Instant,
  newKindOfEntryFound = false,
  rule: RegimeRule = regimeRule,
): Regime {
  if (decisionDate >= rule.cutOver) return { rules: 'new', because: 'cut-over' };
  if (decisionDate < rule.newRulesFrom) return { rules: 'old', because: 'before-new-rules' };
  if (newKindOfEntryFound) return { rules: 'new', because: 'new-entry-found' };
  if (lookup === null) return { rules: 'stop', because: 'not-looked-up' };
  if (lookup.state === 'unavailable') return { rules: 'stop', because: 'unavailable' };
  const ageMs = Date.parse(now) - Date.parse(lookup.at);
  // A lookup from the future means a clock that went backwards: its age is not known.
  if (ageMs < 0 || ageMs > rule.maxAgeHours * 3_600_000) return { rules: 'stop', because: 'too-old' };
  return { rules: lookup.newRules ? 'new' : 'old', because: 'lookup' };
}
