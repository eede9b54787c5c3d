import { describe, expect, it } from 'vitest';
import { languages } from '../housing/caseFile.ts';
import { type ErrorCode, errorTable } from '../ipc/errors.ts';
import { errorForCaseworker, errorForIt } from './errorSentence.ts';
import { textIn } from './text.ts';

const errorCodes = Object.keys(errorTable) as ErrorCode[];

describe.each(languages)('the words about an error in %s', (language) => {
  const text = textIn(language);

  it.each(errorCodes)('%s: a sentence for the caseworker without codes, and one for IT', (code) => {
    const caseworker = errorForCaseworker(text, { code });
    expect(caseworker).toMatch(/^\p{Lu}.*\.$/u);
    expect(caseworker).not.toMatch(/MP-\d|undefined|IM-\d|SSG-/);
    const it = errorForIt(text, { code });
    expect(it).toMatch(/\.$/);
    expect(it).not.toContain('undefined');
    const facts: { readonly class: string; readonly authority?: string } = errorTable[code];
    if (facts.authority) expect(it).toContain(facts.authority);
  });
});

describe('the caseworker reads who must act', () => {
  const nb = textIn('nb');

  it('how far the clock is off, whichever way', () => {
    const sentence = errorForCaseworker(nb, { code: 'clock-wrong', detail: { offsetSeconds: -45 } });
    expect(sentence).toBe('Klokken på maskinen går feil (omtrent 45 sekunder). Oppslag virker ikke før den er stilt.');
  });

  it('Skatteetaten is not called Maskinporten when it is Skatteetaten that is down', () => {
    expect(errorForCaseworker(nb, { code: 'api-unavailable' })).toContain('Skatteetaten');
    expect(errorForCaseworker(nb, { code: 'mp-unavailable' })).toContain('Maskinporten');
  });
});

describe('IT reads what to mend', () => {
  it('which scope to add to which client', () => {
    const detail = { scope: 'skatteetaten:inntekt', clientId: 'abc' };
    expect(errorForIt(textIn('nb'), { code: 'mp-scope-not-added', detail })).toBe(
      'MP-200: legg skatteetaten:inntekt til klienten abc i selvbetjeningen.',
    );
  });
});
