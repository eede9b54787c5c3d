import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeRows } from './judgeRows.ts';
import { type Corrections, type Mapping, rowProblems } from './list.ts';

const mapping: Mapping = { header: false, caseNumber: 0, nationalId: 1, purpose: 2, purposeForAll: null };
const row = (cells: readonly string[], corrections: Corrections = {}) => ({ cells, corrections });
const judge = (rows: readonly ReturnType<typeof row>[], changes: Partial<Mapping> = {}) =>
  judgeRows(
    rows.map((one, index) => ({ ...one, line: index + 1 })),
    { ...mapping, ...changes },
    'training',
  );
const problems = (...cells: string[]) => judge([row(cells)])[0]?.problems;

test('a row that can be used', () => {
  expect(judge([row(['2026/1042', '258514 49852', 'Utleggstrekk'])])).toEqual([
    {
      caseNumber: '2026/1042',
      written: '258514 49852',
      person: '25851449852',
      repaired: null,
      purpose: 'utleggstrekk',
      purposeWritten: 'Utleggstrekk',
      problems: [],
      sameAs: null,
    },
  ]);
});

test('everything that is wrong is said at once', () => {
  expect(problems('', '', '')).toEqual(['missing-case-number', 'missing-number', 'missing-purpose']);
  expect(problems()).toEqual(['missing-case-number', 'missing-number', 'missing-purpose']);
  expect(problems('x'.repeat(41), '6882949409', 'purring')).toEqual([
    'case-number-too-long',
    'lost-zero',
    'unknown-purpose',
  ]);
});

test.each(['des.26', 'jan-26', '12.des', '12. mai. 2026', '2,02601E+09', '20261042.0'])(
  'a spreadsheet has eaten the case number: %s',
  (text) => {
    expect(problems(text, '25851449852', 'trekk')).toEqual(text === '12.des' ? [] : ['case-number-eaten']);
  },
);

test.each(['2026/12', '26/1042', 'JUR-2026', 'desember', '2026-1042-3', 'MAI 1'])('a case number: %s', (text) => {
  expect(problems(text, '25851449852', 'trekk')).toEqual([]);
});

test('marks that keep a spreadsheet from reading a number are no part of it', () => {
  expect(problems("'2026/12", '="06882949409"', 'trekk')).toEqual([]);
  expect(problems('="2026/12"', "'06882949409", 'trekk')).toEqual([]);
});

describe('purpose', () => {
  test('for all where a row names none; one that is not known is never replaced', () => {
    const [none, unknown] = judge([row(['1', '25851449852', '']), row(['2', '25851449852', 'purring'])], {
      purposeForAll: 'veiledning',
    });
    expect(none).toMatchObject({ purpose: 'veiledning', problems: [] });
    expect(unknown).toMatchObject({ purpose: null, problems: ['unknown-purpose'] });
  });
});

test('a correction stands in place of the cell, also where there is no column', () => {
  const rows = [
    row(['', '6882949409'], { caseNumber: ' 2026/7 ', nationalId: '06882949409', purpose: 'pantEllerTrekk' }),
  ];
  expect(judge(rows, { purpose: null })[0]).toMatchObject({
    caseNumber: '2026/7',
    person: '06882949409',
    purpose: 'pantEllerTrekk',
    problems: [],
  });
});

test('the same person in the same case a second time is a duplicate; in another case it is not', () => {
  const judged = judge([
    row(['2026/1', '', 'trekk']),
    row(['2026/1', '25851449852', 'trekk']),
    row(['2026/2', '25851449852', 'trekk']),
    row(['2026/1 ', '258514 49852', 'pant']),
    row(['2026/1', '25851449852', 'trekk']),
  ]);
  expect(judged.map((one) => [one.problems, one.sameAs])).toEqual([
    [['missing-number'], null],
    [[], null],
    [[], null],
    [['duplicate'], 2],
    [['duplicate'], 2],
  ]);
});

test('a quotation mark that has taken other rows into its cell', () => {
  expect(problems('2026/1', '25851449852', 'trekk', 'O"\n2026/2;06882949409;trekk')).toEqual(['swallowed-rows']);
  expect(problems('2026/1', '25851449852', 'trekk', 'Gata 1\n5003 Bergen')).toEqual([]);
});

test('nothing is dropped: every row is usable or says why not, and usable rows are never two alike', () => {
  const cell = fc.constantFrom(
    '',
    '2026/1',
    '2026/2',
    '25851449852',
    '6882949409',
    '06882949409',
    'trekk',
    'x',
    'des.26',
  );
  const rows = fc.array(
    fc.array(cell, { maxLength: 4 }).map((cells) => row(cells)),
    { maxLength: 40 },
  );
  const column = fc.option(fc.nat(3));
  fc.assert(
    fc.property(rows, column, column, column, fc.boolean(), (list, caseNumber, nationalId, purpose, forAll) => {
      const purposeForAll = forAll ? 'veiledning' : null;
      const judged = judge(list, { caseNumber, nationalId, purpose, purposeForAll });
      expect(judged).toHaveLength(list.length);
      const usable = judged.filter((one) => one.problems.length === 0);
      const refused = judged.filter((one) => one.problems.length > 0);
      expect(usable.length + refused.length).toBe(list.length);
      for (const one of usable) expect([one.caseNumber === '', one.person, one.purpose]).not.toContain(null);
      for (const { problems: found } of refused) expect(found.every((one) => rowProblems.includes(one))).toBe(true);
      expect(new Set(usable.map((one) => `${one.person} ${one.caseNumber}`)).size).toBe(usable.length);
    }),
  );
});
