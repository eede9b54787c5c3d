import { describe, expect, test } from 'vitest';
import { ruleOn } from '../rules/housingRules.ts';
import { assess } from './assess.ts';
import type { Assessment } from './assessment.ts';
import type { BasisKey } from './caseFile.ts';
import {
  adult,
  benefit,
  data,
  date,
  everyMonth,
  incomeLookup,
  kr,
  post,
  rule,
  taxLookup,
  valid,
  wage,
  yearWage,
} from './household.fixture.ts';

/** The worked examples of fagregler.md 5, to the øre. Where an example gives no figures for a basis, the rule under test doesn't use it. */

function on(assessment: Assessment, basis: BasisKey) {
  const found = assessment.bases.find((one) => one.basis === basis);
  if (!found) throw new Error(`no ${basis}`);
  return found;
}

const codes = (assessment: Assessment) => assessment.reasons.map(({ code }) => code);

describe('H1: single person, stable income, Bergen', () => {
  const months = [wage('2026-07', 37_000), wage('2026-08', 38_000), wage('2026-09', 38_500), wage('2026-10', 39_000)];
  const household = (decisionDate: string) =>
    data(
      decisionDate,
      [adult('a')],
      [incomeLookup('a', decisionDate, '2026-10', months), taxLookup('a', decisionDate, 2025, [yearWage(455_000)])],
    );
  const bergen = valid('BERGEN-2016', { windows: [3] });

  test('12 November: October is used, both bases within', () => {
    const result = assess(household('2026-11-12'), bergen, 'production', date('2026-11-12'));

    expect(result.g).toMatchObject({ amount: kr(136_549), validFrom: '2026-05-01', knownFrom: '2026-05-22' });
    expect(result.newestCompleteMonth).toBe('2026-10');
    expect(on(result, 'm3')).toMatchObject({
      fromMonth: '2026-08',
      toMonth: '2026-10',
      state: 'complete',
      annual: kr(462_000),
      limit: kr(477_921.5),
      margin: kr(15_921.5),
      verdict: 'within',
    });
    expect(on(result, 'year')).toMatchObject({
      year: 2025,
      annual: kr(455_000),
      margin: kr(22_921.5),
      verdict: 'within',
    });
    expect(result).toMatchObject({
      deviation: 154,
      deviationFlagged: false,
      outcome: 'innenfor',
      concluded: 'innenfor',
    });
    expect(codes(result)).toEqual(['no-wealth-limit', 'within-basis', 'within-basis']);
  });

  test('variant 9 November: July to September is used, and October never', () => {
    const result = assess(household('2026-11-09'), bergen, 'production', date('2026-11-09'));

    expect(result.newestCompleteMonth).toBe('2026-09');
    expect(on(result, 'm3')).toMatchObject({ fromMonth: '2026-07', toMonth: '2026-09', annual: kr(454_000) });
    expect(on(result, 'm3').members[0]?.lines.flatMap(({ traces }) => traces)).toHaveLength(3);
  });

  test('fetched on 9 November and decided on the 12th: October as read then is not complete', () => {
    const fetchedTooEarly = { ...household('2026-11-09'), decisionDate: date('2026-11-12') };
    const result = assess(fetchedTooEarly, bergen, 'production', date('2026-11-12'));

    expect(on(result, 'm3')).toMatchObject({ state: 'none', annual: null, margin: null, verdict: 'unknown' });
    expect(result.reasons).toContainEqual({
      code: 'income-incomplete',
      memberId: 'a',
      source: 'inntekt',
      basis: 'm3',
      months: ['2026-10'],
    });
    expect(result.outcome).toBe('kanIkkeAvgjoeres');
  });

  test('the calculation shows every figure on the way', () => {
    const { steps } = assess(household('2026-11-12'), bergen, 'production', date('2026-11-12'));
    expect(steps).toEqual([
      { code: 'g', amounts: [kr(136_549)], date: '2026-05-01', text: expect.stringContaining('nav.no/grunnbelopet') },
      { code: 'limit', amounts: [kr(477_921.5)], factor: 3500 },
      {
        code: 'member-window',
        basis: 'm3',
        memberId: 'a',
        amounts: [kr(115_500), 0, kr(462_000)],
        factor: 4,
        months: ['2026-08', '2026-10'],
      },
      { code: 'household-window', basis: 'm3', amounts: [kr(462_000), kr(462_000)] },
      { code: 'margin', basis: 'm3', amounts: [kr(477_921.5), kr(462_000), kr(15_921.5)] },
      { code: 'member-year', basis: 'year', memberId: 'a', amounts: [kr(455_000), 0, kr(455_000)], text: '2025' },
      { code: 'household-year', basis: 'year', amounts: [kr(455_000), kr(455_000)] },
      { code: 'margin', basis: 'year', amounts: [kr(477_921.5), kr(455_000), kr(22_921.5)] },
      { code: 'deviation', amounts: [kr(462_000), kr(455_000)], percent: 154 },
    ]);
  });
});

describe("H2: family of four, child's wage", () => {
  const day = '2026-10-01';
  const household = data(
    day,
    [
      adult('A'),
      adult('B', { role: 'ektefelle' }),
      adult('child8', { role: 'barn', birthDate: date('2018-05-05'), lookUp: false }),
      adult('child17', { role: 'barn', birthDate: date('2009-02-02') }),
    ],
    [
      incomeLookup('A', day, '2026-08', everyMonth('2025-09', '2026-08', 31_000)),
      incomeLookup(
        'B',
        day,
        '2026-08',
        everyMonth('2025-09', '2026-08', 24_500, benefit('ytelseFraOffentlige', 'ufoeretrygd')),
      ),
      incomeLookup('child17', day, '2026-08', everyMonth('2025-09', '2026-08', 5_000, { code: 'timeloenn' })),
    ],
  );
  const months = { windows: [12 as const], useTaxYear: false };

  test('income of members under 18 does not count', () => {
    const result = assess(household, valid('BERGEN-2016', months), 'production', date(day));

    expect(on(result, 'm12')).toMatchObject({
      annual: kr(666_000),
      limit: kr(682_745),
      margin: kr(16_745),
      verdict: 'within',
    });
    expect(
      on(result, 'm12').members.map(({ memberId, annual, notCountedBecause }) => [memberId, annual, notCountedBecause]),
    ).toEqual([
      ['A', kr(372_000), null],
      ['B', kr(294_000), null],
      ['child8', null, 'age'],
      ['child17', null, 'age'],
    ]);
    expect(result).toMatchObject({
      householdSize: 4,
      outcome: 'innenfor',
      rule: { ruleId: 'BERGEN-2016', version: 1 },
    });
    expect(result.steps.filter(({ code }) => code === 'not-counted').map(({ memberId }) => memberId)).toEqual([
      'child8',
      'child17',
    ]);
  });

  test('another version that counts from 10 years: same data, over, and the version is named', () => {
    const everyone = valid('BERGEN-2016', { ...months, version: 2, countMembersFromAge: 10 });
    const result = assess(household, everyone, 'production', date(day));

    expect(on(result, 'm12')).toMatchObject({ annual: kr(726_000), margin: kr(-43_255), verdict: 'over' });
    expect(result).toMatchObject({ outcome: 'overGrensen', rule: { version: 2 } });
  });

  test('a version that counts everyone waits for the child nobody has looked up: missing is not zero', () => {
    const result = assess(
      household,
      valid('BERGEN-2016', { ...months, countMembersFromAge: 0 }),
      'production',
      date(day),
    );

    expect(on(result, 'm12')).toMatchObject({ state: 'incomplete', annual: null, verdict: 'unknown' });
    expect(result.reasons).toContainEqual({ code: 'not-fetched', memberId: 'child8', source: 'inntekt' });
    expect(result.outcome).toBe('kanIkkeAvgjoeres');
  });
});

describe("H3: income drop, Oslo's superseded rule", () => {
  const day = '2023-09-15';
  const household = data(
    day,
    [adult('a')],
    [
      incomeLookup(
        'a',
        day,
        '2023-08',
        everyMonth('2023-06', '2023-08', 24_310, benefit('ytelseFraOffentlige', 'dagpengerVedArbeidsloeshet')),
      ),
      taxLookup('a', day, 2022, [
        yearWage(520_000),
        post('innskudd', 'formue', 96_000),
        post('formuesverdiForKjoeretoey', 'formue', 45_000),
        post('gjeldIInnenlandskeBanker', 'formuesfradrag', 60_000),
      ]),
    ],
  );
  const oslo = valid('OSLO-2017', { windows: [3] });

  test('months within, year over, wealth within: a person must judge', () => {
    const result = assess(household, oslo, 'production', date(day));

    expect(result.g?.amount).toBe(kr(118_620));
    expect(on(result, 'year')).toMatchObject({
      limit: kr(474_480),
      annual: kr(520_000),
      margin: kr(-45_520),
      verdict: 'over',
    });
    expect(on(result, 'm3')).toMatchObject({
      limit: kr(474_480),
      annual: kr(291_720),
      margin: kr(182_760),
      verdict: 'within',
    });
    expect(result).toMatchObject({ deviation: -4390, deviationFlagged: true, outcome: 'maaVurderes' });
    expect(result.wealth).toMatchObject({
      asAt: '2022-12-31',
      basis: 'net',
      gross: kr(141_000),
      net: kr(81_000),
      limit: kr(118_620),
      verdict: 'within',
    });
    expect(codes(result)).toEqual(expect.arrayContaining(['bases-disagree', 'deviation', 'wealth-within']));
    expect(result.steps.at(-1)).toEqual({
      code: 'wealth',
      amounts: [kr(81_000), kr(118_620), kr(37_620)],
      factor: 1000,
      date: '2022-12-31',
      text: 'net',
    });
  });

  test('the officer chooses the months: innenfor stands, and the rule still says must be judged', () => {
    const choice = { basis: 'm3' as const, outcome: null, reason: 'Arbeidsledig siden mai.' };
    const result = assess({ ...household, choice }, oslo, 'production', date(day));

    expect(result).toMatchObject({ outcome: 'maaVurderes', concluded: 'innenfor', chosenByOfficer: true });
    expect(result.reasons).toContainEqual({ code: 'chosen-basis', basis: 'm3', text: 'Arbeidsledig siden mai.' });
    expect(codes(result)).toContain('bases-disagree');
  });

  test('variant 15 January 2024: the rule has ended', () => {
    const noRule = ruleOn([rule('OSLO-2017')], date('2024-01-15'));
    const result = assess({ ...household, decisionDate: date('2024-01-15') }, noRule, 'production', date('2024-01-15'));

    expect(result).toMatchObject({ outcome: 'kanIkkeAvgjoeres', rule: null, bases: [], g: null });
    expect(result.reasons).toEqual([{ code: 'no-rule', date: '2024-01-15' }]);
  });
});

describe('H4: three months against twelve', () => {
  const day = '2026-11-15';
  const household = data(
    day,
    [adult('a')],
    [
      incomeLookup('a', day, '2026-10', [
        ...everyMonth('2025-11', '2026-06', 36_000),
        wage('2026-07', 54_000, { code: 'feriepenger' }),
        wage('2026-08', 42_000),
        wage('2026-09', 43_000),
        wage('2026-10', 43_000),
      ]),
    ],
  );

  test('the windows disagree: both are shown, and a person must judge', () => {
    const result = assess(household, valid('BERGEN-2016', { useTaxYear: false }), 'production', date(day));

    expect(on(result, 'm12')).toMatchObject({ annual: kr(470_000), margin: kr(7_921.5), verdict: 'within' });
    expect(on(result, 'm3')).toMatchObject({ annual: kr(512_000), margin: kr(-34_078.5), verdict: 'over' });
    expect(result).toMatchObject({ outcome: 'maaVurderes', deviation: null, deviationFlagged: false });
  });
});

describe('H5: fictional NOK rule with wealth', () => {
  const day = '2026-11-15';
  const members = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) =>
    index === 0 ? adult(id) : adult(id, { role: 'barn', birthDate: date('2015-01-01'), lookUp: false }),
  );
  const household = data(day, members, [
    incomeLookup('a', day, '2026-10', everyMonth('2025-11', '2026-10', 57_500)),
    taxLookup('a', day, 2025, [
      yearWage(690_000),
      post('bruttoformue', '-', 200_000),
      post('samletGjeld', '-', 60_000),
    ]),
  ]);

  test('in training: over by 10 000, wealth within', () => {
    const result = assess(household, valid('TESTKOMMUNE-2020'), 'training', date(day));

    for (const basis of ['m3', 'm12', 'year'] as const) {
      expect(on(result, basis)).toMatchObject({
        limit: kr(680_000),
        annual: kr(690_000),
        margin: kr(-10_000),
        verdict: 'over',
      });
    }
    expect(result.wealth).toMatchObject({ net: kr(140_000), limit: kr(150_000), verdict: 'within' });
    expect(result).toMatchObject({ householdSize: 6, outcome: 'overGrensen', g: null });
    expect(result.steps[0]).toEqual({
      code: 'limit-above-table',
      amounts: [kr(600_000), kr(40_000), kr(680_000)],
      factor: 2,
    });
  });

  test.each(['production', 'test'] as const)(
    'in %s: refused, without limit or verdict, whatever the officer chooses',
    (environment) => {
      const choice = { basis: 'm3' as const, outcome: 'innenfor' as const, reason: 'Vil gjerne.' };
      const result = assess({ ...household, choice }, valid('TESTKOMMUNE-2020'), environment, date(day));

      expect(result).toMatchObject({
        outcome: 'kanIkkeAvgjoeres',
        concluded: 'kanIkkeAvgjoeres',
        chosenByOfficer: false,
      });
      expect(result.reasons).toContainEqual({ code: 'rule-confidence', text: 'fictional' });
      expect(result.bases.map(({ annual, limit, verdict }) => [annual, limit, verdict])).toEqual(
        Array(3).fill([kr(690_000), null, 'unknown']),
      );
      expect(result.wealth).toMatchObject({ net: kr(140_000), limit: null, verdict: 'unknown' });
    },
  );
});
