import type { IsoDate } from '../dates.ts';

/** The priority letters of dekningsloven § 2-8: a child maintenance, b compensation for crime, c fines, d tax and public charges, e the rest. */
export const priorityLetters = ['a', 'b', 'c', 'd', 'e'] as const;
export type PriorityLetter = (typeof priorityLetters)[number];

/** What a municipality may be owed that someone could take for a § 2-14 claim. `husleie` is here so that it can be refused by name. */
export const claimTypes = [
  'eiendomsskatt',
  'vannOgAvloep',
  'feiingOgTilsyn',
  'avfall',
  'vegtrafikk',
  'besoeksbidrag',
  'husleie',
] as const;
export type ClaimType = (typeof claimTypes)[number];

/**
 * R-CLAIMTYPES: the closed list of tvangsfullbyrdelsesloven § 2-14 with the first day of each letter in it; null = never on the list.
 * Letter f (besøksbidrag) came on 1 July 2026 by lov 20 June 2025 nr. 104 § 5-2.
 */
const onTheListFrom: Readonly<Record<ClaimType, IsoDate | null>> = {
  eiendomsskatt: '0000-01-01' as IsoDate,
  vannOgAvloep: '0000-01-01' as IsoDate,
  feiingOgTilsyn: '0000-01-01' as IsoDate,
  avfall: '0000-01-01' as IsoDate,
  vegtrafikk: '0000-01-01' as IsoDate,
  besoeksbidrag: '2026-07-01' as IsoDate,
  husleie: null,
};

/** May the municipality itself decide utlegg for this claim on that day? `not-yet` says from when. */
export function onTheList(
  type: ClaimType,
  decisionDate: IsoDate,
):
  | { readonly allowed: true }
  | { readonly allowed: false; readonly why: 'never' | 'not-yet'; readonly from: IsoDate | null } {
  const from = onTheListFrom[type];
  if (from === null) return { allowed: false, why: 'never', from };
  return decisionDate >= from ? { allowed: true } : { allowed: false, why: 'not-yet', from };
}
