import { addDays, addMonths, addMonthsToDate, type IsoDate, monthOf } from '../../shared/dates.ts';
import type { PriorityLetter } from '../../shared/garnishment/claims.ts';
import { organisationNumber } from './identifiers.ts';
import { FJELLVIK, HAVDAL } from './organisations.ts';
import type { Payer } from './peopleLanguage.ts';

// ---- days ------------------------------------------------------------------------------------------------------------------------------

/** A day, given today: what runs and what is old never goes stale. */
export type Day = (today: IsoDate) => IsoDate;

/** The same day of the month, that many months back. */
export const monthsAgo =
  (months: number): Day =>
  (today) =>
    addMonthsToDate(today, -months);

/** The first day of the month that is so many months from this one (negative: back). */
export const firstOf =
  (months: number): Day =>
  (today) =>
    `${addMonths(monthOf(today), months)}-01` as IsoDate;

/** The last day of the month that is so many months from this one. */
export const lastOf =
  (months: number): Day =>
  (today) =>
    addDays(firstOf(months + 1)(today), -1);

// ---- who decided -----------------------------------------------------------------------------------------------------------------------

/** A namsmyndighet, with its kind as the contract spells it. */
export interface Authority {
  readonly number: string;
  readonly name: string;
  readonly type:
    | 'kommunalSaernamsmyndighet'
    | 'alminneligNamsmann'
    | 'innkrevingsmyndigheten'
    | 'statensInnkrevingssentral'
    | 'bidragOgTilbakebetaling';
}

const municipality = ({ number, name }: Payer): Authority => ({ number, name, type: 'kommunalSaernamsmyndighet' });
const authority = (eightDigits: string, name: string, type: Authority['type']): Authority => ({
  number: organisationNumber(eightDigits),
  name,
  type,
});

/** The municipality that training is about. */
export const OWN = municipality(FJELLVIK);
export const NEIGHBOUR = municipality(HAVDAL);
export const NAMSMANN = authority('29110034', 'NAMSMANNEN I FJELLVIK (OPPLÆRING)', 'alminneligNamsmann');
export const INNKREVING = authority('29120045', 'SKATTEETATEN INNKREVING (OPPLÆRING)', 'innkrevingsmyndigheten');
export const SENTRAL = authority('29130056', 'STATENS INNKREVINGSSENTRAL (OPPLÆRING)', 'statensInnkrevingssentral');
export const BIDRAG = authority('29140078', 'BIDRAG OG TILBAKEBETALING (OPPLÆRING)', 'bidragOgTilbakebetaling');

// ---- what is registered ----------------------------------------------------------------------------------------------------------------

/** Kroner a month, or per cent of what the payer deducts from. */
type Size = { readonly trekkbeloep: number } | { readonly trekkprosent: number };
export const kroner = (trekkbeloep: number): Size => ({ trekkbeloep });
export const percent = (trekkprosent: number): Size => ({ trekkprosent });

/** First day, last day and size. */
type Period = readonly [Day, Day, Size];

/** One size for two years, from the first of the month that is so many months from this one (negative: back). */
export const twoYears = (start: number, size: Size): readonly [Period] => [[firstOf(start), lastOf(start + 23), size]];

/** A claim of our own municipality in its trekk, kroner. */
export interface Claim {
  readonly reference: string;
  readonly type: 'eiendomsskatt' | 'vannOgAvloep' | 'avfallsgebyr' | 'feiegebyr' | 'parkering' | 'annet';
  readonly letter: PriorityLetter;
  readonly due: Day;
  readonly original: number;
  readonly remaining: number;
}

/** A member of the answer that another authority can keep back. */
export type Withheld =
  | 'namsmyndighet'
  | 'saksoeker'
  | 'regelverk'
  | 'trekkstatus'
  | 'trekkpliktig'
  | 'trekkstoerrelseForPeriode'
  | 'bestePrioritetDekningsloven'
  | 'innfoertILoesoereregisteret';

interface TrekkFacts {
  readonly decided: Day;
  /** In order. */
  readonly periods: readonly Period[];
  readonly payer: Payer;
  readonly letter: PriorityLetter;
  /** Default: it runs. */
  readonly status?: 'registrert' | 'ventende' | 'stanset';
  /** Default: never changed. */
  readonly versjon?: number;
  /** `feilregistrert`: it was never to be there, and only the one who registered it can see that it was. */
  readonly ended?: {
    readonly aarsak: 'innfridd' | 'utloept' | 'overfoertTilSamordnetTrekk' | 'feilregistrert';
    readonly on: Day;
  };
  readonly claims?: readonly Claim[];
  readonly withheld?: readonly Withheld[];
}

/** A trekk under the old rules. */
export interface Trekk extends TrekkFacts {
  readonly kind: 'trekk';
  readonly by: Authority;
}

/** One entry of utleggsdatabasen on a person. */
export type Utlegg =
  | Trekk
  /** Registered under the new regulation: nothing but the day it was decided. */
  | { readonly kind: 'newKindTrekk'; readonly decided: Day }
  | {
      readonly kind: 'intetTilUtlegg';
      readonly by: Authority;
      readonly decided: Day;
      readonly deleted: Day | null;
    };

export const trekk = (by: Authority, facts: TrekkFacts): Trekk => ({ kind: 'trekk', by, ...facts });
export const newKindTrekk = (decided: Day): Utlegg => ({ kind: 'newKindTrekk', decided });
export const intetTilUtlegg = (by: Authority, decided: Day, deleted: Day | null = null): Utlegg => ({
  kind: 'intetTilUtlegg',
  by,
  decided,
  deleted,
});
