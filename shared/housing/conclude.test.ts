import { describe, expect, test } from 'vitest';
import type { Reason, ReasonCode } from './assessment.ts';
import type { Basis } from './basis.ts';
import type { BasisKey, Choice } from './caseFile.ts';
import { conclude } from './conclude.ts';
import { kr } from './household.fixture.ts';

function basis(key: BasisKey, verdict: 'within' | 'over' | 'unknown', ...more: Reason[]): Basis {
  const annual = verdict === 'unknown' ? null : kr(1);
  const result = {
    basis: key,
    fromMonth: null,
    toMonth: null,
    year: null,
    state: annual === null ? ('none' as const) : ('complete' as const),
    members: [],
    annual,
    limit: kr(1),
    margin: annual,
    verdict,
  };
  const own: Reason[] = verdict === 'unknown' ? [] : [{ code: `${verdict}-basis`, basis: key }];
  return { result, reasons: [...own, ...more] };
}

const outcome = (common: ReasonCode[], ...bases: Basis[]) =>
  conclude(
    common.map((code) => ({ code })),
    bases,
    null,
  ).outcome;
const choice = (changes: Partial<Choice> = {}): Choice => ({
  basis: 'm3',
  outcome: null,
  reason: 'Fordi.',
  ...changes,
});

describe("the rule's own outcome", () => {
  test('all bases agree', () => {
    expect(outcome([], basis('m3', 'within'), basis('year', 'within'))).toBe('innenfor');
    expect(outcome([], basis('m3', 'over'), basis('year', 'over'))).toBe('overGrensen');
  });

  test('bases that disagree must be judged', () => {
    const result = conclude([], [basis('m3', 'within'), basis('year', 'over')], null);
    expect(result.outcome).toBe('maaVurderes');
    expect(result.reasons).toContainEqual({ code: 'bases-disagree' });
  });

  test('wealth over the limit is over, however small the income and whichever basis is used', () => {
    expect(outcome(['wealth-over'], basis('m3', 'within'))).toBe('overGrensen');
    expect(outcome(['wealth-over'], basis('m3', 'within'), basis('year', 'over'))).toBe('overGrensen');
  });

  test.each([
    'no-numeric-limit',
    'size-above-table',
    'wealth-unknown',
    'wealth-disagrees',
    'nothing-reported',
    'partly-shielded',
    'unclassified',
    'manual-code',
  ] as const)('%s must be judged, also when over', (code) => {
    expect(outcome([code], basis('m3', 'within'))).toBe('maaVurderes');
    expect(outcome([code], basis('m3', 'over'))).toBe('maaVurderes');
  });

  test.each([
    'not-fetched',
    'source-failed',
    'shielded',
    'unknown-person',
    'withdrawn',
    'income-incomplete',
    'unread',
    'nobody-counted',
    'no-rule',
    'rule-ambiguous',
    'rule-not-approved',
    'rule-confidence',
    'rate-missing',
    'no-size',
  ] as const)('%s stops it, whatever else is there', (code) => {
    expect(outcome([code, 'nothing-reported', 'wealth-over'], basis('m3', 'within'))).toBe('kanIkkeAvgjoeres');
  });

  test.each(['deviation', 'g-not-known-yet', 'back-pay', 'newer-year', 'no-wealth-limit', 'wealth-within'] as const)(
    '%s is said and changes nothing',
    (code) => {
      expect(outcome([code], basis('m3', 'within'))).toBe('innenfor');
      expect(outcome([code], basis('m3', 'over'))).toBe('overGrensen');
    },
  );

  test('without anything to settle it, nothing is decided', () => {
    expect(outcome([])).toBe('kanIkkeAvgjoeres');
    expect(outcome(['wealth-within'])).toBe('kanIkkeAvgjoeres');
  });

  test('what is the same on every basis is said once', () => {
    const shielded: Reason = { code: 'shielded', memberId: 'a', source: 'inntekt' };
    const { reasons } = conclude(
      [],
      [basis('m3', 'unknown', shielded), basis('m12', 'unknown', { ...shielded })],
      null,
    );
    expect(reasons).toEqual([shielded]);
  });
});

describe("the officer's choice", () => {
  const disagreeing = [basis('m3', 'within'), basis('year', 'over')];

  test('a chosen basis is concluded on alone', () => {
    expect(conclude([], disagreeing, choice())).toMatchObject({ outcome: 'maaVurderes', concluded: 'innenfor' });
    expect(conclude([], disagreeing, choice({ basis: 'year' })).concluded).toBe('overGrensen');
  });

  test('what must be judged apart from the basis still must', () => {
    expect(conclude([{ code: 'wealth-unknown' }], disagreeing, choice()).concluded).toBe('maaVurderes');
    const unclassified: Reason = { code: 'unclassified', basis: 'm3' };
    expect(conclude([], [basis('m3', 'within', unclassified), basis('year', 'over')], choice()).concluded).toBe(
      'maaVurderes',
    );
  });

  test('a basis that is whole can stand for one that is not', () => {
    const failed: Reason = { code: 'source-failed', memberId: 'a', source: 'skattegrunnlag' };
    const bases = [basis('m3', 'within'), basis('year', 'unknown', failed)];
    expect(conclude([], bases, choice())).toMatchObject({ outcome: 'kanIkkeAvgjoeres', concluded: 'innenfor' });
    expect(conclude([], bases, choice({ basis: 'year' })).concluded).toBe('kanIkkeAvgjoeres');
  });

  test('a chosen outcome stands, and both are recorded with the reason', () => {
    const result = conclude([], [basis('m3', 'over')], choice({ outcome: 'innenfor', reason: ' Særlige grunner. ' }));
    expect(result).toMatchObject({ outcome: 'overGrensen', concluded: 'innenfor', chosenByOfficer: true });
    expect(result.reasons.slice(-2)).toEqual([
      { code: 'chosen-basis', basis: 'm3', text: 'Særlige grunner.' },
      { code: 'chosen-outcome', text: 'Særlige grunner.' },
    ]);
  });

  test.each<[string, Choice, ReasonCode[]]>([
    ['no written reason', choice({ outcome: 'innenfor', reason: ' \n' }), []],
    ['a basis the rule does not have', choice({ basis: 'm6', outcome: 'innenfor' }), []],
    ['a rule that may not decide', choice({ outcome: 'innenfor' }), ['rule-confidence']],
    ['no G', choice({ outcome: 'innenfor' }), ['rate-missing']],
    ['no rule', choice({ outcome: 'innenfor' }), ['no-rule']],
    ['a draft', choice({ outcome: 'innenfor' }), ['rule-not-approved']],
  ])('counts for nothing with %s', (_, chosen, common) => {
    const reasons = common.map((code) => ({ code }));
    const result = conclude(reasons, disagreeing, chosen);
    expect(result).toEqual(conclude(reasons, disagreeing, null));
    expect(result.chosenByOfficer).toBe(false);
  });
});
