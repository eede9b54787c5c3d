import { parseIsoDate } from '../dates.ts';
import type { Lookup } from '../income/model.ts';
import { type Wealth, wealthOf } from '../income/wealth.ts';
import { type Oere, oere, sum } from '../money.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import { taxAnswerFor } from './answers.ts';
import type { Reason, WealthResult } from './assessment.ts';
import type { Member } from './caseFile.ts';
import { limitInOere } from './limit.ts';

interface MemberWealth {
  readonly result: WealthResult['members'][number];
  readonly disagrees: boolean;
}

/**
 * The counted members' wealth as at 31 December of a tax year, held against the rule's limit; up to and including the limit is within it.
 * The household's figure is known only when every counted member's is. `g` as for `incomeLimitFor`; `mayJudge` false: figures, but no verdict.
 */
export function householdWealth(
  counted: readonly Member[],
  year: number | null,
  lookups: readonly Lookup[],
  rule: HousingRule,
  g: Oere | null,
  mayJudge: boolean,
): { readonly result: WealthResult; readonly reasons: Reason[] } {
  const members = counted.map((member) => memberWealth(member, year, lookups));
  const gross = household(members.map(({ result }) => result.gross));
  const net = household(members.map(({ result }) => result.net));
  const figures = {
    asAt: year === null ? null : parseIsoDate(`${year}-12-31`),
    gross,
    net,
    basis: rule.wealthLimit?.basis ?? null,
    members: members.map(({ result }) => result),
  };
  if (!mayJudge) return { result: { ...figures, limit: null, verdict: 'unknown' }, reasons: [] };
  if (!rule.wealthLimit) {
    return { result: { ...figures, limit: null, verdict: 'noLimit' }, reasons: [{ code: 'no-wealth-limit' }] };
  }

  const limit = limitInOere(rule.wealthLimit.limit, g);
  const wealth = rule.wealthLimit.basis === 'net' ? net : gross;
  const reasons = members
    .filter(({ disagrees }) => disagrees)
    .map(({ result }): Reason => ({ code: 'wealth-disagrees', memberId: result.memberId }));
  if (wealth === null) {
    return { result: { ...figures, limit, verdict: 'unknown' }, reasons: [...reasons, { code: 'wealth-unknown' }] };
  }
  const margin = oere(limit - wealth);
  const code = margin >= 0 ? 'wealth-within' : 'wealth-over';
  return {
    result: { ...figures, limit, verdict: margin >= 0 ? 'within' : 'over' },
    reasons: [...reasons, { code, amount: margin }],
  };
}

function memberWealth(member: Member, year: number | null, lookups: readonly Lookup[]): MemberWealth {
  const answer = taxAnswerFor(lookups, member.id, year);
  if (!answer.ok) {
    return { result: { memberId: member.id, gross: null, debt: null, net: null, traces: [] }, disagrees: false };
  }
  const { lookupId, tax, lost } = answer.value;
  const { gross, debt, net, refs, disagrees }: Wealth = wealthOf(tax);
  const traces = refs.map((ref) => ({ kind: 'lookup' as const, lookupId, ref }));
  const known = !lost;
  return {
    result: {
      memberId: member.id,
      gross: known ? gross : null,
      debt: known ? debt : null,
      net: known ? net : null,
      traces,
    },
    disagrees,
  };
}

/** null when nobody is counted or someone's figure is missing. */
function household(figures: readonly (Oere | null)[]): Oere | null {
  const known = figures.filter((figure) => figure !== null);
  return known.length === 0 || known.length < figures.length ? null : sum(known);
}
