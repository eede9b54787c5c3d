import { type Oere, oere, sum } from '../money.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import type { Assessment, BasisLine, BasisResult, CalculationStep, MemberOnBasis, WealthResult } from './assessment.ts';
import type { HouseholdLimit } from './limit.ts';

/** What «Vis utregning» shows, in the order a person would work it out. Every amount is one that the assessment holds; nothing is worked out anew. */
export function calculationSteps(
  { g, bases, deviation, wealth }: Pick<Assessment, 'g' | 'bases' | 'deviation' | 'wealth'>,
  limit: HouseholdLimit | null,
  rule: HousingRule,
): CalculationStep[] {
  const steps: CalculationStep[] = [];
  if (g) steps.push({ code: 'g', amounts: [g.amount], date: g.validFrom, text: g.source });
  if (limit?.kind === 'limit') steps.push(limit.step);
  for (const { memberId } of bases[0]?.members.filter(({ counted }) => !counted) ?? []) {
    steps.push({ code: 'not-counted', memberId, amounts: [] });
  }
  for (const basis of bases) steps.push(...basisSteps(basis));
  if (deviation !== null) steps.push(...deviationStep(bases, deviation));
  return [...steps, ...wealthStep(wealth, rule)];
}

function basisSteps(result: BasisResult): CalculationStep[] {
  const { basis, annual, limit, margin } = result;
  const counted = result.members.filter((member) => member.counted);
  const steps = counted.flatMap((member) => memberStep(result, member));
  if (annual !== null) {
    const code = basis === 'year' ? 'household-year' : 'household-window';
    steps.push({ code, basis, amounts: [...present(counted.map((member) => member.annual)), annual] });
  }
  if (annual !== null && limit !== null && margin !== null) {
    steps.push({ code: 'margin', basis, amounts: [limit, annual, margin] });
  }
  return steps;
}

function memberStep({ basis, year, fromMonth, toMonth }: BasisResult, member: MemberOnBasis): CalculationStep[] {
  const { memberId, annual, lines } = member;
  if (annual === null) return [];
  const included = lines.filter(({ treatment }) => treatment === 'include');
  const delivered = sumOf(included.filter((line) => !isByHand(line)));
  const amounts = [delivered, sumOf(included.filter(isByHand)), annual];
  if (basis === 'year') return [{ code: 'member-year', basis, memberId, amounts, text: String(year) }];
  const factor = 12 / Number(basis.slice(1));
  return [{ code: 'member-window', basis, memberId, amounts, factor, months: present([fromMonth, toMonth]) }];
}

function deviationStep(bases: readonly BasisResult[], percent: number): CalculationStep[] {
  const amounts = present([shortestWindow(bases)?.annual, taxYear(bases)?.annual]);
  return [{ code: 'deviation', amounts, percent }];
}

function wealthStep({ basis, asAt, gross, net, limit }: WealthResult, { wealthLimit }: HousingRule): CalculationStep[] {
  const wealth = basis === 'gross' ? gross : net;
  if (!wealthLimit || basis === null || asAt === null || wealth === null || limit === null) return [];
  const step: CalculationStep = {
    code: 'wealth',
    amounts: [wealth, limit, oere(limit - wealth)],
    date: asAt,
    text: basis,
  };
  return [wealthLimit.limit.unit === 'G' ? { ...step, factor: wealthLimit.limit.thousandths } : step];
}

/** The basis that is laid beside the tax year: the window with the fewest months. */
export const shortestWindow = (bases: readonly BasisResult[]): BasisResult | undefined =>
  bases
    .filter(({ basis }) => basis !== 'year')
    .toSorted((a, b) => Number(a.basis.slice(1)) - Number(b.basis.slice(1)))[0];

export const taxYear = (bases: readonly BasisResult[]): BasisResult | undefined =>
  bases.find(({ basis }) => basis === 'year');

const isByHand = ({ traces }: BasisLine): boolean => traces.some(({ kind }) => kind === 'manual');

const present = <T>(values: readonly (T | null | undefined)[]): T[] =>
  values.filter((value) => value !== null && value !== undefined);

const sumOf = (lines: readonly BasisLine[]): Oere => sum(present(lines.map(({ amount }) => amount)));
