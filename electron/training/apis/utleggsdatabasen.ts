import { randomUUID } from 'node:crypto';
import { type Instant, type IsoDate, osloDate } from '../../../shared/dates.ts';
import { isSyntheticNumber } from '../identifiers.ts';
import { Scope } from '../organisations.ts';
import type { Person } from '../peopleLanguage.ts';
import { type Api, type ApiCall, packageAccess, UUID } from './api.ts';
import { ULD_PROBLEMS } from './uldProblems.ts';
import { entryOf, idOf, isRemoved } from './utleggEntry.ts';

type Entry = NonNullable<ReturnType<typeof entryOf>>;

/** Utleggsdatabasen, the reading side of our own contract: all that is registered on a person, and one trekk. */
export const utleggsdatabasen: Api = {
  target: 'utleggsdatabasen',
  base: '/utleggsdatabasen/v1',
  scopes: [Scope.utlegg],
  method: 'GET',
  hasCallHeaders: true,
  // the contract names no code for too many calls; the next one free is taken
  problems: { ...ULD_PROBLEMS, unavailable: [503, 'ULD-002'], tooManyCalls: [429, 'ULD-009'] },
  personIn: ({ path }) => (path[1] === 'personer' ? path[2] : undefined),
  answer: (call) => {
    if (call.path[0] === 'utleggstrekk' && call.path.length === 2) return oneTrekk(call);
    const isOverview = call.path[1] === 'personer' && call.path[3] === 'utlegg' && call.path.length === 4;
    return isOverview ? overview(call) : 'unknownUrl';
  },
};

/** `/{rettighetspakke}/personer/{personidentifikator}/utlegg?inkluderAvsluttede=&utleggstype=` */
function overview(call: ApiCall): ReturnType<Api['answer']> {
  const [rettighetspakke = '', , personidentifikator = ''] = call.path;
  const access = packageAccess(call, 'utleggsdatabasen', rettighetspakke);
  const wanted = readQuery(call.query);
  if (access === 'unknown' || !isSyntheticNumber(personidentifikator) || !wanted) return 'badInput';
  if (access === 'not granted') return 'unauthorised';
  const found = call.people.get(personidentifikator);
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
}

const entriesOf = (person: Person, call: ApiCall): Entry[] =>
  person.utlegg
    .map((utlegg, index) => entryOf(utlegg, index, person, call.consumer, todayOf(call)))
    .filter((entry) => entry !== null);

const PARAMETERS = ['inkluderAvsluttede', 'utleggstype'];

/** Which entries are wanted; null when the query is not in order. */
function readQuery(query: URLSearchParams): ((entry: Entry) => boolean) | null {
  const ended = query.get('inkluderAvsluttede') ?? 'false';
  const kind = query.get('utleggstype');
  if (!hasOnly(query, PARAMETERS) || !['true', 'false'].includes(ended) || ![null, 'UTT', 'ITU'].includes(kind))
    return null;
  return ({ utleggstype, avslutning, slettedato }) =>
    (kind === null || utleggstype === kind) && (ended === 'true' || (!avslutning && !slettedato));
}

/** Only these parameters, each of them once at most. */
const hasOnly = (query: URLSearchParams, known: readonly string[]): boolean => {
  const names = [...query.keys()];
  return names.every((name) => known.includes(name)) && new Set(names).size === names.length;
};

/** `/utleggstrekk/{utleggstrekkId}?versjon=`. Of the trekk that are here from the start only the newest version is kept. */
function oneTrekk(call: ApiCall): ReturnType<Api['answer']> {
  const [, id = ''] = call.path;
  const version = call.query.get('versjon');
  if (!UUID.test(id) || !hasOnly(call.query, ['versjon']) || !/^[1-9]\d*$/.test(version ?? '1')) return 'badInput';
  if (call.consumer.packages.utleggsdatabasen.length === 0) return 'unauthorised';
  for (const person of call.people.values()) {
    const index = person.utlegg.findIndex((_, at) => idOf(person, at) === id.toLowerCase());
    const utlegg = person.utlegg[index];
    if (!utlegg || utlegg.kind === 'intetTilUtlegg') continue;
    if (isRemoved(utlegg)) return 'withdrawn';
    const entry = entryOf(utlegg, index, person, call.consumer, todayOf(call));
    if (!entry || (version !== null && Number(version) !== entry.versjon)) return 'noData';
    return { body: entry, headers: { etag: `"${entry.versjon}"` } };
  }
  return 'noData';
}

const todayOf = ({ now }: ApiCall): IsoDate => osloDate(new Date(now).toISOString() as Instant);

const OSLO = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' });

/** `2026-11-23T09:15:00+01:00`, as the contract's example has it. */
function osloTime(milliseconds: number): string {
  const zone = OSLO.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const offset = zone.slice(3);
  const hours = Number(offset.slice(0, 3));
  return `${new Date(milliseconds + hours * 3_600_000).toISOString().slice(0, 19)}${offset}`;
}
