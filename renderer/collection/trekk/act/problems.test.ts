import { describe, expect, it } from 'vitest';
import { textIn } from '../../../../shared/text/text.ts';
import type { Violation } from '../../../../shared/utlegg/trekk.ts';
import { hasProblemIn, labelled, problemsOf, sentenceAt, withoutReason } from './problems.ts';

const text = textIn('nb');
const violation = (code: string, field: string, over: Partial<Violation> = {}): Violation => ({
  rule: null,
  level: 'error',
  code,
  field,
  text: null,
  ...over,
});

describe('what is wrong with an act', () => {
  it('a field that can’t be read is not held against the rules as well', () => {
    const problems = problemsOf(
      text,
      [{ field: 'decisionDate', should: 'date' }],
      [violation('UGYLDIG_BESLUTNINGSDATO', 'decisionDate'), violation('UGYLDIG_KID', 'payment.kid')],
    );
    expect(problems.map(({ field, sentence }) => [field, sentence])).toEqual([
      ['decisionDate', text.trekk.misread.date],
      ['payment.kid', text.trekkRules.violations.UGYLDIG_KID],
    ]);
  });

  it('a rule that the authority alone knows is said in its words, or by its code', () => {
    const problems = problemsOf(
      text,
      [],
      [violation('NY_REGEL', '', { text: 'Noe nytt' }), violation('ANNEN_REGEL', '')],
    );
    expect(sentenceAt(problems, '')).toBe('Noe nytt Myndigheten godtar ikke dette (ANNEN_REGEL)');
  });

  it('a problem in a claim opens that claim and no other', () => {
    const problems = problemsOf(text, [], [violation('UGYLDIG_BELOEP', 'claims.1.remaining')]);
    expect([0, 1, 10].map((index) => hasProblemIn(problems, `claims.${index}`))).toEqual([false, true, false]);
  });

  it('a warning goes on only with a reason; the same rule needs one', () => {
    const late = violation('SEN_REGISTRERING', 'decisionDate', { level: 'warning' });
    const problems = problemsOf(text, [], [late, { ...late, field: 'x' }, violation('UGYLDIG_KID', 'payment.kid')]);
    expect(withoutReason(problems, { SEN_REGISTRERING: ' ' })).toEqual(['SEN_REGISTRERING']);
    expect(withoutReason(problems, { SEN_REGISTRERING: 'Ferie' })).toEqual([]);
  });
});

describe('a problem away from its field', () => {
  it('is named where the sentence alone would not tell which field', () => {
    const problems = problemsOf(
      text,
      [{ field: 'claims.1.remaining', should: 'amount' }],
      [violation('FELT_MANGLER', 'signedBy'), violation('UGYLDIG_KID', 'payment.kid')],
    );
    expect(problems.map((problem) => labelled(text, problem))).toEqual([
      'Krav 2, gjenstår: Skriv beløpet i kroner.',
      'Underskrevet av: Feltet må fylles ut',
      text.trekkRules.violations.UGYLDIG_KID,
    ]);
  });
});
