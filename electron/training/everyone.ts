import { DEBTORS } from './debtors.ts';
import { PEOPLE } from './people.ts';
import type { Person } from './peopleLanguage.ts';

/** Everyone made by hand: the housing desk's people and the collection desk's debtors. */
export const EVERYONE: readonly Person[] = [...PEOPLE, ...DEBTORS];
