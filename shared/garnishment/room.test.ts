import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IsoDate } from '../dates.ts';
import { kroner, type Oere, oere } from '../money.ts';
import { boutgifter, trondheimGuide } from './boutgifter.ts';
import { type Household, livsopphold } from './livsopphold.ts';
import { defaultRounding, type RoomInput, roomForTrekk } from './room.ts';

const march2025 = '2025-03-10' as IsoDate;

function keeps(household: Household, date = march2025): Oere {
  const result = livsopphold(household, date, 'production');
  if (!result.ok) throw new Error(result.error.code);
  return result.value.total;
}

const alone: RoomInput = {
  ownNet: oere(0),
  gross: null,
  commonIncome: oere(0),
  spouseNet: null,
  livsopphold: oere(0),
  boutgifter: oere(0),
  extras: oere(0),
  betterPriority: oere(0),
  spouseMethod: 'share',
  selfEmployed: null,
  rounding: defaultRounding,
};

const single: Household = { adults: 'enslig', children: [], samvaer: [] };

describe('room for trekk (fagregler.md 5)', () => {
  it('G1: single debtor', () => {
    const housing = boutgifter(trondheimGuide, 'enslig', 0, kroner(9500));
    expect(housing).toMatchObject({ accepted: kroner(9000), why: 'ceiling' });
    const room = roomForTrekk({
      ...alone,
      ownNet: kroner(38_000 - 10_400),
      gross: kroner(38_000),
      livsopphold: keeps(single),
      boutgifter: housing.accepted,
    });
    expect(room).toMatchObject({ room: kroner(7876), amount: kroner(7800), percent: 20, percentAmount: kroner(7600) });
  });

  it('G2: single parent, children 3 and 9', () => {
    const keep = keeps({ adults: 'enslig', children: [3, 9], samvaer: [] });
    expect(keep).toBe(kroner(18_709));
    const housing = boutgifter(trondheimGuide, 'enslig', 2, kroner(10_400));
    expect(housing.accepted).toBe(kroner(10_000));
    const room = roomForTrekk({
      ...alone,
      ownNet: kroner(29_500),
      commonIncome: kroner(3200),
      livsopphold: keep,
      boutgifter: housing.accepted,
    });
    expect(room).toMatchObject({ room: kroner(3991), amount: kroner(3900) });
  });

  it('G3: couple, children 12 and 4, both earning', () => {
    const result = livsopphold({ adults: 'par', children: [4, 12], samvaer: [] }, march2025, 'production');
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.total).toBe(oere(2_665_660));
    expect(result.value.lines.find((line) => line.age === 4)).toMatchObject({ amount: oere(274_560), cut: true });
    expect(result.value.lines.find((line) => line.age === 12)).toMatchObject({ amount: kroner(5747), cut: false });
    const housing = boutgifter(trondheimGuide, 'par', 2, kroner(13_000));
    expect(housing.accepted).toBe(kroner(13_000));
    const couple: RoomInput = {
      ...alone,
      ownNet: kroner(30_000),
      spouseNet: kroner(20_000),
      livsopphold: result.value.total,
      boutgifter: housing.accepted,
    };
    expect(roomForTrekk(couple)).toMatchObject({
      byPool: oere(1_034_340),
      byShare: oere(620_604),
      shareOfIncome: 6000,
      decidedBy: 'share',
      amount: kroner(6200),
    });
    expect(roomForTrekk({ ...couple, spouseMethod: 'pool' })).toMatchObject({
      decidedBy: 'pool',
      amount: kroner(10_300),
    });
  });

  it('G5: self-employed', () => {
    const own = { ...alone, ownNet: kroner(6000), selfEmployed: { grossFee: kroner(42_000), percent: 20 } };
    expect(roomForTrekk(own)).toMatchObject({ selfEmployedCap: kroner(8400), room: kroner(6000), decidedBy: 'alone' });
    const rich = { ...own, ownNet: kroner(20_000) };
    expect(roomForTrekk(rich)).toMatchObject({ room: kroner(8400), decidedBy: 'selfEmployedCap' });
    const consent = { ...rich, selfEmployed: { grossFee: kroner(42_000), percent: 30 } };
    expect(roomForTrekk(consent)).toMatchObject({ room: kroner(12_600) });
  });

  it.each([
    ['2026-08-01', 'table-missing'],
    ['2025-08-01', 'table-unverified'],
    ['2019-08-01', 'table-missing'],
  ])('G8: on %s there is no table that may decide (%s)', (date, code) => {
    for (const environment of ['production', 'test', 'training'] as const) {
      expect(livsopphold(single, date as IsoDate, environment)).toMatchObject({ ok: false, error: { code } });
    }
  });

  it('takes the age classes at their borders, and the class of 2023 for 15 years', () => {
    const child = (age: number, date: string) =>
      keeps({ adults: 'enslig', children: [age], samvaer: [] }, date as IsoDate) - keeps(single, date as IsoDate);
    expect([0, 5, 6, 10, 11, 14, 15, 17].map((age) => child(age, '2024-09-01') / 100)).toEqual([
      3432, 3432, 4553, 4553, 5747, 5747, 6611, 6611,
    ]);
    expect(child(15, '2022-09-01')).toBe(kroner(5230));
  });

  it('cuts children beyond the third person, youngest first, never the adults', () => {
    const six: Household = { adults: 'par', children: [1, 8, 12, 16], samvaer: [] };
    const result = livsopphold(six, march2025, 'production');
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.lines.map(({ age, cut }) => [age, cut])).toEqual([
      [null, false],
      [16, false],
      [12, true],
      [8, true],
      [1, true],
    ]);
  });

  it('samvær: by class and age, cut from the third child; no table before 2024', () => {
    const household: Household = {
      adults: 'enslig',
      children: [],
      samvaer: [4, 7, 12].map((age) => ({ age, klasse: 'klasse2' as const })),
    };
    const result = livsopphold(household, march2025, 'production');
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.lines.slice(1).map(({ amount, cut }) => [amount, cut])).toEqual([
      [kroner(1813), false],
      [kroner(1467), false],
      [oere(1048 * 80), true],
    ]);
    expect(livsopphold(household, '2023-09-01' as IsoDate, 'production')).toMatchObject({
      error: { code: 'samvaer-missing' },
    });
  });

  const money = fc.integer({ min: 0, max: 20_000_000 }).map(oere);

  it('never takes what the debtor must live on, by either method', () => {
    fc.assert(
      fc.property(money, money, money, money, money, fc.constantFrom('share' as const, 'pool' as const), (...given) => {
        const [ownNet, spouseNet, keep, housing, betterPriority, spouseMethod] = given;
        const input = {
          ...alone,
          ownNet,
          spouseNet,
          livsopphold: keep,
          boutgifter: housing,
          betterPriority,
          spouseMethod,
        };
        const result = roomForTrekk(input);
        expect(result.room).toBeGreaterThanOrEqual(0);
        expect(result.amount).toBeLessThanOrEqual(result.room);
        const householdKeeps = ownNet + spouseNet - betterPriority - result.room;
        if (result.room > 0) expect(householdKeeps).toBeGreaterThanOrEqual(result.need);
        expect(result.room).toBeLessThanOrEqual(Math.max(0, result.byPool));
      }),
    );
  });

  it('a longer list of needs never gives more room', () => {
    fc.assert(
      fc.property(money, money, money, money, (ownNet, keep, housing, extra) => {
        const less = roomForTrekk({ ...alone, ownNet, livsopphold: keep, boutgifter: housing });
        const more = roomForTrekk({ ...alone, ownNet, livsopphold: keep, boutgifter: housing, extras: extra });
        expect(more.room).toBeLessThanOrEqual(less.room);
      }),
    );
  });
});
