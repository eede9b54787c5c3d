import { PEOPLE } from '../electron/training/people.ts';
import type { Person } from '../electron/training/peopleLanguage.ts';

/** The synthetic person of this name; the names say nothing, so each is chosen below for what the registers hold about them. */
function named(name: string): Person {
  const person = PEOPLE.find((one) => one.name === name);
  if (!person) throw new Error(`nobody in training is called ${name}`);
  return person;
}

/** The people of the journeys, by what they show. */
export const people = {
  steadyWage: named('Stødig Furu'),
  disability: named('Rolig Vann'),
  child: named('Liten Fiol'),
  severalEmployers: named('Travel Maur'),
  /** The family of example H2 (fagregler.md 5): two adults and a youth with income, and a child without. */
  family: {
    wage: named('H2 Voksen En'),
    disability: named('H2 Voksen To'),
    youth: named('H2 Ungdom'),
    child: named('H2 Barn'),
  },
  shielded: named('Lukket Dør'),
  partlyShielded: named('Høy Hekk'),
  nothingReported: named('Øde Øy'),
  unknownNumber: named('Ingen Steder'),
  withdrawnYear: named('Visket Tavle'),
} as const;
