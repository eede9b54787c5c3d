import { describe, expect, test } from 'vitest';
import { type Month, monthsBetween } from '../dates.ts';
import { kroner } from '../money.ts';
import { compareMonthsWithYear } from './differences.ts';
import { type Given, incomeLookupOf, taxLookupOf } from './testLookups.ts';

const months = monthsBetween('2024-01' as Month, '2024-12' as Month);
const wage = 'samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt';
const every = (given: Given): Given[] => months.map((month) => ({ ...given, month }));
const incomeIn2024 = (given: readonly Given[]) => incomeLookupOf('2024-01', '2024-12', given);

test('sick pay and benefits in kind lie beside wages, where the year keeps them', () => {
  const lookups = [
    incomeIn2024([
      ...every({ amount: 20_000 }),
      ...every({ amount: 5_000, kind: 'ytelseFraOffentlige', code: 'sykepenger' }),
      ...every({ amount: 1_000, code: 'bil', fordel: 'naturalytelse' }),
      ...every({ amount: 900, code: 'reiseKostUtenOvernatting', fordel: 'utgiftsgodtgjoerelse', withheld: false }),
    ]),
    taxLookupOf(2024, [
      [wage, 'inntekt', 312_000],
      ['samledeOpptjenteRenterIInnenlandskeBanker', 'inntekt', 400],
      ['sumMinstefradrag', 'inntektsfradrag', 92_000],
      ['renteinntektMedEkstrabeskatningForLaanTilSelskap', 'inntekt', 77],
    ]),
  ];
  const comparison = compareMonthsWithYear(lookups, 'anna', 2024);
  expect(comparison?.groups.map(({ group, difference }) => [group, difference])).toEqual([['wage', 0]]);
  expect(comparison?.total).toMatchObject({ months: kroner(312_000), year: kroner(312_000), difference: 0 });
  expect(comparison?.outside).toEqual({ months: null, year: kroner(400) });
});

test('differences by group, to the øre, with the lines of both sides', () => {
  const lookups = [
    incomeIn2024([
      ...every({ amount: 10_000.25 }),
      ...every({ amount: 8_000, kind: 'ytelseFraOffentlige', code: 'arbeidsavklaringspenger' }),
    ]),
    taxLookupOf(2024, [
      [wage, 'inntekt', 100_000],
      ['alderspensjonFraFolketrygden', 'inntekt', 30_000],
      ['samletOverskuddAvEnkeltpersonforetakInnenAnnenNaering', 'inntekt', 50_000],
    ]),
  ];
  const comparison = compareMonthsWithYear(lookups, 'anna', 2024);
  expect(comparison?.groups.map(({ group, months, year, difference }) => [group, months, year, difference])).toEqual([
    ['wage', 12_000_300, kroner(100_000), 2_000_300],
    ['benefits', kroner(96_000), null, kroner(96_000)],
    ['pension', null, kroner(30_000), kroner(-30_000)],
    ['business', null, kroner(50_000), kroner(-50_000)],
  ]);
  expect(comparison?.total.difference).toBe(3_600_300);
  expect(comparison?.groups[0]?.traces).toHaveLength(13);
});

describe('not comparable', () => {
  const income = incomeIn2024(every({ amount: 1 }));
  const tax = taxLookupOf(2024, [[wage, 'inntekt', 12]]);
  const lost = { ref: '7', why: 'bad-shape' } as const;

  test('the two in full are', () => {
    expect(compareMonthsWithYear([income, tax], 'anna', 2024)?.total.difference).toBe(0);
    const halves = [
      incomeLookupOf('2024-01', '2024-06', every({ amount: 1 }).slice(0, 6)),
      incomeLookupOf('2024-07', '2025-06', every({ amount: 1 }).slice(6), { id: 'b' }),
    ];
    expect(compareMonthsWithYear([...halves, tax], 'anna', 2024)?.total.difference).toBe(0);
    expect(
      compareMonthsWithYear([{ ...income, state: 'nothing', income: null }, tax], 'anna', 2024)?.total,
    ).toMatchObject({
      months: null,
      difference: kroner(-12),
    });
  });

  test.each([
    ['no tax answer', [income]],
    ['no months', [tax]],
    ['eleven months', [incomeLookupOf('2024-02', '2024-12', []), tax]],
    ['another year', [income, { ...tax, year: 2023 }]],
    ['a failed lookup', [{ ...income, state: 'failed' as const }, tax]],
    ['partly shielded months', [{ ...income, state: 'partlyShielded' as const }, tax]],
    ['a shielded year', [income, { ...tax, state: 'partlyShielded' as const }]],
    ['an amount that is missing', [incomeIn2024([{ month: '2024-03' }]), tax]],
    ['something that was lost', [{ ...income, income: { ...(income.income ?? expect.fail()), unread: [lost] } }, tax]],
    ['an amount that can’t be read', [incomeIn2024([{ month: '2024-03', amount: '1 000' }]), tax]],
    ['a post without amount', [income, taxLookupOf(2024, [[wage, 'inntekt', undefined]])]],
  ])('%s', (_, lookups) => {
    expect(compareMonthsWithYear(lookups, 'anna', 2024)).toBeNull();
  });
});
