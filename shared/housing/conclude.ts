import type { Assessment, Reason, ReasonCode } from './assessment.ts';
import type { Basis } from './basis.ts';
import type { Choice, Outcome } from './caseFile.ts';

/** What a reason does to the outcome. `refuses`: no decision can be made here, not even by the officer's choice. */
type Effect = 'refuses' | 'incomplete' | 'judge' | 'over' | 'within' | 'informs';

const effects: Record<ReasonCode, Effect> = {
  'no-rule': 'refuses',
  'rule-ambiguous': 'refuses',
  'rule-not-approved': 'refuses',
  'rule-confidence': 'refuses',
  'rate-missing': 'refuses',
  'no-size': 'refuses',

  'nobody-counted': 'incomplete',
  'income-incomplete': 'incomplete',
  'not-fetched': 'incomplete',
  'source-failed': 'incomplete',
  shielded: 'incomplete',
  'unknown-person': 'incomplete',
  withdrawn: 'incomplete',
  unread: 'incomplete',

  'bases-disagree': 'judge',
  'no-numeric-limit': 'judge',
  'size-above-table': 'judge',
  'nothing-reported': 'judge',
  'partly-shielded': 'judge',
  unclassified: 'judge',
  'manual-code': 'judge',
  'wealth-unknown': 'judge',
  'wealth-disagrees': 'judge',

  'over-basis': 'over',
  'wealth-over': 'over',
  'within-basis': 'within',

  'wealth-within': 'informs',
  'no-wealth-limit': 'informs',
  deviation: 'informs',
  'g-not-known-yet': 'informs',
  'back-pay': 'informs',
  'newer-year': 'informs',
  'chosen-basis': 'informs',
  'chosen-outcome': 'informs',
};

/** The effects that settle an outcome, the strongest first: what is missing weighs more than what must be judged, and that more than a limit. */
const settles: readonly (readonly [Effect, Outcome])[] = [
  ['refuses', 'kanIkkeAvgjoeres'],
  ['incomplete', 'kanIkkeAvgjoeres'],
  ['judge', 'maaVurderes'],
  ['over', 'overGrensen'],
  ['within', 'innenfor'],
];

/** The outcome that a set of reasons gives, whatever their order. Without any reason that settles it, nothing can be decided. */
function outcomeOf(reasons: readonly Reason[]): Outcome {
  const found = new Set(reasons.map(({ code }) => effects[code]));
  return settles.find(([effect]) => found.has(effect))?.[1] ?? 'kanIkkeAvgjoeres';
}

/** Does a reason stop any decision, also one the officer chooses? */
const refuses = ({ code }: Reason): boolean => effects[code] === 'refuses';

/**
 * The rule's own outcome from all bases, and what stands after the officer's choice: a chosen basis is concluded on alone, a chosen outcome
 * stands as it is. A choice counts only with a written reason, on a basis the rule has, and where nothing refuses; it never changes `outcome`.
 * `common`: reasons that belong to no basis.
 */
export function conclude(
  common: readonly Reason[],
  bases: readonly Basis[],
  choice: Choice | null,
): Pick<Assessment, 'outcome' | 'concluded' | 'chosenByOfficer' | 'reasons'> {
  const own = distinct([...common, ...bases.flatMap(({ reasons }) => reasons), ...disagreement(common, bases)]);
  const outcome = outcomeOf(own);
  const chosen = bases.find(({ result }) => result.basis === choice?.basis);
  if (!choice || !chosen || choice.reason.trim() === '' || own.some(refuses)) {
    return { outcome, concluded: outcome, chosenByOfficer: false, reasons: own };
  }

  const text = choice.reason.trim();
  const chosenReasons: Reason[] = [{ code: 'chosen-basis', basis: choice.basis, text }];
  if (choice.outcome) chosenReasons.push({ code: 'chosen-outcome', text });
  return {
    outcome,
    concluded: choice.outcome ?? outcomeOf([...common, ...chosen.reasons]),
    chosenByOfficer: true,
    reasons: [...own, ...chosenReasons],
  };
}

/** Wealth over the limit is over on every basis, so that which one is used no longer matters. */
const strength: Record<Effect, number> = { refuses: 0, incomplete: 1, judge: 2, over: 3, within: 4, informs: 5 };

/** Reasons in the order a reader needs them: what settles the outcome first, what only informs last. */
export const strongestFirst = (reasons: readonly Reason[]): Reason[] =>
  reasons.toSorted((a, b) => strength[effects[a.code]] - strength[effects[b.code]]);

const disagreement = (common: readonly Reason[], bases: readonly Basis[]): Reason[] => {
  if (common.some(({ code }) => effects[code] === 'over')) return [];
  const verdicts = new Set(bases.map(({ result }) => result.verdict));
  return verdicts.has('within') && verdicts.has('over') ? [{ code: 'bases-disagree' }] : [];
};

/** What is true of a member on every basis (`shielded`, `not-fetched` …) names no basis, and is said once. */
const distinct = (reasons: readonly Reason[]): Reason[] => [
  ...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values(),
];
