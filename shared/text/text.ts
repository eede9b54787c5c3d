import type { Language } from '../housing/caseFile.ts';
import { nb } from './nb.ts';
import { nn } from './nn.ts';

export type Text = typeof nb;

const texts = { nb, nn } satisfies Record<Language, Text>;

/** All words of the program in a language. */
export const textIn = (language: Language): Text => texts[language];
