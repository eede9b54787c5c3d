import { describe, expect, it } from 'vitest';
import type { Month } from '../dates.ts';
import type { Finding } from '../income/findings.ts';
import { oere } from '../money.ts';
import { findingSentence } from './findingSentence.ts';
import { textIn } from './text.ts';

const about = { memberId: 'a', source: 'inntekt', traces: [] } as const;
const sentence = (finding: Finding, language: 'nb' | 'nn' = 'nb') =>
  findingSentence(textIn(language), finding).replaceAll('\u202F', ' ');
const june = ['2026-06'] as Month[];

describe('findings in words', () => {
  it('a correction names its month, its amount and the register’s own text', () => {
    const finding = {
      ...about,
      months: june,
      kind: 'loennsinntekt',
      registerCode: 'feriepenger',
      amount: oere(-420_000),
    } as const;
    expect(sentence({ ...finding, code: 'negative' })).toBe(
      'Inntekt 06.2026: korreksjon eller trekk i lønn på −4 200 kr (Feriepenger fra arbeidsgiver).',
    );
  });

  it('nothing reported is never «no income»', () => {
    expect(sentence({ ...about, code: 'nothing', months: june })).toContain('Det betyr ikke at inntekten er null.');
    expect(sentence({ ...about, code: 'noReports', months: june }, 'nn')).toContain(
      'Det tyder ikkje at inntekta er null.',
    );
  });

  it('a code that no list has is shown as it is, and an amount that was not delivered is said to be so', () => {
    const finding = { ...about, kind: 'loennsinntekt', registerCode: 'kodeUtenListe', amount: null, count: 1 } as const;
    expect(sentence({ ...finding, code: 'unknownCode' })).toBe(
      'Lønn med koden Kode uten liste, beløp ikke oppgitt: koden står ikke i våre lister.',
    );
  });

  it('what is about a year says which', () => {
    expect(sentence({ ...about, source: 'skattegrunnlag', year: 2025, code: 'unread', count: 2 })).toBe(
      'Skatteåret 2025: 2 linjer i svaret lot seg ikke lese.',
    );
  });
});
