import { type Instant, type IsoDate, parseIsoDate } from '../dates.ts';
import { type PriorityLetter, priorityLetters } from '../garnishment/claims.ts';
import type { NationalId } from '../identity/nationalId.ts';
import { list, record, text } from '../income/read.ts';
import { parseKroner } from '../money.ts';
import { fail, ok, type Result } from '../result.ts';
import {
  type IntetTilUtlegg,
  type TrekkPeriod,
  type UtleggOverview,
  type UtleggstrekkEntry,
  utleggStates,
} from './overview.ts';

type Fields = Readonly<Record<string, unknown>>;
type Unread = UtleggOverview['unread'];

/**
 * Reads what utleggsdatabasen holds on `person` (our contract, electron/utleggsdatabasen/openapi.yaml). Tolerant of new fields and of everything
 * another authority may withhold; strict about meaning: an answer about somebody else, without its lookup id or its list is no answer, an
 * unknown state is `ukjent`, a missing size is null and never 0, and what could not be read is named by place, never by value.
 */
export function parseOverview(body: unknown, person: NationalId): Result<UtleggOverview, 'not-an-utlegg-answer'> {
  const answer = record(body);
  const lookupId = text(answer?.oppslagId);
  const at = readInstant(answer?.oppslagstidspunkt);
  if (!answer || answer.personidentifikator !== person || lookupId === null || at === null) {
    return fail('not-an-utlegg-answer');
  }
  if (!Array.isArray(answer.utlegg)) return fail('not-an-utlegg-answer');
  const unread: Unread = [];
  const entries = (answer.utlegg as readonly unknown[]).flatMap((value, index) =>
    readEntry(value, String(index), unread),
  );
  const counted = (kind: 'utleggstrekk' | 'intetTilUtlegg') => entries.filter((entry) => entry.kind === kind).length;
  for (const [field, count] of [
    ['antallUTT', counted('utleggstrekk')],
    ['antallITU', counted('intetTilUtlegg')],
  ] as const) {
    if (answer[field] !== undefined && answer[field] !== count) unread.push({ ref: field, why: 'count-differs' });
  }
  return ok({ lookupId, at, entries, unread });
}

function readEntry(value: unknown, ref: string, unread: Unread): UtleggOverview['entries'] {
  const entry = record(value);
  if (entry?.utleggstype === 'UTT') return [readTrekk(entry, ref, unread)];
  if (entry?.utleggstype === 'ITU') return [readIntetTilUtlegg(entry, ref)];
  unread.push({ ref, why: entry === null ? 'bad-shape' : 'unknown-type' });
  return [];
}

function readTrekk(entry: Fields, ref: string, unread: Unread): UtleggstrekkEntry {
  const authority = record(entry.namsmyndighet);
  const ended = record(entry.avslutning);
  const claims = list(entry.krav, ref, []).map(record);
  return {
    kind: 'utleggstrekk',
    ref,
    id: text(entry.utleggstrekkId),
    version: Number.isSafeInteger(entry.versjon) ? Number(entry.versjon) : null,
    level: oneOf(['full', 'begrenset'] as const, entry.opplysningsnivaa) ?? 'ukjent',
    rules: oneOf(['gammelt', 'nytt'] as const, entry.regelverk) ?? 'ukjent',
    state: oneOf(utleggStates, entry.status) ?? (entry.trekkstatus === 'avsluttet' ? 'avsluttet' : 'ukjent'),
    decidedOn: readDate(entry.beslutningsdato),
    registeredOn: readDate(entry.innfoertILoesoereregisteret),
    creditor: readBody(entry.saksoeker),
    authority: authority && {
      ...bodyOf(authority),
      type: text(authority.namsmyndighetstype),
      caseNumber: text(authority.saksnummer),
    },
    payer: readBody(entry.trekkpliktig),
    periods: readPeriods(entry.trekkstoerrelseForPeriode, ref, unread),
    letter:
      readLetter(entry.bestePrioritetDekningsloven) ??
      claims.map((claim) => readLetter(claim?.prioritetDekningsloven)).reduce(better, null),
    claimReferences: claims.flatMap((claim) => text(claim?.innsendersKravreferanse) ?? []),
    ended: ended && { reason: text(ended.aarsak), lastDay: readDate(ended.sluttdato) },
  };
}

const readIntetTilUtlegg = (entry: Fields, ref: string): IntetTilUtlegg => ({
  kind: 'intetTilUtlegg',
  ref,
  decidedOn: readDate(entry.beslutningsdato),
  registeredOn: readDate(entry.innfoertILoesoereregisteret),
  authority: readBody(entry.namsmyndighet),
  deletedOn: readDate(entry.slettedato),
});

function readPeriods(value: unknown, ref: string, unread: Unread): TrekkPeriod[] {
  if (value !== undefined && value !== null && !Array.isArray(value)) unread.push({ ref, why: 'bad-shape' });
  return (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    const period = record(one);
    const from = readDate(period?.startdato);
    const to = readDate(period?.sluttdato);
    // A last day that is there but unreadable must not turn into an open period.
    if (period === null || from === null || (to === null && text(period.sluttdato) !== null)) {
      unread.push({ ref, why: 'bad-shape' });
      return [];
    }
    const amount = parseKroner(record(period.trekkbeloep)?.trekkbeloep);
    const percent = parseKroner(record(period.trekkprosent)?.trekkprosent);
    return [
      {
        from,
        to,
        amount: amount !== null && amount >= 0 ? amount : null,
        // Per cent with two decimals reads like kroner with øre: 12.5 is 1250 hundredths.
        percent: percent !== null && percent > 0 && percent <= 10_000 ? percent : null,
      },
    ];
  });
}

const readDate = (value: unknown): IsoDate | null => parseIsoDate(text(value) ?? '');

function readInstant(value: unknown): Instant | null {
  const written = text(value);
  if (written === null || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(written))
    return null;
  const time = Date.parse(written);
  return Number.isNaN(time) ? null : (new Date(time).toISOString() as Instant);
}

const readBody = (value: unknown): { organisationNumber: string | null; name: string | null } | null => {
  const body = record(value);
  return body && bodyOf(body);
};

const bodyOf = (body: Fields) => ({ organisationNumber: text(body.organisasjonsnummer), name: text(body.navn) });

const readLetter = (value: unknown): PriorityLetter | null => oneOf(priorityLetters, value);

const better = (best: PriorityLetter | null, letter: PriorityLetter | null): PriorityLetter | null =>
  best === null || (letter !== null && letter < best) ? letter : best;

const oneOf = <T extends string>(words: readonly T[], value: unknown): T | null =>
  words.find((word) => word === value) ?? null;
