import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths } from '../dates.ts';
import type { Lookup, LookupState } from '../income/model.ts';
import { oere, sum } from '../money.ts';
import { fail } from '../result.ts';
import { type AssessmentData, assess } from './assess.ts';
import { Assessment } from './assessment.ts';
import type { Member } from './caseFile.ts';
import {
  adult,
  data,
  date,
  ended,
  everyMonth,
  incomeLookup,
  kr,
  manualPost,
  month,
  post,
  taxLookup,
  valid,
  wage,
  yearWage,
} from './household.fixture.ts';

const DAY = '2026-11-12';
const today = date(DAY);
const bergen = valid('BERGEN-2016');

const months = (id: string, amount: number, changes: Partial<Lookup> = {}) =>
  incomeLookup(id, DAY, '2026-10', everyMonth('2025-11', '2026-10', amount), changes);
const year = (id: string, amount: number, of = 2025) => taxLookup(id, DAY, of, [yearWage(amount)]);
const couple = [adult('a'), adult('b', { role: 'ektefelle' })];
const codesOf = (assessment: Assessment) => assessment.reasons.map(({ code }) => code);

test('a whole assessment is what the contract lets through', () => {
  const result = assess(
    data(DAY, couple, [months('a', 20_000), months('b', 15_000), year('a', 240_000), year('b', 180_000)]),
    bergen,
    'production',
    today,
  );
  expect(Assessment.parse(result)).toEqual(result);
  expect(result.outcome).toBe('innenfor');
  expect(result.bases.map(({ basis }) => basis)).toEqual(['m3', 'm12', 'year']);
});

describe('missing is not zero', () => {
  test.each<[LookupState, string, string]>([
    ['failed', 'source-failed', 'kanIkkeAvgjoeres'],
    ['cancelled', 'not-fetched', 'kanIkkeAvgjoeres'],
    ['shielded', 'shielded', 'kanIkkeAvgjoeres'],
    ['unknownPerson', 'unknown-person', 'kanIkkeAvgjoeres'],
    ['withdrawn', 'withdrawn', 'kanIkkeAvgjoeres'],
    ['nothing', 'nothing-reported', 'maaVurderes'],
  ])('%s for one of two: no household sum, %s, %s', (state, code, outcome) => {
    const lookups = [months('a', 20_000), ended(months('b', 0), state), year('a', 240_000), ended(year('b', 0), state)];
    const result = assess(data(DAY, couple, lookups), bergen, 'production', today);

    expect(result.bases.map(({ state: whole, annual, verdict }) => [whole, annual, verdict])).toEqual(
      Array(3).fill(['incomplete', null, 'unknown']),
    );
    expect(result.reasons.filter((reason) => reason.code === code)).toEqual([
      { code, memberId: 'b', source: 'inntekt' },
      { code, memberId: 'b', source: 'skattegrunnlag' },
    ]);
    expect(result.outcome).toBe(outcome);
  });

  test('nothing fetched at all', () => {
    const result = assess(data(DAY, couple, []), bergen, 'production', today);
    expect(result).toMatchObject({ outcome: 'kanIkkeAvgjoeres', deviation: null, wealth: { net: null, asAt: null } });
    expect(result.bases.map(({ state, annual }) => [state, annual])).toEqual(Array(3).fill(['none', null]));
  });

  test('a member who was meant not to be looked up is missing all the same', () => {
    const members = [adult('a'), adult('b', { role: 'annenVoksen', lookUp: false, maskedId: null })];
    const result = assess(data(DAY, members, [months('a', 20_000), year('a', 240_000)]), bergen, 'production', today);
    expect(result.outcome).toBe('kanIkkeAvgjoeres');
    expect(result.reasons).toContainEqual({ code: 'not-fetched', memberId: 'b', source: 'inntekt' });
  });

  test('a household where nobody counts has no income to hold against the limit', () => {
    const members = [adult('a', { birthDate: date('2009-01-01') })];
    const result = assess(data(DAY, members, [months('a', 20_000)]), bergen, 'production', today);
    expect(result.outcome).toBe('kanIkkeAvgjoeres');
    expect(codesOf(result)).toContain('nobody-counted');
  });
});

describe('who counts', () => {
  test('from the birthday itself, by the decision date', () => {
    const members = [adult('a'), adult('b', { role: 'barn', birthDate: date('2008-11-12') })];
    const lookups = [months('a', 20_000), months('b', 10_000), year('a', 240_000), year('b', 120_000)];
    expect(assess(data(DAY, members, lookups), bergen, 'production', today).bases[0]?.annual).toBe(kr(360_000));
    expect(assess(data('2026-11-11', members, lookups), bergen, 'production', today).bases[0]?.annual).toBe(
      kr(240_000),
    );
  });

  test('one who is not counted in the size still counts with income', () => {
    const members = [adult('a'), adult('b', { role: 'annenVoksen', countsInSize: false })];
    const lookups = [months('a', 20_000), months('b', 10_000), year('a', 240_000), year('b', 120_000)];
    const result = assess(data(DAY, members, lookups), bergen, 'production', today);
    expect(result).toMatchObject({ householdSize: 1, bases: [{ annual: kr(360_000), limit: kr(477_921.5) }, {}, {}] });
  });
});

describe('dates', () => {
  const household = data('2026-12-12', [adult('a')], [months('a', 20_000), year('a', 240_000)]);

  test('a decision date ahead uses the months that are complete today', () => {
    const result = assess(household, bergen, 'production', today);
    expect(result).toMatchObject({ newestCompleteMonth: '2026-10', outcome: 'innenfor' });
  });

  test('when the day comes, the months since then have to be fetched', () => {
    const result = assess(household, bergen, 'production', date('2026-12-12'));
    expect(result).toMatchObject({ newestCompleteMonth: '2026-11', outcome: 'kanIkkeAvgjoeres' });
    expect(codesOf(result)).toContain('income-incomplete');
  });

  test('a decision that was made stays as it was', () => {
    const made = { ...household, decisionDate: today };
    expect(assess(made, bergen, 'production', date('2027-11-12'))).toEqual(assess(made, bergen, 'production', today));
  });

  test('a decision before the new G was known is said to need another look', () => {
    const lookups = [
      incomeLookup('a', '2026-05-12', '2026-04', everyMonth('2025-05', '2026-04', 38_100)),
      taxLookup('a', '2026-05-12', 2025, [yearWage(457_200)]),
    ];
    const result = assess(data('2026-05-12', [adult('a')], lookups), bergen, 'production', date('2026-05-12'));
    expect(result).toMatchObject({ outcome: 'overGrensen', g: { amount: kr(130_160), knownFrom: '2025-05-23' } });
    expect(result.reasons).toContainEqual({ code: 'g-not-known-yet', date: '2026-05-01' });
  });
});

describe('the tax year', () => {
  test('a couple settled months apart is held against the newest year both have, and told so', () => {
    const lookups = [
      months('a', 20_000),
      months('b', 15_000),
      year('a', 250_000),
      year('a', 240_000, 2024),
      year('b', 180_000, 2024),
      ended(year('b', 0), 'nothing'),
    ];
    const result = assess(data(DAY, couple, lookups), bergen, 'production', today);
    expect(result.bases.at(-1)).toMatchObject({ basis: 'year', year: 2024, annual: kr(420_000) });
    expect(result.wealth.asAt).toBe('2024-12-31');
    expect(result.reasons).toContainEqual({ code: 'newer-year', memberId: 'a', year: 2025 });
    expect(result.outcome).toBe('innenfor');
  });

  test('months that have fallen by 10 % or more are flagged, and an outcome all bases agree on stands', () => {
    const result = assess(
      data(DAY, [adult('a')], [months('a', 30_000), year('a', 400_000)]),
      bergen,
      'production',
      today,
    );
    expect(result).toMatchObject({ deviation: -1000, deviationFlagged: true, outcome: 'innenfor' });
    expect(result.reasons).toContainEqual({ code: 'deviation', percent: -1000 });
  });
});

describe('rules', () => {
  const household = data(DAY, [adult('a')], [months('a', 20_000), year('a', 240_000)]);

  test.each(['no-rule', 'rule-not-approved', 'rule-ambiguous'] as const)(
    '%s: nothing is held against anything',
    (code) => {
      const result = assess(
        { ...household, choice: { basis: 'm3', outcome: 'innenfor', reason: 'x' } },
        fail(code),
        'production',
        today,
      );
      expect(result).toMatchObject({
        outcome: 'kanIkkeAvgjoeres',
        concluded: 'kanIkkeAvgjoeres',
        rule: null,
        bases: [],
      });
      expect(result.reasons).toEqual([{ code, date: DAY }]);
      expect(Assessment.parse(result)).toEqual(result);
    },
  );

  test('pure discretion: the figures, no verdict, and a person judges', () => {
    const result = assess(household, valid('TROMSOE'), 'production', today);
    expect(result).toMatchObject({
      outcome: 'maaVurderes',
      g: null,
      bases: [{ annual: kr(240_000), limit: null, verdict: 'noLimit' }, {}, {}],
    });
  });

  test('a rule that adds nothing up decides nothing', () => {
    expect(
      assess(household, valid('BERGEN-2016', { windows: [], useTaxYear: false }), 'production', today).outcome,
    ).toBe('kanIkkeAvgjoeres');
  });

  test('a wealth limit with unknown wealth must be judged', () => {
    const result = assess(household, valid('OSLO-2017', { validTo: null }), 'production', today);
    expect(result.outcome).toBe('maaVurderes');
    expect(codesOf(result)).toContain('wealth-unknown');
  });
});

/* What holds for every household. */

/** Mostly delivered: about half of the households get as far as a verdict. */
const STATE = fc.oneof(
  { weight: 15, arbitrary: fc.constant<LookupState>('delivered') },
  { weight: 1, arbitrary: fc.constantFrom<LookupState>('partlyShielded', 'nothing', 'failed', 'shielded') },
);
const CODE = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('fastloenn', 'bonus', 'feriepenger') },
  { weight: 1, arbitrary: fc.constant('nyKode') },
);

interface Person {
  readonly member: Member;
  readonly lookups: Lookup[];
}

const person = (id: string): fc.Arbitrary<Person> =>
  fc
    .record({
      everyMonth: fc.integer({ min: 10_000, max: 60_000 }),
      extra: fc.array(
        fc.record({
          back: fc.integer({ min: 0, max: 11 }),
          amount: fc.integer({ min: -50_000, max: 90_000 }),
          code: CODE,
        }),
        { maxLength: 4 },
      ),
      assessed: fc.option(fc.integer({ min: -100_000, max: 900_000 }), { freq: 15 }),
      wealth: fc.integer({ min: 0, max: 150_000 }),
      byHand: fc.option(fc.integer({ min: 0, max: 50_000 })),
      born: fc.constantFrom('1985-03-04', '2007-01-01', '2009-05-05'),
      incomeState: STATE,
      taxState: STATE,
    })
    .map(({ everyMonth: steady, extra, assessed, wealth, byHand, born, incomeState, taxState }) => {
      const entries = [
        ...everyMonth('2025-11', '2026-10', steady),
        ...extra.map(({ back, amount, code }, index) =>
          wage(addMonths(month('2026-10'), -back), amount, { ref: `0.${index}`, code }),
        ),
      ];
      const posts = [post('bruttoformue', '-', wealth), ...(assessed === null ? [] : [yearWage(assessed)])];
      const income = incomeLookup(id, DAY, '2026-10', entries);
      const tax = taxLookup(id, DAY, 2025, posts);
      const withState = (lookup: Lookup, state: LookupState) =>
        state === 'delivered' || state === 'partlyShielded' ? { ...lookup, state } : ended(lookup, state);
      return {
        member: adult(id, { birthDate: date(born), manualPosts: byHand === null ? [] : [manualPost('p', byHand)] }),
        lookups: [withState(income, incomeState), withState(tax, taxState)],
      };
    });

const household = fc
  .tuple(person('a'), person('b'), person('c'), fc.integer({ min: 1, max: 3 }))
  .map(([a, b, c, count]): AssessmentData => {
    const people = [a, b, c].slice(0, count);
    return data(
      DAY,
      people.map(({ member }) => member),
      people.flatMap(({ lookups }) => lookups),
    );
  });

const anyRule = fc.constantFrom(
  bergen,
  valid('OSLO-2017', { validTo: null }),
  valid('TESTKOMMUNE-2020', { confidence: 'verified', windows: [1, 6] }),
);
const severity = ['innenfor', 'overGrensen', 'maaVurderes', 'kanIkkeAvgjoeres'];

describe('for every household', () => {
  test('the order of members, answers and entries does not matter', () => {
    const reversed = ({ members, lookups, ...rest }: AssessmentData): AssessmentData => ({
      ...rest,
      members: members.toReversed(),
      lookups: lookups.toReversed().map((lookup) => ({
        ...lookup,
        income: lookup.income && { ...lookup.income, entries: lookup.income.entries.toReversed() },
        tax: lookup.tax && { ...lookup.tax, posts: lookup.tax.posts.toReversed() },
      })),
    });
    const seen = (result: Assessment) => ({
      ...result,
      reasons: result.reasons.map((reason) => JSON.stringify(reason)).toSorted(),
      bases: result.bases.map(({ members, ...basis }) => ({
        ...basis,
        annuals: members.map(({ memberId, annual }) => `${memberId} ${annual}`).toSorted(),
      })),
      wealth: { ...result.wealth, members: [] },
      steps: result.steps.length,
    });
    fc.assert(
      fc.property(household, anyRule, (given, rule) => {
        expect(seen(assess(reversed(given), rule, 'production', today))).toEqual(
          seen(assess(given, rule, 'production', today)),
        );
      }),
    );
  });

  test('margin and yearly income make up the limit, and the household is the sum of those who count', () => {
    fc.assert(
      fc.property(household, anyRule, (given, rule) => {
        for (const { annual, limit, margin, members, verdict, state } of assess(given, rule, 'production', today)
          .bases) {
          const counted = members.filter((member) => member.counted).map((member) => member.annual);
          if (annual === null) {
            expect([margin, verdict]).toEqual([null, 'unknown']);
            expect(counted.length === 0 || counted.includes(null)).toBe(true);
          } else {
            expect(state).toBe('complete');
            expect(annual).toBe(sum(counted.filter((one) => one !== null)));
            expect((margin ?? 0) + annual).toBe(limit);
            expect(verdict).toBe(annual <= (limit ?? 0) ? 'within' : 'over');
          }
        }
      }),
    );
  });

  test('more income never brings a household from over to within', () => {
    fc.assert(
      fc.property(household, anyRule, fc.integer({ min: 1, max: 5_000_000 }), (given, rule, more) => {
        const richer: AssessmentData = {
          ...given,
          lookups: given.lookups.map((lookup) => ({
            ...lookup,
            income: lookup.income && {
              ...lookup.income,
              entries: [
                ...lookup.income.entries,
                ...everyMonth('2025-11', '2026-10', 0).map((entry) => ({ ...entry, amount: oere(more) })),
              ],
            },
            tax: lookup.tax && {
              ...lookup.tax,
              posts: [...lookup.tax.posts, { ...yearWage(0), ref: 'fastland.more', amount: oere(more) }],
            },
          })),
        };
        const before = assess(given, rule, 'production', today);
        const after = assess(richer, rule, 'production', today);
        before.bases.forEach(({ verdict }, index) => {
          if (verdict === 'over') expect(after.bases[index]?.verdict).toBe('over');
        });
        if (before.outcome === 'overGrensen') expect(after.outcome).toBe('overGrensen');
      }),
    );
  });

  test('an answer taken away never gives a milder outcome, nor a sum', () => {
    fc.assert(
      fc.property(household, anyRule, fc.nat(), (given, rule, which) => {
        const index = which % given.lookups.length;
        const without = { ...given, lookups: given.lookups.filter((_, place) => place !== index) };
        const before = assess(given, rule, 'production', today);
        const after = assess(without, rule, 'production', today);
        expect(severity.indexOf(after.outcome)).toBeGreaterThanOrEqual(severity.indexOf(before.outcome));

        const removed = given.lookups[index];
        for (const { basis, annual, members } of after.bases) {
          const member = members.find(({ memberId }) => memberId === removed?.memberId);
          const concerned = (basis === 'year') === (removed?.source === 'skattegrunnlag');
          if (concerned && member?.counted) expect([member.annual, annual]).toEqual([null, null]);
        }
      }),
    );
  });

  test('within or over only when every basis says so; a choice never changes what the rule says', () => {
    fc.assert(
      fc.property(
        household,
        anyRule,
        fc.constantFrom('innenfor' as const, 'overGrensen' as const, null),
        (given, rule, outcome) => {
          const plain = assess(given, rule, 'production', today);
          if (plain.outcome === 'innenfor')
            expect(new Set(plain.bases.map(({ verdict }) => verdict))).toEqual(new Set(['within']));
          if (plain.outcome === 'overGrensen') {
            expect(plain.bases.some(({ verdict }) => verdict === 'unknown')).toBe(false);
            expect(plain.bases.every(({ verdict }) => verdict === 'over') || plain.wealth.verdict === 'over').toBe(
              true,
            );
          }
          const basis = plain.bases[0]?.basis ?? 'm3';
          const chosen = assess({ ...given, choice: { basis, outcome, reason: 'Fordi.' } }, rule, 'production', today);
          expect(chosen.outcome).toBe(plain.outcome);
          expect(chosen.concluded).toBe(outcome ?? chosen.concluded);
          expect(chosen.bases).toEqual(plain.bases);
        },
      ),
    );
  });

  test('every figure leads to a place that was delivered, or to a post entered by hand', () => {
    fc.assert(
      fc.property(household, anyRule, (given, rule) => {
        const places = new Set(
          given.lookups.flatMap(({ id, income, tax }) =>
            [...(income?.entries ?? []), ...(tax?.posts ?? [])].map(({ ref }) => `${id} ${ref}`),
          ),
        );
        for (const line of assess(given, rule, 'production', today).bases.flatMap(({ members }) =>
          members.flatMap(({ lines }) => lines),
        )) {
          expect(line.traces.length).toBeGreaterThan(0);
          for (const trace of line.traces)
            expect(trace.kind === 'manual' || places.has(`${trace.lookupId} ${trace.ref}`)).toBe(true);
        }
      }),
    );
  });
});
