import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Scope } from '../organisations.ts';
import { PEOPLE } from '../people.ts';
import type { Person } from '../peopleLanguage.ts';
import { startTraining, type TrainingClient } from '../trainingClient.ts';

let training: TrainingClient;
const tokens = new Map<string, string>();

beforeAll(async () => {
  training = await startTraining({
    people: PEOPLE,
    calendar: () => Date.parse('2026-11-21T08:00:00Z'),
    withSpesifisert: true,
  });
  for (const scope of Object.values(Scope)) tokens.set(scope, await training.token(scope));
});
afterEach(async () => {
  await training.control('POST', 'reset');
  await training.set({ latency: [0, 0] });
});
afterAll(() => training.stop());

const token = (scope: string): string => tokens.get(scope) ?? '';
const named = (name: string): Person => {
  const found = PEOPLE.find((person) => person.name === name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
};
const STEADY = named('Stødig Furu').nationalId;

/** Status and code, or the body where there is no code. */
const outcome = async (response: Promise<Response>): Promise<unknown> => {
  const { status, headers, text } = await response.then(async (got) => ({
    status: got.status,
    headers: got.headers,
    text: await got.text(),
  }));
  const body: unknown = headers.get('content-type')?.startsWith('application/json') ? JSON.parse(text) : text;
  const isProblem = typeof body === 'object' && body !== null && 'kode' in body;
  if (isProblem)
    expect(body).toMatchObject({
      melding: expect.stringMatching(/.+/),
      korrelasjonsid: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  return isProblem ? [status, body.kode] : [status, body];
};

const inntekt = (path: string, headers?: Record<string, string>): Promise<Response> =>
  training.get(`${training.description.endpoints.inntekt}/${path}`, token(Scope.inntekt), headers);
const summert = (path: string, scope: string = Scope.summert): Promise<Response> =>
  training.get(`${training.description.endpoints.summertSkattegrunnlag}/${path}`, token(scope));
const siste = (path: string): Promise<Response> =>
  training.get(`${training.description.endpoints.sisteTilgjengeligeSkatteoppgjoer}/${path}`, token(Scope.summert));
const spesifisert = (path: string, scope: string = Scope.spesifisert): Promise<Response> =>
  training.get(`${training.description.endpoints.spesifisertSkattegrunnlag}/${path}`, token(scope));

const HOUSING = 'kommuneBoligsosialeFormaal';
const MONTHS = 'fraOgMed=2026-08&tilOgMed=2026-10';

describe('Inntekt', () => {
  test('delivers a month per payer, with the person and what was withheld', async () => {
    const [, body] = (await outcome(inntekt(`${HOUSING}/${STEADY}/inntekter?${MONTHS}`))) as [
      number,
      { oppgaveInntektsmottaker: object[] },
    ];
    expect(body.oppgaveInntektsmottaker).toHaveLength(3);
    expect(body.oppgaveInntektsmottaker[0]).toEqual({
      kalendermaaned: '2026-08',
      opplysningspliktigId: expect.stringMatching(/^[23]\d{8}$/),
      virksomhetId: expect.stringMatching(/^[23]\d{8}$/),
      inntektsmottaker: { personidentifikator: STEADY },
      inntekt: [
        {
          beloep: 38_500,
          fordel: 'kontantytelse',
          inngaarIGrunnlagForTrekk: true,
          utloeserArbeidsgiveravgift: true,
          loennsinntekt: { beskrivelse: 'fastloenn' },
        },
      ],
      forskuddstrekk: [{ beskrivelse: '', beloep: -10_400 }],
      fradrag: [{ beskrivelse: 'premieTilPensjonsordninger', beloep: -770 }],
    });
  });

  test.each([
    ['another address', `${HOUSING}/${STEADY}`, 404, 'IM-003'],
    ['an address that goes on', `${HOUSING}/${STEADY}/inntekter/mer?${MONTHS}`, 404, 'IM-003'],
    ['no months', `${HOUSING}/${STEADY}/inntekter`, 400, 'IM-006'],
    ['a day instead of a month', `${HOUSING}/${STEADY}/inntekter?fraOgMed=2026-08-01&tilOgMed=2026-10`, 400, 'IM-006'],
    ['month 13', `${HOUSING}/${STEADY}/inntekter?fraOgMed=2026-13&tilOgMed=2027-01`, 400, 'IM-006'],
    ['months the wrong way round', `${HOUSING}/${STEADY}/inntekter?fraOgMed=2026-10&tilOgMed=2026-08`, 400, 'IM-006'],
    ['a month twice', `${HOUSING}/${STEADY}/inntekter?${MONTHS}&fraOgMed=2026-01`, 400, 'IM-006'],
    ['37 months', `${HOUSING}/${STEADY}/inntekter?fraOgMed=2023-10&tilOgMed=2026-10`, 400, 'IM-006'],
    ['an unknown package', `husbanken/${STEADY}/inntekter?${MONTHS}`, 400, 'IM-006'],
    ['the spelling of the other API', `${HOUSING.toLowerCase()}/${STEADY}/inntekter?${MONTHS}`, 400, 'IM-006'],
    ['a package that is not ours', `sbl/${STEADY}/inntekter?${MONTHS}`, 403, 'IM-005'],
    ['a number with a wrong control digit', `${HOUSING}/14838610139/inntekter?${MONTHS}`, 400, 'IM-006'],
    ['a number that is not synthetic', `${HOUSING}/13527248013/inntekter?${MONTHS}`, 400, 'IM-006'],
    ['a number that nobody has', `${HOUSING}/${named('Ingen Steder').nationalId}/inntekter?${MONTHS}`, 404, 'IM-007'],
    ['a number that was never made', `${HOUSING}/25851449852/inntekter?${MONTHS}`, 404, 'IM-007'],
    ['a person without income', `${HOUSING}/${named('Øde Øy').nationalId}/inntekter?${MONTHS}`, 404, 'IM-008'],
    ['months before there was any', `${HOUSING}/${STEADY}/inntekter?fraOgMed=2020-01&tilOgMed=2020-02`, 404, 'IM-008'],
  ])('%s', async (_, path, status, code) => {
    expect(await outcome(inntekt(path))).toEqual([status, code]);
  });

  test('36 months from ten payers come in one answer', async () => {
    const path = `saernamsmann/${named('Mange Bekker').nationalId}/inntekter?fraOgMed=2023-11&tilOgMed=2026-10`;
    const [status, body] = (await outcome(inntekt(path))) as [number, { oppgaveInntektsmottaker: unknown[] }];
    expect([status, body.oppgaveInntektsmottaker.length]).toEqual([200, 360]);
  });

  test('the other spelling is accepted when the setting says so', async () => {
    await training.set({ packageSpelling: 'any case' });
    expect((await inntekt(`${HOUSING.toLowerCase()}/${STEADY}/inntekter?${MONTHS}`)).status).toBe(200);
  });

  test('XML is not delivered; anything and nothing give JSON', async () => {
    const path = `${HOUSING}/${STEADY}/inntekter?${MONTHS}`;
    expect(await outcome(inntekt(path, { accept: 'application/xml' }))).toEqual([406, 'IM-009']);
    expect((await inntekt(path, { accept: 'application/xml, application/json;q=0.9' })).status).toBe(200);
    expect((await inntekt(path)).status).toBe(200);
  });

  test('protected people: entries without content, no entries, entries without employers', async () => {
    const read = async (name: string): Promise<unknown> =>
      (
        (await outcome(
          inntekt(`${HOUSING}/${named(name).nationalId}/inntekter?fraOgMed=2026-10&tilOgMed=2026-10`),
        )) as [number, unknown]
      )[1];
    const inntektsmottaker = { personidentifikator: named('Lukket Dør').nationalId };
    expect(await read('Lukket Dør')).toEqual({
      oppgaveInntektsmottaker: [{ kalendermaaned: '2026-10', inntektsmottaker, skjermet: true }],
    });
    expect(await read('Trukket Gardin')).toEqual({ oppgaveInntektsmottaker: [] });
    const partly = JSON.stringify(await read('Høy Hekk'));
    expect(partly).toContain('"skjermet":true');
    expect(partly).toContain('42600');
    expect(partly).not.toMatch(/opplysningspliktigId|virksomhetId/);
  });
});

describe('Summert skattegrunnlag', () => {
  const OURS = 'oppgjoer/kommuneboligsosialeformaal';

  test('delivers posts with categories and specifications', async () => {
    const [status, body] = (await outcome(summert(`${OURS}/2025/${STEADY}`))) as [number, Record<string, unknown>];
    expect(status).toBe(200);
    expect(body).toMatchObject({
      personidentifikator: STEADY,
      inntektsaar: '2025',
      stadie: 'oppgjoer',
      skjermet: false,
      skatteoppgjoersdato: '2026-05-12',
    });
    expect(body.grunnlag).toContainEqual(
      expect.objectContaining({
        tekniskNavn: 'innskudd',
        beloep: 48_210,
        kategori: 'formue',
        spesifisering: [expect.objectContaining({ type: 'Konto' })],
      }),
    );
  });

  test.each([
    ['another address', `kommuneboligsosialeformaal/2025/${STEADY}`, 404, 'SSG-003'],
    ['a draft', `utkast/kommuneboligsosialeformaal/2025/${STEADY}`, 403, 'SSG-005'],
    ['an unknown stage', `ferdig/kommuneboligsosialeformaal/2025/${STEADY}`, 400, 'SSG-006'],
    ['an unknown package', `oppgjoer/kommuneBoligsosialeFormaal/2025/${STEADY}`, 400, 'SSG-006'],
    ['a package that is not ours', `oppgjoer/sivilrett/2025/${STEADY}`, 403, 'SSG-005'],
    ['2016', `${OURS}/2016/${STEADY}`, 400, 'SSG-006'],
    ['this year', `${OURS}/2026/${STEADY}`, 400, 'SSG-006'],
    ['two digits', `${OURS}/25/${STEADY}`, 400, 'SSG-006'],
    ['a wrong control digit', `${OURS}/2025/14838610139`, 400, 'SSG-006'],
    ['nobody', `${OURS}/2025/${named('Ingen Steder').nationalId}`, 404, 'SSG-007'],
    ['no settlement that year', `${OURS}/2025/${named('Uskrevet Blad').nationalId}`, 404, 'SSG-008'],
    ['a settlement that has been deleted', `${OURS}/2025/${named('Visket Tavle').nationalId}`, 410, 'SSG-011'],
  ])('%s', async (_, path, status, code) => {
    expect(await outcome(summert(path))).toEqual([status, code]);
  });

  test('the collection desk’s package, and either scope, will do', async () => {
    expect((await summert(`oppgjoer/saernamsmann/2025/${STEADY}`)).status).toBe(200);
    expect((await summert(`oppgjoer/saernamsmann/2025/${STEADY}`, Scope.spesifisert)).status).toBe(200);
    expect(await outcome(summert(`oppgjoer/saernamsmann/2025/${STEADY}`, Scope.inntekt))).toEqual([403, 'SSG-005']);
  });

  test('Svalbard, kildeskatt and older forms come under their own names', async () => {
    const read = async (name: string): Promise<unknown> =>
      ((await outcome(summert(`${OURS}/2025/${named(name).nationalId}`))) as [number, unknown])[1];
    expect(await read('Hvit Bjørn')).toHaveProperty('svalbardGrunnlag');
    expect(await read('Lånt Koffert')).toMatchObject({
      grunnlag: [],
      kildeskattPaaLoennGrunnlag: [{ beloep: 163_500 }],
    });
    const older = await read('Annen Form');
    expect(older).toHaveProperty('registreringstidspunkt');
    expect(older).not.toHaveProperty('ajourholdstidspunkt');
    expect(older).toMatchObject({ grunnlag: [{ kategori: ['inntekt'] }, {}, {}, {}, {}] });
  });

  test('protected people: only what was asked for, or sums without specifications', async () => {
    const read = async (name: string): Promise<unknown> =>
      ((await outcome(summert(`${OURS}/2025/${named(name).nationalId}`))) as [number, unknown])[1];
    expect(await read('Lukket Dør')).toEqual({
      personidentifikator: named('Lukket Dør').nationalId,
      inntektsaar: '2025',
      stadie: 'oppgjoer',
      skjermet: true,
    });
    const partly = JSON.stringify(await read('Høy Hekk'));
    expect(partly).toContain('508000');
    expect(partly).not.toContain('spesifisering');
  });
});

describe('siste tilgjengelige skatteoppgjør', () => {
  test.each([
    ['the newest year', 'Stødig Furu', 200, '2025'],
    ['an older one while the newest is not settled', 'Uskrevet Blad', 200, '2024'],
    ['not one that has been deleted', 'Visket Tavle', 200, '2024'],
    ['nothing at all', 'Øde Øy', 404, 'TD-004'],
    ['nobody', 'Ingen Steder', 404, 'TD-004'],
  ])('%s', async (_, name, status, expected) => {
    const { nationalId } = named(name);
    const answer =
      status === 200
        ? { personidentifikator: nationalId, ressursId: 'skattegrunnlag', sisteTilgjengeligePeriode: expected }
        : expected;
    expect(await outcome(siste(nationalId))).toEqual([status, answer]);
  });

  test('addresses and numbers that are wrong', async () => {
    expect(await outcome(siste('14838610139'))).toEqual([400, 'TD-003']);
    expect(await outcome(siste(`${STEADY}/2025`))).toEqual([404, 'TD-006']);
  });
});

describe('the retired Spesifisert path', () => {
  test('is an unknown address until it is switched on, and is not in the endpoints file then', async () => {
    expect(await outcome(spesifisert(`saernamsmann/2025/${STEADY}`))).toEqual([404, 'SSG-003']);
    const other = await startTraining({ people: [] });
    expect(other.description.endpoints.spesifisertSkattegrunnlag).toBeNull();
    await other.stop();
  });

  test('serves the collection desk with and without a stage, and nobody else', async () => {
    await training.set({ spesifisertIsOn: true });
    expect((await spesifisert(`saernamsmann/2025/${STEADY}`)).status).toBe(200);
    expect((await spesifisert(`oppgjoer/saernamsmann/2025/${STEADY}`)).status).toBe(200);
    expect(await outcome(spesifisert(`husbanken/2025/${STEADY}`))).toEqual([403, 'BSA-005']);
    expect(await outcome(spesifisert(`saernamsmann/2025/${STEADY}`, Scope.summert))).toEqual([403, 'BSA-005']);
  });
});

describe('point 36: tokens are checked by the APIs themselves', () => {
  const url = (): string => `${training.description.endpoints.inntekt}/${HOUSING}/${STEADY}/inntekter?${MONTHS}`;
  const parts = (): [string, string, string] => token(Scope.inntekt).split('.') as [string, string, string];
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  test.each([
    ['none', () => ''],
    ['nonsense', () => 'abc'],
    [
      'a changed payload',
      () =>
        [
          parts()[0],
          encode({ ...JSON.parse(Buffer.from(parts()[1], 'base64url').toString()), scope: 'x' }),
          parts()[2],
        ].join('.'),
    ],
    ['no signature', () => [encode({ alg: 'none' }), parts()[1], ''].join('.')],
    [
      'an algorithm of its own',
      () =>
        [
          encode({ alg: 'HS256', kid: JSON.parse(Buffer.from(parts()[0], 'base64url').toString()).kid }),
          parts()[1],
          parts()[2],
        ].join('.'),
    ],
  ])('%s: 401', async (_, forged) => {
    expect(await outcome(training.get(url(), forged()))).toEqual([401, 'IM-004']);
  });

  test('one that another simulator has signed: 401', async () => {
    const other = await startTraining({ people: [] });
    const foreign = await other.token(Scope.inntekt);
    await other.stop();
    expect(await outcome(training.get(url(), foreign))).toEqual([401, 'IM-004']);
  });

  test('one that has expired: 401', async () => {
    await training.control('POST', 'faults', { target: 'token', times: 1, fault: { kind: 'expiresIn', seconds: 1 } });
    const short = await training.token(Scope.inntekt);
    expect((await training.get(url(), short)).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await outcome(training.get(url(), short))).toEqual([401, 'IM-004']);
  });

  test('one with an aud: 401', async () => {
    await training.set({ resource: 'accept' });
    const meant = await training.token(Scope.inntekt, { resource: ['https://inntekt.api.skatteetaten-test.no/'] });
    expect(await outcome(training.get(url(), meant))).toEqual([401, 'IM-004']);
  });

  test('another scope: 403', async () => {
    expect(await outcome(training.get(url(), token(Scope.summert)))).toEqual([403, 'IM-005']);
  });
});

describe('simultaneous calls', () => {
  interface Counts {
    readonly calls: Record<string, { calls: number; maxSimultaneous: number; refusedForConcurrency: number }>;
  }
  const counts = async (): Promise<Counts> => (await (await training.control('GET', 'counts')).json()) as Counts;
  const call = (): Promise<Response> => inntekt(`${HOUSING}/${STEADY}/inntekter?${MONTHS}`);

  test('five at once are served, the sixth is refused in plain text and counted', async () => {
    await training.set({ latency: [150, 150] });
    const answers = await Promise.all(Array.from({ length: 6 }, call));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers.find(({ status }) => status === 429)?.headers.get('content-type')).toMatch(/^text\/plain/);
    expect((await counts()).calls.inntekt).toEqual({ calls: 6, maxSimultaneous: 6, refusedForConcurrency: 1 });
  });

  test('each API has five of its own, and a slot that is done is free at once', async () => {
    await training.set({ latency: [100, 100] });
    const mixed = await Promise.all([
      ...Array.from({ length: 5 }, call),
      ...Array.from({ length: 5 }, () => siste(STEADY)),
    ]);
    expect(mixed.every(({ status }) => status === 200)).toBe(true);
    await training.set({ latency: [0, 5] });
    const worker = async (): Promise<void> => {
      for (let index = 0; index < 20; index += 1) expect((await call()).status).toBe(200);
    };
    await Promise.all(Array.from({ length: 5 }, worker));
    expect((await counts()).calls.inntekt?.refusedForConcurrency).toBe(0);
  });

  test('a call that the client gives up frees its slot', async () => {
    await training.set({ latency: [2_000, 2_000] });
    const controller = new AbortController();
    const url = `${training.description.endpoints.inntekt}/${HOUSING}/${STEADY}/inntekter?${MONTHS}`;
    const given = Array.from({ length: 5 }, () =>
      fetch(url, { headers: { authorization: `Bearer ${token(Scope.inntekt)}` }, signal: controller.signal }).catch(
        () => null,
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    controller.abort();
    await Promise.all(given);
    await training.set({ latency: [0, 0] });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const again = await Promise.all(Array.from({ length: 5 }, call));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });
});

describe('what is written down', () => {
  test('calls are listed with their outcome and without the person', async () => {
    await inntekt(`${HOUSING}/${STEADY}/inntekter?${MONTHS}`);
    await inntekt(`${HOUSING}/${STEADY}/inntekter?${MONTHS}`);
    await inntekt(`${HOUSING}/${named('Ingen Steder').nationalId}/inntekter?${MONTHS}`);
    const text = await (await training.control('GET', 'calls')).text();
    expect(text).not.toMatch(/\b\d{11}\b/);
    const calls = JSON.parse(text) as { person: string; outcome: string; status: number }[];
    expect(calls.map(({ status, outcome: what }) => [status, what])).toEqual([
      [200, 'delivered'],
      [200, 'delivered'],
      [404, 'unknownPerson'],
    ]);
    expect(calls[0]?.person).toBe(calls[1]?.person);
    expect(calls[0]?.person).not.toBe(calls[2]?.person);
  });

  test('the list of people for training mode', async () => {
    const people = (await (await training.control('GET', 'people')).json()) as Record<string, string>[];
    expect(people).toHaveLength(PEOPLE.length);
    expect(Object.keys(people[0] ?? {}).sort()).toEqual([
      'birthDate',
      'desk',
      'name',
      'nationalId',
      'shows',
      'shows_nn',
    ]);
  });

  test('nothing of the control endpoint is open without the secret', async () => {
    const { url, header } = training.description.control;
    for (const headers of [{}, { [header]: 'x' }]) {
      expect((await fetch(`${url}people`, { headers })).status).toBe(403);
    }
  });

  test('addresses that nobody knows get the gateway’s plain text', async () => {
    const response = await fetch(new URL('/ukjent', training.description.issuer));
    expect([response.status, await response.text()]).toEqual([404, 'Unknown instance. ID=opplaering']);
  });
});
