import { randomUUID } from 'node:crypto';
import { isSyntheticNumber } from '../identifiers.ts';
import { Scope } from '../organisations.ts';
import { type Answer, type Api, type ApiCall, type Good, packageAccess, todayOf, UUID } from './api.ts';
import { versionSeenBy } from './registeredTrekk.ts';
import { registrering } from './registrering.ts';
import { ULD_PROBLEMS } from './uldProblems.ts';
import { entryOf, idOf, isRemoved } from './utleggEntry.ts';

type Entry = NonNullable<ReturnType<typeof entryOf>>;

/** Utleggsdatabasen by our own contract: all that is registered on a person, one trekk, and (registrering.ts) what is written. */
export const utleggsdatabasen: Api = {
  target: 'utleggsdatabasen',
  base: '/utleggsdatabasen/v1',
  hasCallHeaders: true,
  // the contract names no code for too many calls; the next one free is taken
  problems: { ...ULD_PROBLEMS, unavailable: [503, 'ULD-002'], tooManyCalls: [429, 'ULD-009'] },
  operations: [
    {
      method: 'GET',
      path: '{rettighetspakke}/personer/{personidentifikator}/utlegg',
      scopes: [Scope.utlegg],
      answer: overview,
    },
    { method: 'GET', path: 'utleggstrekk/{utleggstrekkId}', scopes: [Scope.utlegg], answer: oneTrekk },
    ...registrering,
  ],
};

/** Parameters: `inkluderAvsluttede`, `utleggstype`. The answer's `oppslagId` is remembered: a registration must refer to it. */
function overview(call: ApiCall): Answer {
  const { rettighetspakke = '', personidentifikator = '' } = call.parameters;
  const access = packageAccess(call, 'utleggsdatabasen', rettighetspakke);
  const wanted = readQuery(call.query);
  if (access === 'unknown' || !isSyntheticNumber(personidentifikator) || !wanted) return 'badInput';
  if (access === 'not granted') return 'unauthorised';
  if (call.people.get(personidentifikator)?.unanswered.includes('utleggsdatabasen')) return 'unavailable';
  const entries = entriesOf(personidentifikator, call).filter(wanted);
  const count = (utleggstype: string): number => entries.filter((entry) => entry.utleggstype === utleggstype).length;
  const oppslagId = randomUUID();
  call.registrations.add({
    kind: 'oppslag',
    at: new Date(call.clock).toISOString(),
    oppslagId,
    by: call.consumer.number,
    nationalId: personidentifikator,
    changes: call.registrations.changesOn(personidentifikator),
  });
  return {
    body: {
      personidentifikator,
      oppslagId,
      oppslagstidspunkt: osloTime(call.clock),
      antallUTT: count('UTT'),
      antallITU: count('ITU'),
      utlegg: entries,
      meldinger: entries.length === 0 ? ['Ingen registrerte utleggstrekk.'] : [],
    },
  };
}

/** What was here from the start, as it has become, and then what was registered since. A number that nobody has gives none: the register of people is another. */
function entriesOf(personidentifikator: string, call: ApiCall): Entry[] {
  const { consumer, registrations } = call;
  const today = todayOf(call);
  const person = call.people.get(personidentifikator);
  const utlegg = person?.utlegg ?? [];
  const written = new Map(registrations.newest(personidentifikator).map((one) => [one.utleggstrekkId, one]));
  const fromStart = utlegg.map((one, index) => {
    const id = person ? idOf(person, index) : '';
    const version = written.get(id);
    written.delete(id);
    if (version) return versionSeenBy(version, person, consumer, today);
    return person ? entryOf(one, index, person, consumer, today) : null;
  });
  const since = [...written.values()].map((version) => versionSeenBy(version, person, consumer, today));
  return [...fromStart, ...since].filter((entry) => entry !== null);
}

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

/** Parameter: `versjon`. Of the trekk that are here from the start, versions before the first change made here are not kept. */
function oneTrekk(call: ApiCall): Answer {
  const { utleggstrekkId: id = '' } = call.parameters;
  const asked = call.query.get('versjon');
  if (!UUID.test(id) || !hasOnly(call.query, ['versjon']) || !/^[1-9]\d*$/.test(asked ?? '1')) return 'badInput';
  if (call.consumer.packages.utleggsdatabasen.length === 0) return 'unauthorised';
  const versions = call.registrations.versions(id.toLowerCase());
  const newest = versions.at(-1);
  if (!newest) return fromTheStart(id.toLowerCase(), asked, call);
  if (newest.content.avslutning?.aarsak === 'feilregistrert') return 'withdrawn';
  const version = asked === null ? newest : versions.find(({ versjon }) => versjon === Number(asked));
  if (!version) return 'noData';
  const person = call.people.get(version.content.skyldner.personidentifikator);
  return withVersion(versionSeenBy(version, person, call.consumer, todayOf(call)));
}

function fromTheStart(id: string, asked: string | null, call: ApiCall): Answer {
  for (const person of call.people.values()) {
    const index = person.utlegg.findIndex((_, at) => idOf(person, at) === id);
    const utlegg = person.utlegg[index];
    if (!utlegg || utlegg.kind === 'intetTilUtlegg') continue;
    if (isRemoved(utlegg)) return 'withdrawn';
    const entry = entryOf(utlegg, index, person, call.consumer, todayOf(call));
    return asked === null || Number(asked) === entry?.versjon ? withVersion(entry) : 'noData';
  }
  return 'noData';
}

const withVersion = (entry: Entry | null): Good | 'noData' =>
  entry ? { body: entry, headers: { etag: `"${entry.versjon}"` } } : 'noData';

const OSLO = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Oslo', timeZoneName: 'longOffset' });

/** `2026-11-23T09:15:00+01:00`, as the contract's example has it. */
function osloTime(milliseconds: number): string {
  const zone = OSLO.formatToParts(milliseconds).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const offset = zone.slice(3);
  const hours = Number(offset.slice(0, 3));
  return `${new Date(milliseconds + hours * 3_600_000).toISOString().slice(0, 19)}${offset}`;
}
