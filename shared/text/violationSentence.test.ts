import { expect, test } from 'vitest';
import type { Violation } from '../utlegg/trekk.ts';
import { textIn } from './text.ts';
import { violationSentence } from './violationSentence.ts';

const violation = (over: Partial<Violation>): Violation => ({
  rule: null,
  level: 'error',
  code: 'TREKKPERIODE_FOR_LANG',
  field: '',
  text: null,
  ...over,
});

test('the same code says something milder as a warning', () => {
  const nb = textIn('nb');
  expect(violationSentence(nb, violation({}))).toContain('høyst to år etter første trekkdag');
  expect(violationSentence(nb, violation({ level: 'warning' }))).toContain('mer enn to år etter beslutningen');
  expect(violationSentence(nb, violation({ level: 'warning', code: 'SEN_REGISTRERING' }))).toContain('14 dager');
});

test("a code of the authority's own is told in its words, and without them by the code", () => {
  const nn = textIn('nn');
  expect(violationSentence(nn, violation({ code: 'HELT_NY', text: 'Noko er gale' }))).toBe('Noko er gale');
  expect(violationSentence(nn, violation({ code: 'HELT_NY' }))).toBe('Styresmakta godtek ikkje dette (HELT_NY)');
});
