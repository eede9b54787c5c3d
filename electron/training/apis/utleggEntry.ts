import { createHash } from 'node:crypto';
import { addDays, type IsoDate } from '../../../shared/dates.ts';
import type { Organisation } from '../organisations.ts';
import type { Person } from '../peopleLanguage.ts';
import type { Authority, Claim, Trekk, Utlegg, Withheld } from '../utleggLanguage.ts';

type Json = Readonly<Record<string, unknown>>;

/**
 * One entry as a caller may see it on a day, in the words of our contract; `index` is its place among the person's. Null: removed as wrongly
 * registered, which only the one who registered it can still see.
 */
export function entryOf(
  utlegg: Utlegg,
  index: number,
  person: Person,
  consumer: Organisation,
  today: IsoDate,
): Json | null {
  if (utlegg.kind === 'intetTilUtlegg') return nothingToTake(utlegg, index, today);
  if (isRemoved(utlegg) && !isOwn(utlegg, consumer)) return null;
  const common = {
    utleggstype: 'UTT',
    utleggstrekkId: idOf(person, index),
    skyldner: { personidentifikator: person.nationalId },
    beslutningsdato: utlegg.decided(today),
  };
  return utlegg.kind === 'newKindTrekk'
    ? { ...common, versjon: 1, opplysningsnivaa: 'begrenset', regelverk: 'nytt', status: 'loepende' }
    : { ...common, ...trekkOf(utlegg, index, consumer, today, person.shielding !== null) };
}

const isOwn = (utlegg: Utlegg, { number }: Organisation): boolean =>
  utlegg.kind === 'trekk' && utlegg.by.number === number;

/** Wrongly registered: it was never to be there. */
export const isRemoved = (utlegg: Utlegg): boolean =>
  utlegg.kind === 'trekk' && utlegg.ended?.aarsak === 'feilregistrert';

/** A trekk as the caller may see it: the claims and where the money goes are for the one who registered it, and a protected person's payer for nobody. */
function trekkOf(trekk: Trekk, index: number, consumer: Organisation, today: IsoDate, isShielded: boolean): Json {
  const { by, ended } = trekk;
  const decided = trekk.decided(today);
  const withheld: readonly Withheld[] = [...(trekk.withheld ?? []), ...(isShielded ? ['trekkpliktig' as const] : [])];
  const members: Readonly<Record<Withheld, unknown>> = {
    regelverk: 'gammelt',
    trekkstatus: ended ? 'avsluttet' : 'aktiv',
    saksoeker: { organisasjonsnummer: by.number, navn: by.name },
    namsmyndighet: namsmyndighet(by, index, decided),
    innfoertILoesoereregisteret: addDays(decided, 3),
    trekkpliktig: { organisasjonsnummer: trekk.payer.number, navn: trekk.payer.name },
    trekkstoerrelseForPeriode: trekk.periods.map(([first, final, size]) => ({
      startdato: first(today),
      sluttdato: final(today),
      ...('trekkbeloep' in size ? { trekkbeloep: size } : { trekkprosent: size }),
    })),
    bestePrioritetDekningsloven: trekk.letter,
  };
  return {
    versjon: trekk.versjon ?? 1,
    opplysningsnivaa: withheld.length > 0 ? 'begrenset' : 'full',
    status: statusOf(trekk),
    ...Object.fromEntries(Object.entries(members).filter(([name]) => !withheld.some((kept) => kept === name))),
    ...(ended ? { avslutning: { aarsak: ended.aarsak, sluttdato: ended.on(today) } } : {}),
    ...(isOwn(trekk, consumer) ? forItsOwner(trekk, index, today) : {}),
  };
}

function statusOf(trekk: Trekk): string {
  if (isRemoved(trekk)) return 'slettet';
  return trekk.ended ? 'avsluttet' : (trekk.status ?? 'loepende');
}

const forItsOwner = ({ claims = [], decided, by }: Trekk, index: number, today: IsoDate): Json => ({
  innsendersReferanse: caseNumber(index, decided(today)),
  varseldato: addDays(decided(today), -30),
  krav: claims.map((claim) => krav(claim, today)),
  betalingsinformasjon: { betalingsmottaker: by.number, kontonummer: OWN_ACCOUNT, kidnummer: OWN_KID },
  underretningTilSkyldner: { sendtDato: decided(today), kanal: 'digitalPostkasse' },
});

/** 9999 is no bank; the KID is one that passes mod 10. */
const OWN_ACCOUNT = '99990512341';
const OWN_KID = '1002003000';

const krav = ({ reference, type, letter, due, original, remaining }: Claim, today: IsoDate): Json => ({
  innsendersKravreferanse: reference,
  kravtype: type,
  kravdetaljer: 'Hovedkrav',
  kravforfall: { forfallsdato: due(today) },
  opprinneligBeloep: { beloep: original, valuta: 'NOK' },
  gjenstaaendeBeloep: { beloep: remaining, valuta: 'NOK' },
  prioritetDekningsloven: letter,
});

function nothingToTake(
  { by, decided, deleted }: Extract<Utlegg, { kind: 'intetTilUtlegg' }>,
  index: number,
  today: IsoDate,
): Json {
  const beslutningsdato = decided(today);
  return {
    utleggstype: 'ITU',
    beslutningsdato,
    innfoertILoesoereregisteret: addDays(beslutningsdato, 5),
    namsmyndighet: namsmyndighet(by, index, beslutningsdato),
    ...(deleted ? { slettedato: deleted(today) } : {}),
  };
}

const namsmyndighet = ({ number, name, type }: Authority, index: number, decided: IsoDate): Json => ({
  organisasjonsnummer: number,
  navn: name,
  namsmyndighetstype: type,
  saksnummer: caseNumber(index, decided),
});

const caseNumber = (index: number, decided: IsoDate): string => `${decided.slice(0, 4)}-${100_101 + index}`;

/** The id of a person's entry at a place: the same UUID on every day. */
export function idOf({ nationalId }: Person, index: number): string {
  const hex = createHash('sha256').update(`${nationalId} ${index}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
