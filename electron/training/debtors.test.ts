import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { addMonths, type Instant, type IsoDate, monthOf } from '../../shared/dates.ts';
import type { PriorityLetter } from '../../shared/garnishment/claims.ts';
import { coordinate, type OurTrekk, relate } from '../../shared/garnishment/coordination.ts';
import type { CoordinationCase } from '../../shared/garnishment/debtorAnalysis.ts';
import { regimeRule } from '../../shared/garnishment/regime.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import list2024 from '../../shared/income/codes/summertskattegrunnlag-2024.json' with { type: 'json' };
import { kroner } from '../../shared/money.ts';
import { type MovingRow, movingRow } from '../../shared/utlegg/movingDay.ts';
import type { UtleggOverview } from '../../shared/utlegg/overview.ts';
import { parseOverview } from '../../shared/utlegg/parseOverview.ts';
import { parseTrekk } from '../../shared/utlegg/parseTrekk.ts';
import { addressed } from './apis/api.ts';
import { utleggsdatabasen } from './apis/utleggsdatabasen.ts';
import { DEBTORS } from './debtors.ts';
import { FJELLVIK } from './organisations.ts';
import { BUTIKK } from './payers.ts';
import { type Person, reportsBy } from './peopleLanguage.ts';
import { Registrations } from './register/Registrations.ts';
import { Settings } from './settings.ts';

const TODAY = '2026-11-21' as IsoDate;
const NOW = `${TODAY}T08:00:00.000Z` as Instant;

const folder = mkdtempSync(join(tmpdir(), 'saksbord-debtors-'));
const registrations = new Registrations(join(folder, 'registrations.jsonl'));
afterAll(() => {
  registrations.close();
  rmSync(folder, { recursive: true });
});

const named = (name: string): Person => {
  const found = DEBTORS.find((person) => person.name === name);
  if (!found) throw new Error(`no debtor is called ${name}`);
  return found;
};

/** What utleggsdatabasen answers our municipality. */
function answerAbout(person: Person, today = TODAY): unknown {
  const now = Date.parse(`${today}T08:00:00Z`);
  const url = new URL(`${utleggsdatabasen.base}/saernamsmann/personer/${person.nationalId}/utlegg`, 'http://simulator');
  const address = addressed(utleggsdatabasen, 'GET', url);
  const answer = address.operation?.answer({
    ...address,
    query: new URLSearchParams({ inkluderAvsluttede: 'true' }),
    headers: {},
    body: Buffer.alloc(0),
    correlationId: '',
    consumer: FJELLVIK,
    now,
    clock: now,
    settings: Settings.parse({}),
    people: new Map([[person.nationalId, person]]),
    registrations,
  });
  if (!answer || typeof answer === 'string' || 'avvik' in answer) throw new Error('no overview');
  return answer.body;
}

/** The same, read by the program. */
function overviewOf(person: Person, today = TODAY): UtleggOverview {
  const read = parseOverview(answerAbout(person, today), person.nationalId as NationalId);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

const ours = (person: Person, letter: PriorityLetter): OurTrekk => ({
  decisionDate: TODAY,
  organisationNumber: FJELLVIK.number,
  letter,
  newRulesFrom: regimeRule.newRulesFrom,
  choice: null,
  withholdingBaseOf: (number) => (person.pay.some(({ payer }) => payer.number === number) ? kroner(30_000) : null),
});

/** The cases that hold for a claim with a letter, in alphabetical order. `E` is a question of room, and left to the caller. */
function casesOf(person: Person, letter: PriorityLetter): CoordinationCase[] {
  const us = ours(person, letter);
  const lookup = { state: 'assessed', at: '2026-11-21T08:00:00Z' as Instant } as const;
  const { coordination } = coordinate(lookup, relate(overviewOf(person), us), us, null);
  return coordination.cases.map((one) => one.case).sort();
}

test('at least 30, all for the collection desk', () => {
  expect(DEBTORS.length).toBeGreaterThanOrEqual(30);
  expect(new Set(DEBTORS.map(({ desk }) => desk))).toEqual(new Set(['collection']));
});

describe('the cases that the lines promise', () => {
  const promised = DEBTORS.flatMap((person) => {
    const cases = /^Tilfelle ([A-H](?:(?:, | og )[A-H])*)/.exec(person.shows)?.[1];
    return cases ? [[person.name, cases.split(/, | og /).filter((one) => one !== 'E'), person] as const] : [];
  });

  test.each(promised)('%s: %j', (name, cases, person) => {
    expect(casesOf(person, name === 'To Kommuner' ? 'e' : 'd')).toEqual(cases);
    expect(person.shows_nn).toMatch(new RegExp(`^Tilfelle ${cases[0]}`));
  });

  test('every case is somebody’s', () => {
    expect([...new Set(promised.flatMap(([, cases]) => cases))].sort()).toEqual(['A', 'B', 'C', 'D', 'F', 'G', 'H']);
  });

  test('better, equal and worse letters; amount and per cent', () => {
    const relations = promised.flatMap(([, , person]) =>
      relate(overviewOf(person), ours(person, 'd')).found.map(({ result }) => result.relation),
    );
    for (const relation of ['own', 'better', 'equal', 'worse', 'new-kind', 'over', 'intet-til-utlegg', 'unknown']) {
      expect(relations).toContain(relation);
    }
    const { betterPriority } = relate(overviewOf(named('Skrå Andel')), ours(named('Skrå Andel'), 'd'));
    expect(betterPriority).toBe(kroner(3_600));
  });

  test('E: what goes before takes all of the room of example G1', () => {
    const person = named('Tom Lomme');
    const { betterPriority } = relate(overviewOf(person), ours(person, 'd'));
    expect(Number(betterPriority)).toBe(kroner(7_800));
    expect(netOf(person)).toBe(netOf(named('G1 Enslig Skyldner')));
  });

  test('our own trekk runs out this month, and another ran out before anyone ended it, whatever day it is', () => {
    for (const today of ['2026-11-21', '2027-02-28', '2028-02-29'] as IsoDate[]) {
      const lastDay = (name: string): string | null | undefined =>
        overviewOf(named(name), today).entries.flatMap((entry) => ('periods' in entry ? entry.periods : []))[0]?.to;
      const kortHale = lastDay('Kort Hale');
      expect([kortHale?.slice(0, 7), (kortHale ?? '') >= today]).toEqual([today.slice(0, 7), true]);
      expect(lastDay('Glemt Lås')?.slice(0, 7)).toBe(addMonths(monthOf(today), -2));
    }
  });
});

describe('moving day', () => {
  const NEEDS: Readonly<Record<string, MovingRow['need']>> = {
    'Glemt Lås': 'end-now',
    'Betalt Regning': 'end-now',
    'Mellom Tider': 'transfer',
    'Åpen Port': 'transfer',
    'Kort Hale': 'decide-before-cut-over',
    'Lang Gjeld': 'decide-before-cut-over',
    'Rolig Elv': 'runs-out',
  };

  /** What our municipality's running trekk of a person needs, when it has been looked up today. */
  function needsOf(person: Person, at: Instant | null): (string | undefined)[] {
    const { utlegg } = answerAbout(person) as { utlegg: { krav?: unknown }[] };
    return utlegg
      .filter(({ krav }) => krav)
      .map((answer) => {
        const read = parseTrekk(answer, person.nationalId as NationalId);
        if (!read.ok) throw new Error(read.error);
        const trekk = { id: '', caseId: '', caseNumber: '', registered: { ...read.value, readAt: NOW } };
        const regime = at && { newRules: person.isUnderNewRules, at };
        return movingRow(trekk, { today: TODAY, cutOver: '2027-01-01' as IsoDate, inCase: [], others: [], regime })
          ?.need;
      });
  }

  test.each(Object.entries(NEEDS))('%s: %s', (name, need) => {
    expect(needsOf(named(name), NOW)).toEqual([need]);
  });

  test('whoever has not been looked up must be', () => {
    expect(needsOf(named('Rolig Elv'), null)).toEqual(['look-up']);
  });

  test('the same claim in two trekk; a payer that no longer pays; each line in both languages', () => {
    const { utlegg } = answerAbout(named('Dobbel Post')) as { utlegg: { status: string; krav: unknown }[] };
    expect(utlegg.map(({ status }) => status)).toEqual(['loepende', 'registrert']);
    expect(utlegg[0]?.krav).toEqual(utlegg[1]?.krav);
    const moved = named('Ny Arbeidsplass');
    const payers = overviewOf(moved).entries.flatMap((entry) => ('payer' in entry ? [entry.payer] : []));
    expect(payers).toEqual([expect.objectContaining({ organisationNumber: BUTIKK.number })]);
    expect(moved.pay.map(({ payer }) => payer.number)).not.toContain(BUTIKK.number);
    const lines = DEBTORS.filter(({ shows }) => shows.startsWith('Flyttedag: '));
    expect(lines).toHaveLength(6);
    for (const { shows, shows_nn } of lines) {
      expect([shows_nn.startsWith('Flyttedag: '), shows_nn === shows]).toEqual([true, false]);
    }
  });
});

/** Kroner after tax in the newest month. */
const netOf = (person: Person): number => {
  const newest = addMonths(monthOf(TODAY), -1);
  const reports = reportsBy(person, TODAY).filter(({ kalendermaaned }) => kalendermaaned === newest);
  return reports
    .flatMap(({ inntekt, forskuddstrekk }) => [...inntekt, ...forskuddstrekk])
    .reduce((sum, { beloep }) => sum + Number(beloep), 0);
};

describe('what the desk reads of income and wealth', () => {
  test('examples G1–G3: the net income of the example, on its date and today', () => {
    const inMarch2025 = (name: string): number =>
      reportsBy(named(name), '2025-03-10' as IsoDate)
        .filter(({ kalendermaaned }) => kalendermaaned === '2025-02')
        .flatMap(({ inntekt, forskuddstrekk }) => [...inntekt, ...forskuddstrekk])
        .reduce((sum, { beloep }) => sum + Number(beloep), 0);
    for (const [name, net] of [
      ['G1 Enslig Skyldner', 27_600],
      ['G2 Enslig Forsørger', 29_500],
      ['G3 Skyldner', 30_000],
      ['G3 Ektefelle', 20_000],
    ] as const) {
      expect([name, inMarch2025(name), netOf(named(name))]).toEqual([name, net, net]);
    }
  });

  test('payers: shares of 60, 30 and 10 per cent; none in the last three months', () => {
    const newest = addMonths(monthOf(TODAY), -1);
    const paid = reportsBy(named('Tre Bein'), TODAY)
      .filter(({ kalendermaaned }) => kalendermaaned === newest)
      .map(({ inntekt }) => Number(inntekt[0]?.beloep));
    expect(paid).toEqual([24_000, 12_000, 4_000]);
    expect(reportsBy(named('Kald Ovn'), TODAY).at(-1)?.kalendermaaned).toBe(addMonths(newest, -4));
  });

  test('specifications are of the types that the year list has for their post', () => {
    const allowed = new Map(list2024.grunnlag.map((row) => [row.tekniskNavn, row.spesifiseringstyper as string[]]));
    const posts = DEBTORS.flatMap(({ years }) =>
      years.flatMap(({ content }) => (content === 'withdrawn' ? [] : content.grunnlag)),
    );
    const specified = posts.flatMap(({ tekniskNavn, spesifisering = [] }) =>
      spesifisering.map(({ type }) => ({ tekniskNavn, type: String(type) })),
    );
    const strange = specified.filter(({ tekniskNavn, type }) => !allowed.get(tekniskNavn)?.includes(type));
    expect(strange).toEqual([]);
    const types = new Set(specified.map(({ type }) => type));
    for (const type of ['Konto', 'Eiendom', 'Kjoeretoey', 'AksjeIAksjonaerregisteret', 'Verdipapirfond', 'Fordring']) {
      expect(types).toContain(type);
    }
  });
});
