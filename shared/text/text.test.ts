import { describe, expect, it } from 'vitest';
import { textIn } from './text.ts';

/** Every fixed sentence in a text, with its place. */
function sentencesIn(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => sentencesIn(inner, `${place}.${key}`));
}

describe('the words of the program', () => {
  it('nynorsk has no words that only bokmål has', () => {
    const bokmaal =
      /(?<!\p{L})(ikke|hva|hvor|hvem|hvordan|fra|noe|noen|bare|ennå|hver|dere|jeg|kommer|gjelder|opplysninger|saken|måneder|utregning)(?!\p{L})/iu;
    const wrong = sentencesIn(textIn('nn')).filter(([, sentence]) => bokmaal.test(sentence));
    expect(wrong).toEqual([]);
  });

  it.each(['nb', 'nn'] as const)('%s: no exclamation marks, no double spaces, no straight quotes', (language) => {
    const wrong = sentencesIn(textIn(language)).filter(([, sentence]) => /!| {2}|"/.test(sentence));
    expect(wrong).toEqual([]);
  });
});
