import { expect, test } from 'vitest';
import { guessMapping } from './guessMapping.ts';
import { readCsv } from './readCsv.ts';

const guess = (text: string) => guessMapping(readCsv(text, ';'));
const nobody = { header: false, caseNumber: null, nationalId: null, purpose: null, purposeForAll: null };

test.each([
  ['Saksnr;Fødselsnummer;Formål', [0, 1, 2]],
  ['FORMÅL;navn;Fødselsnr.;Saks-ID', [3, 2, 0]],
  ['fnr/dnr;beløp;arkivsaksnummer;føremål', [2, 0, 3]],
  ['Saksnummer;Navn;Personident', [0, 2, null]],
  ['f.nr.;Sak', [1, 0, null]],
])('columns by their headings: %s', (headings, [caseNumber, nationalId, purpose]) => {
  const row = headings.replace(/[^;]+/g, 'x');
  expect(guess(`${headings}\n${row}\n`)).toEqual({ ...nobody, header: true, caseNumber, nationalId, purpose });
});

test('without headings, by what stands in the columns', () => {
  expect(guess('Sterk;25851449852;2026/12;Pant\nMild;6882949409;2026/1043;trekk')).toEqual({
    ...nobody,
    nationalId: 1,
    caseNumber: 2,
    purpose: 3,
  });
});

test('a column whose heading says nothing is found by what stands below it', () => {
  expect(guess('Saksnr;Ident nr\n2026/1;25851449852\n2026/2;2,58514E+10')).toEqual({
    ...nobody,
    header: true,
    caseNumber: 0,
    nationalId: 1,
  });
});

test('the one column that is left beside people holds the case numbers, whatever they look like; but not names', () => {
  expect(guess('A-1;25851449852\nA-2;06882949409')).toEqual({ ...nobody, nationalId: 1, caseNumber: 0 });
  expect(guess('Sterk;25851449852\nMild;06882949409').caseNumber).toBeNull();
  expect(guess('A-1;25851449852;Sterk\nA-2;06882949409;Mild').caseNumber).toBeNull();
});

test('a person in the first row makes it no heading', () => {
  expect(guess('Sak;25851449852\n2026/2;06882949409').header).toBe(false);
});

test('what is not there is not found; the purpose for all is never guessed', () => {
  expect(guess('navn;adresse\nA;B')).toEqual(nobody);
  expect(guess('')).toEqual(nobody);
});
