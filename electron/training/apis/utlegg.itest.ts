import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Exchange, requestViolations, responseViolations } from '../../utleggsdatabasen/contractViolations.ts';
import { DEBTORS } from '../debtors.ts';
import { FJELLVIK, HAVDAL, Scope } from '../organisations.ts';
import type { Person } from '../peopleLanguage.ts';
import { startTraining, type TrainingClient } from '../trainingClient.ts';
import { type Change, exchange } from './exchange.ts';

let training: TrainingClient;
const tokens = new Map<string, string>();

beforeAll(async () => {
  training = await startTraining({ people: DEBTORS, calendar: () => Date.parse('2026-11-21T08:00:00Z') });
  for (const scope of Object.values(Scope)) tokens.set(scope, await training.token(scope));
});
afterEach(async () => {
  await training.control('POST', 'reset');
  await training.set({ latency: [0, 0] });
});
afterAll(() => training.stop());

const named = (name: string): Person => {
  const found = DEBTORS.find((person) => person.name === name);
  if (!found) throw new Error(`no debtor is called ${name}`);
  return found;
};
const PERSON = named('Fri Bane').nationalId;
const UNKNOWN = named('Ukjent Spor').nationalId;
const ORGANISATION = FJELLVIK.number;

type Json = Record<string, unknown>;

const register = (change: Change = {}, person = PERSON): Promise<Exchange> =>
  exchange(tokens.get(Scope.utlegg) ?? '', training.description.endpoints.utleggsdatabasen ?? '', '', {
    url: `/saernamsmann/personer/${person}/utlegg`,
    ...change,
  });

const party = (number: string): Json => ({
  skyldner: { landkodeIdentifikator: 'NO', taxIdentificationNumber: number },
});
const regime = (change: Change = {}, number = PERSON): Promise<Exchange> =>
  exchange(
    tokens.get(Scope.samordnetTrekk) ?? '',
    training.description.endpoints.samordnetTrekk ?? '',
    '/elan-kommune',
    {
      method: 'POST',
      url: '/oppslag-samordnet-trekk',
      body: party(number),
      ...change,
    },
  );

const bodyOf = async (call: Promise<Exchange>): Promise<Json> => (await call).responseBody as Json;
const entriesOf = async (name: string, query = ''): Promise<Json[]> => {
  const { nationalId } = named(name);
  return (await bodyOf(register({ url: `/saernamsmann/personer/${nationalId}/utlegg${query}` }))).utlegg as Json[];
};

/** Is the exchange as the contract has it, on both sides? Status and code (or nothing). */
const kept = async (call: Promise<Exchange>): Promise<unknown> => {
  const done = await call;
  expect(responseViolations(done)).toEqual([]);
  const { kode, korrelasjonsid } = done.responseBody as Json;
  const { korrelasjonsid: sent } = done.requestHeaders;
  if (sent !== undefined && /^[0-9a-f-]{36}$/.test(sent)) {
    expect(done.responseHeaders.korrelasjonsid).toBe(sent);
    if (kode !== undefined) expect(korrelasjonsid).toBe(sent);
  }
  return [done.status, kode];
};

describe('every debtor', () => {
  test.each(DEBTORS.map((person) => [person.name, person] as const))(
    '%s: as the contract has it',
    async (_, person) => {
      for (const query of [
        '',
        '?inkluderAvsluttede=true',
        '?utleggstype=UTT',
        '?utleggstype=ITU&inkluderAvsluttede=false',
      ]) {
        const done = await register({ url: `/saernamsmann/personer/${person.nationalId}/utlegg${query}` });
        expect([requestViolations(done), responseViolations(done)]).toEqual([[], []]);
        expect(done.status).toBe(person.unanswered.includes('utleggsdatabasen') ? 503 : 200);
      }
      const done = await regime({}, person.nationalId);
      expect([requestViolations(done), responseViolations(done)]).toEqual([[], []]);
      const expected = person.unanswered.includes('samordnetTrekk') ? 503 : person.isUnknown ? 400 : 200;
      expect(done.status).toBe(expected);
      if (expected === 200) {
        expect(done.responseBody).toEqual({
          ...party(person.nationalId),
          harEllerHarHattTrekkEtterNyttRegelverk: person.isUnderNewRules,
        });
      }
    },
  );
});

describe('oppslag samordnet trekk', () => {
  test.each([
    ['a wrong control digit', '14838610139'],
    ['nobody', UNKNOWN],
    ['nine digits that are no organisation', '310442101'],
    ['letters', 'abc'],
  ])('refuses %s', async (_, number) => {
    expect(await kept(regime({}, number))).toEqual([400, 'ULD-006']);
  });

  test('an organisation has never had a trekk', async () => {
    expect(await bodyOf(regime({}, ORGANISATION))).toEqual({
      ...party(ORGANISATION),
      harEllerHarHattTrekkEtterNyttRegelverk: false,
    });
  });

  test.each<[string, Change]>([
    ['no Korrelasjonsid', { headers: { korrelasjonsid: undefined } }],
    ['a Korrelasjonsid that is no UUID', { headers: { korrelasjonsid: 'sak-1' } }],
    ['a Klientid of 65 characters', { headers: { klientid: 'x'.repeat(65) } }],
    ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['another country', { body: { skyldner: { landkodeIdentifikator: 'SE', taxIdentificationNumber: PERSON } } }],
    ['another member', { body: { ...party(PERSON), formaal: 'trekk' } }],
    ['another member of the party', { body: { skyldner: { ...(party(PERSON).skyldner as Json), navn: 'x' } } }],
    ['a number instead of text', { body: { skyldner: { landkodeIdentifikator: 'NO', taxIdentificationNumber: 1 } } }],
    ['nothing', { body: {} }],
    ['a parameter', { url: '/oppslag-samordnet-trekk?person=1' }],
  ])('a request that breaks the contract is refused: %s', async (_, change) => {
    const call = regime(change);
    expect(requestViolations(await call)).not.toEqual([]);
    expect(await kept(call)).toEqual([400, 'ULD-006']);
  });

  test('two members of one name, and text that is no JSON, are refused', async () => {
    const twice = JSON.stringify(party(PERSON)).replace('"NO"', '"NO","landkodeIdentifikator":"NO"');
    for (const body of [twice, '{', '']) expect(await kept(regime({ body }))).toEqual([400, 'ULD-006']);
  });

  test('addresses and methods that are wrong', async () => {
    for (const change of [{ method: 'PUT' }, { url: '/oppslag' }, { url: '/oppslag-samordnet-trekk/mer' }]) {
      const { status, responseBody } = await regime(change);
      expect([status, (responseBody as Json).kode]).toEqual([404, 'ULD-003']);
    }
  });
});

describe('utleggsdatabasen', () => {
  test('nothing registered, and a number that nobody has, are an empty list', async () => {
    for (const person of [PERSON, UNKNOWN]) {
      expect(await bodyOf(register({}, person))).toEqual({
        personidentifikator: person,
        oppslagId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        oppslagstidspunkt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0[12]:00$/),
        antallUTT: 0,
        antallITU: 0,
        utlegg: [],
        meldinger: ['Ingen registrerte utleggstrekk.'],
      });
    }
  });

  test('each lookup has an id of its own, and the time it was made', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const [first, second] = [await bodyOf(register()), await bodyOf(register())];
    expect(first.oppslagId).not.toBe(second.oppslagId);
    const at = Date.parse(String(first.oppslagstidspunkt));
    expect([at >= before, at <= Date.now()]).toEqual([true, true]);
  });

  test('ended entries only when asked for, and one kind when asked for', async () => {
    expect(await entriesOf('Lukket Bok')).toEqual([]);
    expect((await entriesOf('Lukket Bok', '?inkluderAvsluttede=true')).map(({ avslutning }) => avslutning)).toEqual([
      { aarsak: 'innfridd', sluttdato: '2025-12-21' },
      { aarsak: 'utloept', sluttdato: '2026-01-31' },
    ]);
    expect(await entriesOf('Visket Strek')).toEqual([]);
    const { utlegg, ...counted } = await bodyOf(register({}, named('Tett Bunke').nationalId));
    expect([counted.antallUTT, counted.antallITU, (utlegg as Json[]).length]).toEqual([3, 1, 4]);
    const onlyNothing = await bodyOf(
      register({ url: `/saernamsmann/personer/${named('Tett Bunke').nationalId}/utlegg?utleggstype=ITU` }),
    );
    expect([onlyNothing.antallUTT, onlyNothing.antallITU]).toEqual([0, 1]);
  });

  test('our own trekk comes with claims and account; a neighbour sees the trekk, but not those', async () => {
    const [own] = await entriesOf('Egen Kø');
    expect(own).toMatchObject({
      versjon: 2,
      namsmyndighet: { organisasjonsnummer: FJELLVIK.number, namsmyndighetstype: 'kommunalSaernamsmyndighet' },
      trekkstoerrelseForPeriode: [
        { startdato: '2025-12-01', sluttdato: '2026-07-31', trekkbeloep: { trekkbeloep: 2_200 } },
        { startdato: '2026-08-01', sluttdato: '2027-11-30', trekkprosent: { trekkprosent: 5 } },
      ],
      krav: [{ prioritetDekningsloven: 'd' }, { prioritetDekningsloven: 'e' }],
      betalingsinformasjon: { betalingsmottaker: FJELLVIK.number },
    });
    const [others] = await entriesOf('To Kommuner');
    expect(others).toMatchObject({ namsmyndighet: { organisasjonsnummer: HAVDAL.number } });
    expect(others).not.toHaveProperty('krav');
    expect(others).not.toHaveProperty('betalingsinformasjon');
  });

  test('the new kind has nothing but debtor and day; missing fields are missing, not empty', async () => {
    const [thin] = await entriesOf('Ny Vei');
    expect(Object.keys(thin ?? {}).sort()).toEqual([
      'beslutningsdato',
      'opplysningsnivaa',
      'regelverk',
      'skyldner',
      'status',
      'utleggstrekkId',
      'utleggstype',
      'versjon',
    ]);
    const [gap] = await entriesOf('Vag Skisse');
    expect(gap).toMatchObject({ opplysningsnivaa: 'begrenset', bestePrioritetDekningsloven: 'c' });
    expect(gap).not.toHaveProperty('trekkstoerrelseForPeriode');
    const [hidden] = await entriesOf('Skjult Sti');
    expect(hidden).toHaveProperty('trekkstoerrelseForPeriode');
    expect(hidden).not.toHaveProperty('trekkpliktig');
  });

  test('the same entry has the same id from day to day', async () => {
    const later = await startTraining({ people: DEBTORS, calendar: () => Date.parse('2027-01-04T08:00:00Z') });
    const { nationalId } = named('Tett Bunke');
    const headers = { korrelasjonsid: randomUUID() };
    const url = `${later.description.endpoints.utleggsdatabasen}/saernamsmann/personer/${nationalId}/utlegg`;
    const answer = (await (await later.get(url, await later.token(Scope.utlegg), headers)).json()) as {
      utlegg: Json[];
    };
    await later.stop();
    const ids = (entries: readonly Json[]): unknown[] => entries.map(({ utleggstrekkId }) => utleggstrekkId);
    expect(ids(answer.utlegg)).toEqual(ids(await entriesOf('Tett Bunke')));
    expect(new Set(ids(answer.utlegg).filter(Boolean)).size).toBe(3);
  });

  test('one trekk by its id, with its version as ETag', async () => {
    const [own] = await entriesOf('Egen Kø');
    for (const query of ['', '?versjon=2']) {
      const call = register({ url: `/utleggstrekk/${own?.utleggstrekkId}${query}` });
      expect(requestViolations(await call)).toEqual([]);
      expect(await kept(call)).toEqual([200, undefined]);
      expect((await call).responseBody).toEqual(own);
      expect((await call).responseHeaders.etag).toBe('"2"');
    }
  });

  test('a trekk that was wrongly registered: its owner sees that it is removed, and it can no longer be fetched', async () => {
    expect(await entriesOf('Feil Adresse')).toEqual([]);
    const [removed] = await entriesOf('Feil Adresse', '?inkluderAvsluttede=true');
    expect(removed).toMatchObject({ status: 'slettet', avslutning: { aarsak: 'feilregistrert' } });
    expect(await kept(register({ url: `/utleggstrekk/${removed?.utleggstrekkId}` }))).toEqual([410, 'ULD-008']);
  });

  test.each([
    ['an id that nobody has', randomUUID(), 404, 'ULD-007'],
    ['a version that is not kept', '{id}?versjon=1', 404, 'ULD-007'],
  ])('%s', async (_, path, status, code) => {
    const [own] = await entriesOf('Egen Kø');
    const url = `/utleggstrekk/${path.replace('{id}', String(own?.utleggstrekkId))}`;
    expect(await kept(register({ url }))).toEqual([status, code]);
  });

  test.each(['1', `${randomUUID()}?versjon=0`, `${randomUUID()}?versjon=ny`, `${randomUUID()}?version=1`])(
    'a request for one trekk that breaks the contract is refused: %s',
    async (path) => {
      const done = await register({ url: `/utleggstrekk/${path}` });
      expect(requestViolations(done)).not.toEqual([]);
      // the contract has no 400 for this one
      expect([done.status, (done.responseBody as Json).kode]).toEqual([400, 'ULD-006']);
    },
  );

  test.each<[string, Change]>([
    ['no Korrelasjonsid', { headers: { korrelasjonsid: undefined } }],
    ['a Korrelasjonsid that is no UUID', { headers: { korrelasjonsid: '12345' } }],
    ['a Klientid of 65 characters', { headers: { klientid: 'x'.repeat(65) } }],
    ['another kind', { url: `/saernamsmann/personer/${PERSON}/utlegg?utleggstype=PANT` }],
    ['a boolean that is none', { url: `/saernamsmann/personer/${PERSON}/utlegg?inkluderAvsluttede=1` }],
    ['a parameter that is none', { url: `/saernamsmann/personer/${PERSON}/utlegg?inkluderavsluttede=true` }],
    ['ten digits', { url: `/saernamsmann/personer/${PERSON.slice(1)}/utlegg` }],
  ])('a request that breaks the contract is refused: %s', async (_, change) => {
    const call = register(change);
    expect(requestViolations(await call)).not.toEqual([]);
    expect(await kept(call)).toEqual([400, 'ULD-006']);
  });

  test.each<[string, Change, number, string]>([
    [
      'a parameter twice',
      { url: `/saernamsmann/personer/${PERSON}/utlegg?utleggstype=UTT&utleggstype=ITU` },
      400,
      'ULD-006',
    ],
    ['a wrong control digit', { url: '/saernamsmann/personer/14838610139/utlegg' }, 400, 'ULD-006'],
    ['a package of another spelling', { url: `/Saernamsmann/personer/${PERSON}/utlegg` }, 400, 'ULD-006'],
    ['the housing package', { url: `/kommuneboligsosialeformaal/personer/${PERSON}/utlegg` }, 400, 'ULD-006'],
    ['a package that is not ours', { url: `/sivilrett/personer/${PERSON}/utlegg` }, 403, 'ULD-005'],
    ['XML', { headers: { accept: 'application/xml' } }, 400, 'ULD-006'],
  ])('%s', async (_, change, status, code) => {
    expect(await kept(register(change))).toEqual([status, code]);
  });

  test('addresses and methods that are wrong', async () => {
    const url = `/saernamsmann/personer/${PERSON}/utlegg`;
    for (const change of [
      { method: 'POST', body: {} },
      { url: `${url}/1` },
      { url: url.replace('personer', 'person') },
    ]) {
      const { status, responseBody } = await register(change);
      expect([status, (responseBody as Json).kode]).toEqual([404, 'ULD-003']);
    }
  });
});

describe('tokens, faults and counts of both', () => {
  const both = { utleggsdatabasen: register, samordnetTrekk: regime } as const;
  const each = Object.entries(both) as [keyof typeof both, typeof register][];

  test.each(each)('%s: no token 401, another scope 403', async (_, call) => {
    expect(await kept(call({ headers: { authorization: undefined } }))).toEqual([401, 'ULD-004']);
    const authorization = `Bearer ${tokens.get(Scope.inntekt)}`;
    expect(await kept(call({ headers: { authorization } }))).toEqual([403, 'ULD-005']);
  });

  test.each(each)(
    '%s: ordered statuses keep the contract, for one person and a number of times',
    async (target, call) => {
      const codes = { 401: 'ULD-004', 403: 'ULD-005', 500: 'ULD-001', 503: 'ULD-002' };
      for (const [status, kode] of Object.entries(codes)) {
        const fault = { kind: 'status', status: Number(status) };
        await training.control('POST', 'faults', { target, person: PERSON, times: 1, fault });
        expect(await kept(call({}, named('Delt Brød').nationalId))).toEqual([200, undefined]);
        expect(await kept(call())).toEqual([Number(status), kode]);
        expect(await kept(call())).toEqual([200, undefined]);
      }
    },
  );

  test.each(each)('%s: half an answer, a broken one, and a reset before and after', async (target, call) => {
    for (const kind of ['halfBody', 'brokenJson']) {
      await training.control('POST', 'faults', { target, times: 1, fault: { kind } });
      await expect(call()).rejects.toThrow();
    }
    for (const when of ['before', 'after']) {
      await training.control('POST', 'faults', { target, times: 1, fault: { kind: 'cut', when } });
      await expect(call()).rejects.toThrow();
    }
    const { calls } = (await (await training.control('GET', 'counts')).json()) as { calls: Json };
    expect(calls[target]).toMatchObject({ calls: 4 });
  });

  test.each(each)('%s: five at once, counted; the sixth is told to wait', async (target, call) => {
    await training.set({ latency: [150, 150] });
    const answers = await Promise.all(Array.from({ length: 6 }, () => call()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429]);
    const { calls } = (await (await training.control('GET', 'counts')).json()) as { calls: Json };
    expect(calls[target]).toEqual({ calls: 6, maxSimultaneous: 6, refusedForConcurrency: 1 });
    const refused = answers.find(({ status }) => status === 429);
    if (target === 'utleggsdatabasen' && refused) expect(responseViolations(refused)).toEqual([]);
  });

  test('calls are listed without the person, also when the person is in the body', async () => {
    await register();
    await regime();
    await regime({}, named('Ny Vei').nationalId);
    const text = await (await training.control('GET', 'calls')).text();
    expect(text).not.toMatch(/\b\d{11}\b/);
    const marks = (JSON.parse(text) as { person: string | null }[]).map(({ person }) => person);
    expect([marks[0] === marks[1], marks[1] === marks[2], marks.includes(null)]).toEqual([true, false, false]);
  });
});

describe('the collection desk’s package on the sharing APIs', () => {
  test('income by payer, and the year with what it consists of', async () => {
    const { nationalId } = named('Grønn Kurve');
    const { endpoints } = training.description;
    const income = await training.get(
      `${endpoints.inntekt}/saernamsmann/${nationalId}/inntekter?fraOgMed=2026-08&tilOgMed=2026-10`,
      tokens.get(Scope.inntekt) ?? '',
    );
    expect(((await income.json()) as Json).oppgaveInntektsmottaker).toHaveLength(3);
    const tax = await training.get(
      `${endpoints.summertSkattegrunnlag}/oppgjoer/saernamsmann/2025/${nationalId}`,
      tokens.get(Scope.summert) ?? '',
    );
    const { grunnlag } = (await tax.json()) as { grunnlag: { spesifisering?: Json[] }[] };
    const types = grunnlag.flatMap(({ spesifisering = [] }) => spesifisering.map(({ type }) => type));
    expect(types).toEqual(
      expect.arrayContaining(['Konto', 'AksjeIAksjonaerregisteret', 'Aksjesparekonto', 'VirtuellEiendel']),
    );
  });
});
