import type { IsoDate } from '../dates.ts';
import type { ClaimType } from './claims.ts';

/** By what right the municipality looks a debtor up and decides (tjenestebeskrivelser.md 2, fagregler.md 2.2). */
export const collectionGrounds = [
  'tvangsfullbyrdelsesloven-2-15',
  'tvangsfullbyrdelsesloven-2-16',
  'tvangsfullbyrdelsesloven-5-7',
] as const;
export type CollectionGround = (typeof collectionGrounds)[number];

const always = '0000-01-01' as IsoDate;

/**
 * From when to when each ground is one. § 2-16 was the ground of the 2024 service description for utleggsdatabasen, and innkrevingsloven has
 * replaced the chapter it stood in: whether it still stands is a question for the municipality's lawyer (utleggsdatabasen.md 3.3).
 */
const groundPeriods: Readonly<Record<CollectionGround, { readonly from: IsoDate; readonly to: IsoDate | null }>> = {
  'tvangsfullbyrdelsesloven-2-15': { from: '2026-01-01' as IsoDate, to: null },
  'tvangsfullbyrdelsesloven-2-16': { from: always, to: '2025-12-31' as IsoDate },
  'tvangsfullbyrdelsesloven-5-7': { from: always, to: null },
};

/** Is it a ground on that day? */
export function isGroundOn(ground: CollectionGround, date: IsoDate): boolean {
  const { from, to } = groundPeriods[ground];
  return from <= date && (to === null || date <= to);
}

/** The special statute that makes a claim of the type enforceable without a judgment (tvangsgrunnlag); null for a type that has none here. */
export const tvangsgrunnlag = {
  eiendomsskatt: 'eigedomsskattelova-27',
  vannOgAvloep: 'vass-og-avloepsanleggslova-6',
  feiingOgTilsyn: 'brann-og-eksplosjonsvernloven-28',
  avfall: 'forurensningsloven-34',
  vegtrafikk: 'vegtrafikkloven-38',
  besoeksbidrag: 'besoeksbidragsloven',
  husleie: null,
} as const satisfies Readonly<Record<ClaimType, string | null>>;
