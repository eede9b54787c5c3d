import { expect, it } from 'vitest';
import { date, instant } from './debtor.fixture.ts';
import { livsopphold, livsoppholdProblems, livsoppholdTables, type SignedLivsopphold } from './livsopphold.ts';

const table2024 = livsoppholdTables.find(({ validFrom }) => validFrom === '2024-07-01');
const rates = {
  enslig: 11_046,
  giftEllerSamboende: 9354,
  forsoergerEktefelleSamboer: 18_708,
  barn: { '0-5': 3535, '6-10': 4690, '11-14': 5919, '15+': 6809 },
};
const entered = { validFrom: date('2025-07-01'), validTo: date('2026-06-30'), rates };
const codes = (change: object) =>
  livsoppholdProblems({ ...entered, ...change }, table2024?.rates ?? null).map(({ level, code }) => `${level} ${code}`);

it('a table like the ones before has no problems; nor have those of 2023 and 2024', () => {
  expect(codes({})).toEqual([]);
  for (const year of [2023, 2024]) {
    const [before, table] = [year - 1, year].map((one) =>
      livsoppholdTables.find(({ validFrom }) => validFrom === `${one}-07-01`),
    );
    if (!table?.rates || !before?.rates || table.validTo === null) throw new Error('no table');
    const { validFrom, validTo, rates: figures } = table;
    expect(livsoppholdProblems({ validFrom, validTo, rates: figures }, before.rates)).toEqual([]);
  }
});

it.each([
  ['ends before it begins', { validTo: date('2025-06-30') }, ['error ends-before-start']],
  ['lasts over the next 1 July', { validTo: date('2026-07-01') }, ['error longer-than-a-year']],
  ['has a hole', { rates: { ...rates, barn: { '0-5': 3535, '7+': 4690 } } }, ['error age-missing']],
  ['leaves out the oldest', { rates: { ...rates, barn: { '0-14': 3535 } } }, ['error age-missing']],
  ['a pair that is not twice', { rates: { ...rates, forsoergerEktefelleSamboer: 18_709 } }, ['look pair-not-double']],
  ['from another day', { validFrom: date('2025-07-02') }, ['look not-from-july']],
  ['a figure mistyped', { rates: { ...rates, enslig: 1104 } }, ['look unusual-change']],
] as const)('%s', (_, change, expected) => {
  expect(codes(change)).toEqual(expected);
});

it('the samvær table must hold every age too', () => {
  const problems = livsoppholdProblems(
    { ...entered, rates: { ...rates, samvaer: { klasse1: { '0-5': 300 } } } } as never,
    null,
  );
  expect(problems).toEqual([{ level: 'error', code: 'age-missing', age: 6 }]);
});

it('the newest signed table for a day is used, before the published one, and only on its days', () => {
  const signed = (source: string): SignedLivsopphold => ({
    ...entered,
    source,
    confidence: 'verified',
    signedBy: 'Siri',
    signedAt: instant('2025-07-01T08:00:00.000Z'),
  });
  const used = (day: string) => {
    const found = livsopphold({ adults: 'enslig', children: [], samvaer: [] }, date(day), 'production', [
      ...livsoppholdTables,
      signed('first'),
      signed('second'),
    ]);
    return found.ok ? found.value.table.source : found.error.code;
  };
  expect(used('2025-07-01')).toBe('second');
  expect(used('2026-06-30')).toBe('second');
  expect(used('2026-07-01')).toBe('table-missing');
  expect(used('2025-06-30')).toContain('trondheim.kommune.no');
});
