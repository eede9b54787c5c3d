import { createHash, randomUUID } from 'node:crypto';
import { addDays, type Instant, type IsoDate, osloDate } from '../../../shared/dates.ts';
import { isSyntheticNumber } from '../identifiers.ts';
import { type Organisation, Scope } from '../organisations.ts';
import type { Person } from '../peopleLanguage.ts';
import type { Authority, Claim, Trekk, Utlegg, Withheld } from '../utleggLanguage.ts';
import { type Api, type ApiCall, packageAccess } from './api.ts';
import { ULD_PROBLEMS } from './uldProblems.ts';

type Json = Readonly<Record<string, unknown>>;

/** Utleggsdatabasen, the reading side: `/{rettighetspakke}/personer/{personidentifikator}/utlegg`, by our own contract. */
export const utleggsdatabasen: Api = {
  target: 'utleggsdatabasen',
  base: '/utleggsdatabasen/v1',
  scopes: [Scope.utlegg],
  method: 'GET',
  hasCallHeaders: true,
  // the contract names no code for too many calls; the next one free is taken
  problems: { ...ULD_PROBLEMS, unavailable: [503, 'ULD-002'], tooManyCalls: [429, 'ULD-009'] },
  personIn: ({ path }) => path[2],
  answer: (call) => {
    const [rettighetspakke = '', personer, personidentifikator = '', utlegg, ...more] = call.path;
    if (personer !== 'personer' || utlegg !== 'utlegg' || more.length > 0) return 'unknownUrl';
    const access = packageAccess(call, 'utleggsdatabasen', rettighetspakke);
    const wanted = readQuery(call.query);
    if (access === 'unknown' || !isSyntheticNumber(personidentifikator) || !wanted) return 'badInput';
    if (access === 'not granted') return 'unauthorised';
    const found = call.person(personidentifikator);
    if (found?.unanswered.includes('utleggsdatabasen')) return 'unavailable';
    // nothing registered and nobody of that number are the same here: the register of people is another
    const entries = found ? entriesOf(found, call).filter(wanted) : [];
    const count = (utleggstype: string): number => entries.filter((entry) => entry.utleggstype === utleggstype).length;
    return {
      body: {
        personidentifikator,
        oppslagId: randomUUID(),
        oppslagstidspunkt: osloTime(call.clock),
        antallUTT: count('UTT'),
        antallITU: count('ITU'),
        utlegg: entries,
        meldinger: entries.length === 0 ? ['Ingen registrerte utleggstrekk.'] : [],
      },
    };
  },
};

const PARAMETERS = ['inkluderAvsluttede', 'utleggstype'];

/** Which entries are wanted; null when the query is not in order. */
function readQuery(query: URLSearchParams): ((entry: Json) => boolean) | null {
  const names = [...query.keys()];
  const ended = query.get('inkluderAvsluttede') ?? 'false';
  const kind = query.get('utleggstype');
  const isInOrder =
    names.every((name) => PARAMETERS.includes(name)) &&
    new Set(names).size === names.length &&
    ['true', 'false'].includes(ended) &&
    [null, 'UTT', 'ITU'].includes(kind);
  if (!isInOrder) return null;
  return ({ utleggstype, avslutning, slettedato }) =>
    (kind === null || utleggstype === kind) && (ended === 'true' || (!avslutning && !slettedato));
}

function entriesOf(person: Person, { consumer, now }: ApiCall): Json[] {
  const today = osloDate(new Date(now).toISOString() as Instant);
  return person.utlegg.map((utlegg, index) => entryOf(utlegg, index, person, consumer, today));
}

function entryOf(utlegg: Utlegg, index: number, person: Person, consumer: Organisation, today: IsoDate): Json {
  if (utlegg.kind === 'intetTilUtlegg') return nothingToTake(utlegg, index, today);
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
    status: ended ? 'avsluttet' : (trekk.status ?? 'loepende'),
    ...Object.fromEntries(Object.entries(members).filter(([name]) => !withheld.some((kept) => kept === name))),
    ...(ended ? { avslutning: { aarsak: ended.aarsak, sluttdato: ended.on(today) } } : {}),
    ...(by.number === consumer.number ? forItsOwner(trekk, index, today) : {}),
  };
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

/** The same UUID for the same entry on every day. */
function idOf({ nationalId }: Person, index: number): string {
  const hex = createHash('sha256').update(`${nationalId} ${index}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const OSLO = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' });

/** `2026-11-23T09:15:00+01:00`, as the contract's example has it. */
function osloTime(milliseconds: number): string {
  const zone = OSLO.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const offset = zone.slice(3);
  const hours = Number(offset.slice(0, 3));
  return `${new Date(milliseconds + hours * 3_600_000).toISOString().slice(0, 19)}${offset}`;
}
