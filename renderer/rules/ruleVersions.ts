import type { HousingRule } from '../../shared/rules/housingRule.ts';

/** Newest first: by start date, then version; what has no start date yet is a draft in the making and comes first. */
export const newestFirst = <T extends { readonly rule: HousingRule }>(rules: readonly T[]): T[] =>
  rules.toSorted(
    ({ rule: a }, { rule: b }) =>
      (b.validFrom ?? '9999').localeCompare(a.validFrom ?? '9999') ||
      a.ruleId.localeCompare(b.ruleId) ||
      b.version - a.version,
  );

/** The number of a rule's next version; 1 for a name that is new. */
export const nextVersion = (rules: readonly HousingRule[], ruleId: string): number =>
  Math.max(0, ...rules.filter((rule) => rule.ruleId === ruleId).map(({ version }) => version)) + 1;

/** A draft that says the same as a version of our own. When it takes effect must be decided anew. */
export const copyOf = (rule: HousingRule, rules: readonly HousingRule[]): HousingRule => ({
  ...rule,
  version: nextVersion(rules, rule.ruleId),
  validFrom: null,
  validTo: null,
  approvedBy: null,
  approvedAt: null,
});
