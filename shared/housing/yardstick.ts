import { addMonthsToDate, type IsoDate } from '../dates.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import { limitsOf } from '../rules/housingRules.ts';
import { grunnbeloepOn, mayDecide } from '../rules/rates.ts';
import type { Environment } from '../session.ts';
import type { Reason, UsedG } from './assessment.ts';
import type { Member } from './caseFile.ts';
import { type HouseholdLimit, householdSize, incomeLimitFor } from './limit.ts';

/** What a household is measured by. `limit` null: the reasons refuse, and no verdict may be given on anything. */
export interface Yardstick {
  readonly g: UsedG | null;
  readonly limit: HouseholdLimit | null;
  readonly reasons: Reason[];
}

/**
 * The limit and the G that apply to a household on a decision date, or why the rule may not decide: not approved, a confidence that may not
 * decide in this environment, no usable G, or nobody in the household. G is null when the rule has no limit in G.
 */
export function yardstickFor(
  rule: HousingRule,
  members: readonly Member[],
  environment: Environment,
  decisionDate: IsoDate,
): Yardstick {
  const rate = limitsOf(rule).some(({ limit }) => limit.unit === 'G') ? grunnbeloepOn(decisionDate) : null;
  const g = rate?.ok ? rate.value.g : null;

  const refusals: Reason[] = [];
  if (rule.approvedAt === null) refusals.push({ code: 'rule-not-approved' });
  if (!mayDecide(rule.confidence, environment)) refusals.push({ code: 'rule-confidence', text: rule.confidence });
  if (rate && !rate.ok) refusals.push({ code: 'rate-missing', date: decisionDate, text: rate.error });
  if (householdSize(members) === 0) refusals.push({ code: 'no-size' });
  if (refusals.length > 0) return { g, limit: null, reasons: refusals };

  const limit = incomeLimitFor(rule, members, g?.amount ?? null);
  const reasons: Reason[] = [];
  if (limit.kind === 'noLimit') reasons.push({ code: 'no-numeric-limit' });
  if (limit.kind === 'aboveTable') reasons.push({ code: 'size-above-table' });
  if (rate?.ok && rate.value.newIsDue) {
    reasons.push({ code: 'g-not-known-yet', date: addMonthsToDate(rate.value.g.validFrom, 12) });
  }
  return { g, limit, reasons };
}
