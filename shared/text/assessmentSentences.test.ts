import { describe, expect, it } from 'vitest';
import type { Month } from '../dates.ts';
import {
  type CalculationStep,
  type Reason,
  Reason as ReasonShape,
  CalculationStep as StepShape,
} from '../housing/assessment.ts';
import { languages } from '../housing/caseFile.ts';
import { oere } from '../money.ts';
import { basisHeading, formatG, reasonSentence, type SentenceContext, stepSentence } from './assessmentSentences.ts';
import { textIn } from './text.ts';

const year2025 = {
  basis: 'year',
  fromMonth: null,
  toMonth: null,
  year: 2025,
  state: 'complete',
  members: [],
  annual: null,
  limit: null,
  margin: null,
  verdict: 'unknown',
} as const;
const members = [
  { id: 'a', role: 'soeker' },
  { id: 'b', role: 'barn' },
  { id: 'c', role: 'barn' },
] as const;
const context = (language: 'nb' | 'nn' = 'nb'): SentenceContext => ({
  text: textIn(language),
  members,
  assessment: { bases: [{ ...year2025, members: [] }] },
});
const plain = (sentence: string) => sentence.replaceAll('\u202F', ' ');
const reason = (one: Reason) => plain(reasonSentence(context(), one));
const step = (one: CalculationStep) => plain(stepSentence(context(), one));

describe('reasons', () => {
  it('a margin is said without its sign: the words say which side', () => {
    expect(reason({ code: 'over-basis', basis: 'year', amount: oere(-1_955_500) })).toBe(
      'Over grensen på skatteåret 2025 med 19 555 kr',
    );
    expect(reason({ code: 'within-basis', basis: 'm3', amount: oere(1_592_150) })).toBe(
      'Innenfor på siste 3 måneder med 15 921,50 kr',
    );
  });

  it('a member is called by role, with a number where there are several', () => {
    expect(reason({ code: 'shielded', memberId: 'c' })).toBe('Barn 2: skjermet, ingen tall utleveres');
  });

  it('a deviation that can’t be expressed has no figure', () => {
    expect(reason({ code: 'deviation', percent: -4390 })).toBe('Månedene avviker −43,9 % fra skatteåret');
    expect(reason({ code: 'deviation' })).toBe('Månedene avviker fra skatteåret');
  });

  it('missing months are named one by one unless they are in a row', () => {
    const months = ['2026-01', '2026-03'] as Month[];
    expect(reason({ code: 'income-incomplete', memberId: 'a', months })).toBe(
      'Søker: mangler hele måneder (01.2026, 03.2026)',
    );
  });

  it.each(languages)('every code has a sentence without holes in %s, also with no figures at all', (language) => {
    for (const code of ReasonShape.shape.code.options) {
      const sentence = reasonSentence(context(language), { code });
      expect(sentence, code).toMatch(/\p{L}/u);
      expect(sentence, code).not.toMatch(/undefined|NaN|null/);
    }
  });
});

describe('steps of the calculation', () => {
  it('a limit in G, and one in kroner', () => {
    expect(step({ code: 'limit', amounts: [oere(47_792_150)], factor: 3500 })).toBe(
      'Inntektsgrense: 3,5 G = 477 921,50',
    );
    expect(step({ code: 'limit', amounts: [oere(60_000_000)] })).toBe('Inntektsgrense: 600 000');
  });

  it('a window shows its months and what it is multiplied by; twelve months are not multiplied', () => {
    const months = ['2026-08', '2026-10'] as Month[];
    const amounts = [oere(11_550_000), oere(0), oere(46_200_000)];
    expect(step({ code: 'member-window', basis: 'm3', memberId: 'a', amounts, factor: 4, months })).toBe(
      'Søker, siste 3 måneder (08.2026–10.2026): 115 500 × 4 = 462 000',
    );
    // What is the same on both sides is said once, and nobody multiplies by one.
    const year = [oere(45_500_000), oere(0), oere(45_500_000)];
    expect(step({ code: 'member-window', basis: 'm12', memberId: 'a', amounts: year, factor: 1, months })).toMatch(
      /: 455 000$/,
    );
    expect(step({ code: 'household-window', basis: 'm12', amounts: [oere(45_500_000), oere(45_500_000)] })).toMatch(
      /: 455 000$/,
    );
    expect(step({ code: 'limit-above-table', amounts: year, factor: 1 })).toMatch(/455 000 \+ 0 = 455 000$/);
    expect(step({ code: 'member-window', basis: 'm12', memberId: 'a', amounts, factor: 1, months })).toContain(
      ': 115 500 = ',
    );
  });

  it('what was entered by hand is added in the open', () => {
    const amounts = [oere(10_000_000), oere(2_400_000), oere(12_400_000)];
    expect(step({ code: 'member-year', basis: 'year', memberId: 'a', amounts, text: '2025' })).toBe(
      'Søker, skatteåret 2025: 100 000 + 24 000 lagt inn for hånd = 124 000',
    );
  });

  it('the household is the sum of its members', () => {
    expect(step({ code: 'household-year', basis: 'year', amounts: [oere(100), oere(200), oere(300)] })).toBe(
      'Husstanden, skatteåret 2025: 1 + 2 = 3',
    );
  });

  it.each(languages)('every code has a sentence without holes in %s', (language) => {
    for (const code of StepShape.shape.code.options) {
      expect(stepSentence(context(language), { code, amounts: [] }), code).not.toMatch(/undefined|NaN|null/);
    }
  });
});

it('a basis as a heading', () => {
  expect(basisHeading(context(), 'year')).toBe('Skatteåret 2025');
  expect(basisHeading(context('nn'), 'm3')).toBe('Siste 3 mnd × 4');
});

it('thousandths of G', () => {
  expect([3500, 5000, 4250].map(formatG)).toEqual(['3,5', '5,0', '4,25']);
});
