import { createHash, randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type IsoDate } from '../../../shared/dates.ts';
import { type Exchange, requestViolations, responseViolations } from '../../utleggsdatabasen/contractViolations.ts';
import { DEBTORS } from '../debtors.ts';
import { HAVDAL, Scope } from '../organisations.ts';
import { startTraining, type TrainingClient } from '../trainingClient.ts';
import { type Change, exchange } from './exchange.ts';
import { type Looked, registrationMessage } from './registrationMessage.ts';

type Json = Record<string, unknown>;

const TODAY = '2026-11-21' as IsoDate;
let calendar = TODAY;
let training: TrainingClient;
let read: string;
let write: string;

beforeAll(async () => {
  training = await startTraining({ people: DEBTORS, calendar: () => Date.parse(`${calendar}T08:00:00Z`) });
  read = await training.token(Scope.utlegg);
  write = await training.token(Scope.utleggSkriv);
});
afterEach(async () => {
  calendar = TODAY;
  await training.control('POST', 'reset');
  await training.set({ latency: [0, 0] });
});
afterAll(() => training.stop());

const nationalIdOf = (name: string): string => {
  const found = DEBTORS.find((person) => person.name === name);
  if (!found) throw new Error(`no debtor is called ${name}`);
  return found.nationalId;
};

const call = (token: string, change: Change): Promise<Exchange> =>
  exchange(token, training.description.endpoints.utleggsdatabasen ?? '', '', change);

/** The exchange keeps the contract on both sides; status, code, and the broken rules with where. */
const outcomeOf = (done: Exchange): unknown[] => {
  expect([requestViolations(done), responseViolations(done)]).toEqual([[], []]);
  const { kode, avvik } = done.responseBody as { kode?: string; avvik?: { vilkaarnavn: string; felt: string }[] };
  return [
    done.status,
    ...(kode ? [kode] : []),
    ...(avvik ?? []).map(({ vilkaarnavn, felt }) => `${vilkaarnavn} ${felt}`),
  ];
};

const overview = async (name: string, query = ''): Promise<Json> =>
  (await call(read, { url: `/saernamsmann/personer/${nationalIdOf(name)}/utlegg${query}` })).responseBody as Json;

/** A registration in order, after a lookup of its own. */
const messageFor = async (name: string): Promise<Json> =>
  registrationMessage(nationalIdOf(name), (await overview(name)) as unknown as Looked, TODAY);

const register = (body: unknown, key: string | undefined = randomUUID()): Promise<Exchange> =>
  call(write, { method: 'POST', url: '/utleggstrekk', headers: { 'idempotency-key': key }, body });

const readOne = (id: unknown, query = ''): Promise<Exchange> => call(read, { url: `/utleggstrekk/${id}${query}` });

const change = (id: unknown, etag: string | undefined, body: unknown): Promise<Exchange> =>
  call(write, { method: 'PUT', url: `/utleggstrekk/${id}`, headers: { 'if-match': etag }, body });

const end = (
  id: unknown,
  etag: string | undefined,
  body: unknown,
  key: string | undefined = randomUUID(),
): Promise<Exchange> => {
  const headers = { 'if-match': etag, 'idempotency-key': key };
  return call(write, { method: 'POST', url: `/utleggstrekk/${id}/avslutning`, headers, body });
};

/** The person's trekk, the first one when there are several. */
const trekkOf = async (name: string): Promise<Json> => {
  const [first] = (await overview(name, '?inkluderAvsluttede=true')).utlegg as Json[];
  if (!first) throw new Error(`${name} has no trekk`);
  return first;
};

/** A change that changes nothing but what is said. */
const changeOf = (
  { trekkpliktig, trekkstoerrelseForPeriode, krav, betalingsinformasjon }: Json,
  other: Json,
): Json => ({
  endringsaarsak: 'retting',
  endringsdato: TODAY,
  trekkpliktig,
  trekkstoerrelseForPeriode,
  krav,
  betalingsinformasjon,
  ...other,
});

const registered = async (name: string, other: Json = {}): Promise<Json> => {
  const done = await register({ ...(await messageFor(name)), ...other });
  expect(outcomeOf(done)).toEqual([201]);
  return done.responseBody as Json;
};

interface Row {
  readonly kind: string;
  readonly id: string;
  readonly key: string | null;
  readonly bodySha256: string;
  readonly innsendersReferanse: string | null;
  readonly versjon: number;
  readonly status: string;
}
const rows = async (): Promise<Row[]> => (await (await training.control('GET', 'registrations')).json()) as Row[];

describe('registering', () => {
  test('is answered with the trekk, its version and its address; lookups and the list of what is stored show the same', async () => {
    const message = await messageFor('Fri Bane');
    const key = randomUUID();
    const done = await register(message, key);
    expect(outcomeOf(done)).toEqual([201]);
    const { samordning: _, ...content } = message;
    expect(done.responseBody).toMatchObject({ ...content, versjon: 1, status: 'registrert', regelverk: 'gammelt' });
    expect(done.responseHeaders.etag).toBe('"1"');
    const { utleggstrekkId: id } = done.responseBody as Json;
    expect(new URL(done.responseHeaders.location ?? '', 'http://server/v1/utleggstrekk').pathname).toBe(
      `/v1/utleggstrekk/${id}`,
    );
    const one = await readOne(id);
    expect([outcomeOf(one), one.responseBody]).toEqual([[200], done.responseBody]);
    expect((await overview('Fri Bane')).utlegg).toEqual([done.responseBody]);
    const bodySha256 = createHash('sha256').update(JSON.stringify(message)).digest('hex');
    expect((await rows()).filter((row) => row.key === key)).toEqual([
      expect.objectContaining({
        kind: 'registrer',
        id,
        versjon: 1,
        status: 'registrert',
        bodySha256,
        innsendersReferanse: message.innsendersReferanse,
      }),
    ]);
  });

  test('it begins to run by the calendar, and does not end by it', async () => {
    const { utleggstrekkId: id } = await registered('Eldre Støv');
    for (const [day, status] of [
      ['2026-11-30', 'registrert'],
      ['2026-12-01', 'loepende'],
      ['2028-01-01', 'loepende'],
    ] as const) {
      calendar = day as IsoDate;
      const done = await readOne(id);
      expect([outcomeOf(done), (done.responseBody as Json).status]).toEqual([[200], status]);
    }
  });

  test('without room it waits, and goes on waiting when its day comes', async () => {
    const message = await messageFor('Tom Lomme');
    const samordning = { ...(message.samordning as Json), konklusjon: 'venterTilLedig' };
    const done = await register({ ...message, samordning });
    expect([outcomeOf(done), (done.responseBody as Json).status]).toEqual([[201], 'ventende']);
    calendar = '2027-03-01' as IsoDate;
    expect(((await readOne((done.responseBody as Json).utleggstrekkId)).responseBody as Json).status).toBe('ventende');
  });

  test('the same again gives the same, with how it stands now; nothing more is stored', async () => {
    const message = await messageFor('Visket Strek');
    const key = randomUUID();
    const first = await register(message, key);
    const trekk = first.responseBody as Json;
    await change(trekk.utleggstrekkId, '"1"', changeOf(trekk, {}));
    const again = await register(message, key);
    expect([outcomeOf(again), again.responseHeaders.etag]).toEqual([[200], '"2"']);
    expect(again.responseBody).toMatchObject({ utleggstrekkId: trekk.utleggstrekkId, versjon: 2 });
    expect((await rows()).filter((row) => row.key === key)).toHaveLength(1);
  });

  test('the same key with another body is refused, also when one character differs, and so is another use of it', async () => {
    const message = await messageFor('Enkel Kopp');
    const key = randomUUID();
    const { utleggstrekkId: id } = (await register(message, key)).responseBody as Json;
    expect(outcomeOf(await register({ ...message, varseldato: addDays(TODAY, -31) }, key))).toEqual([409, 'ULD-020']);
    const spaced = await register(`${JSON.stringify(message)} `, key);
    expect([spaced.status, (spaced.responseBody as Json).kode]).toEqual([409, 'ULD-020']);
    const used = await end(id, '"1"', { aarsak: 'innfridd', sluttdato: TODAY }, key);
    expect(outcomeOf(used)).toEqual([409, 'ULD-020']);
  });

  test('a refused message has not used its key', async () => {
    const message = await messageFor('Tre Bein');
    const key = randomUUID();
    expect(outcomeOf(await register({ ...message, varseldato: TODAY }, key))).toEqual([
      422,
      'ULD-010',
      'PARAGRAF_4_18_VARSEL_PAAKREVET /varseldato',
    ]);
    expect(outcomeOf(await register(message, key))).toEqual([201]);
  });

  test('two at the same moment with one key are one', async () => {
    const message = await messageFor('Jevn Ytelse');
    const key = randomUUID();
    const answers = await Promise.all([register(message, key), register(message, key), register(message, key)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    expect((await rows()).filter((row) => row.key === key)).toHaveLength(1);
  });

  test('a reference and day that have been received, and a claim that is in a trekk that is not over, are refused', async () => {
    const message = await messageFor('Trygg Havn');
    expect(outcomeOf(await register(message))).toEqual([201]);
    const renewed = async (other: Json): Promise<unknown> =>
      outcomeOf(await register({ ...(await messageFor('Trygg Havn')), ...other }));
    expect(await renewed({ innsendersReferanse: message.innsendersReferanse })).toEqual([409, 'ULD-021']);
    expect(await renewed({ krav: message.krav })).toEqual([409, 'ULD-021']);
    const sameClaim = (await messageFor('Egen Kø')).krav as Json[];
    const ofEgenKoe = await messageFor('Egen Kø');
    const krav = sameClaim.map((one) => ({ ...one, innsendersKravreferanse: 'ES-1' }));
    expect(outcomeOf(await register({ ...ofEgenKoe, krav }))).toEqual([409, 'ULD-021']);
    expect(await renewed({})).toEqual([201]);
  });

  test('when something has been registered on the debtor since the lookup, it has to be made again', async () => {
    const before = await messageFor('Siste Ledd');
    const order = { nationalId: nationalIdOf('Siste Ledd'), kroner: 1_500, letter: 'c' };
    expect((await training.control('POST', 'others-trekk', order)).status).toBe(204);
    expect(outcomeOf(await register(before))).toEqual([409, 'ULD-022']);
    const { utlegg } = await overview('Siste Ledd');
    const [, others] = utlegg as Json[];
    expect(others).toMatchObject({ status: 'registrert', bestePrioritetDekningsloven: 'c' });
    expect(others).not.toHaveProperty('krav');
    expect(outcomeOf(await readOne(others?.utleggstrekkId))).toEqual([200]);
    expect(outcomeOf(await change(others?.utleggstrekkId, '"1"', changeOf(before, {})))).toEqual([403, 'ULD-005']);
    const message = await messageFor('Siste Ledd');
    expect(outcomeOf(await register(message))).toEqual([201]);
  });
});

describe('changing', () => {
  test('gives the next version; both can be read, and the parts that can’t be changed have not', async () => {
    const trekk = await registered('Kald Ovn');
    const { utleggstrekkId: id } = trekk;
    const underretningTilSkyldner = { sendtDato: TODAY, kanal: 'altinn' };
    const done = await change(id, '"1"', changeOf(trekk, { underretningTilSkyldner }));
    expect([outcomeOf(done), done.responseHeaders.etag]).toEqual([[200], '"2"']);
    const { opprettet: _, versjon: __, ...rest } = trekk;
    expect(done.responseBody).toMatchObject({ ...rest, versjon: 2, underretningTilSkyldner });
    expect((await readOne(id, '?versjon=1')).responseBody).toEqual(trekk);
    expect((await readOne(id, '?versjon=2')).responseBody).toEqual(done.responseBody);
    expect(outcomeOf(await readOne(id, '?versjon=3'))).toEqual([404, 'ULD-007']);
  });

  test('what is left out is removed', async () => {
    const trekk = await registered('Lukket Bok');
    const done = await change(trekk.utleggstrekkId, '"1"', changeOf(trekk, {}));
    expect(trekk).toHaveProperty('underretningTilSkyldner');
    expect(done.responseBody).not.toHaveProperty('underretningTilSkyldner');
  });

  test('a trekk that is here from the start goes on from its version', async () => {
    const trekk = await trekkOf('Egen Kø');
    const { utleggstrekkId: id } = trekk;
    const done = await change(id, '"2"', changeOf(trekk, {}));
    expect([outcomeOf(done), (done.responseBody as Json).versjon]).toEqual([[200], 3]);
    expect((await trekkOf('Egen Kø')).versjon).toBe(3);
    expect(((await readOne(id, '?versjon=2')).responseBody as Json).krav).toEqual(trekk.krav);
    expect((await rows()).filter((row) => row.id === id).map(({ kind, versjon }) => [kind, versjon])).toEqual([
      ['endre', 3],
    ]);
  });

  test.each<[string, string | undefined, number]>([
    ['no version', undefined, 428],
    ['an older version', '"0"', 412],
    ['a version without quotes', '1', 412],
  ])('%s is refused', async (_, etag, status) => {
    const trekk = await trekkOf('Sammensatt Knute');
    const changing = await change(trekk.utleggstrekkId, etag, changeOf(trekk, {}));
    expect([changing.status, responseViolations(changing)]).toEqual([status, []]);
    const ending = await end(trekk.utleggstrekkId, etag, { aarsak: 'innfridd', sluttdato: TODAY });
    expect([ending.status, (ending.responseBody as Json).kode, responseViolations(ending)]).toEqual([
      status,
      'ULD-030',
      [],
    ]);
  });

  test.each<[string, string, unknown[]]>([
    ['Delt Brød', 'another authority’s', [403, 'ULD-005']],
    ['To Kommuner', 'another municipality’s', [403, 'ULD-005']],
    ['Ny Vei', 'one of the new kind', [403, 'ULD-005']],
    ['Feil Adresse', 'one that was removed', [410, 'ULD-008']],
  ])('%s: %s is refused', async (name, _, refused) => {
    const { utleggstrekkId: id } = await trekkOf(name);
    const own = await trekkOf('Egen Kø');
    expect(outcomeOf(await change(id, '"1"', changeOf(own, {})))).toEqual(refused);
    expect(outcomeOf(await end(id, '"1"', { aarsak: 'innfridd', sluttdato: TODAY }))).toEqual(refused);
  });

  test('a trekk that nobody has, and an id that is none', async () => {
    const own = await trekkOf('Egen Kø');
    expect(outcomeOf(await change(randomUUID(), '"1"', changeOf(own, {})))).toEqual([404, 'ULD-007']);
    expect(outcomeOf(await end(randomUUID(), '"1"', { aarsak: 'innfridd', sluttdato: TODAY }))).toEqual([
      404,
      'ULD-007',
    ]);
    const strange = await change('1', '"1"', changeOf(own, {}));
    expect([strange.status, responseViolations(strange)]).toEqual([400, []]);
  });

  test('a stop, resumed: the period is the same', async () => {
    const trekk = await trekkOf('Sammensatt Knute');
    const { utleggstrekkId: id, versjon } = trekk;
    const states: unknown[] = [];
    for (const [step, endringsaarsak] of [
      'gjenopptak',
      'midlertidigStans',
      'midlertidigStans',
      'retting',
      'gjenopptak',
    ].entries()) {
      const { versjon: now } = (await readOne(id)).responseBody as Json;
      const done = await change(id, `"${now}"`, changeOf(trekk, { endringsaarsak }));
      states.push([step, done.status, (done.responseBody as Json).status ?? (done.responseBody as Json).kode]);
    }
    expect([versjon, states]).toEqual([
      1,
      [
        [0, 409, 'ULD-023'],
        [1, 200, 'stanset'],
        [2, 409, 'ULD-023'],
        [3, 200, 'stanset'],
        [4, 200, 'loepende'],
      ],
    ]);
  });

  test('pushed back it waits, and with room again it runs', async () => {
    const trekk = await trekkOf('Kort Hale');
    const { utleggstrekkId: id } = trekk;
    const [period] = trekk.trekkstoerrelseForPeriode as Json[];
    const waiting = { trekkstoerrelseForPeriode: [{ ...period, trekkbeloep: { trekkbeloep: 0 } }] };
    const pushed = await change(id, '"1"', changeOf(trekk, { ...waiting, endringsaarsak: 'nyLivsoppholdsvurdering' }));
    expect([outcomeOf(pushed), (pushed.responseBody as Json).status]).toEqual([[200], 'ventende']);
    const other = await change(id, '"2"', changeOf(trekk, { endringsaarsak: 'nyTrekkpliktig' }));
    expect((other.responseBody as Json).status).toBe('ventende');
    const room = await change(id, '"3"', changeOf(trekk, { endringsaarsak: 'nyLivsoppholdsvurdering' }));
    expect((room.responseBody as Json).status).toBe('loepende');
  });

  test('it is not registered before it has begun, and can’t be stopped then', async () => {
    const trekk = await registered('Fersk Konvolutt');
    const stop = changeOf(trekk, { endringsaarsak: 'midlertidigStans' });
    expect(outcomeOf(await change(trekk.utleggstrekkId, '"1"', stop))).toEqual([409, 'ULD-023']);
  });
});

describe('ending', () => {
  test('it is over: only asked for it shows, and nothing more can be done to it', async () => {
    const trekk = await registered('Grønn Kurve');
    const { utleggstrekkId: id } = trekk;
    const key = randomUUID();
    const body = { aarsak: 'innfridd', sluttdato: TODAY, begrunnelse: 'Dekket.' };
    const done = await end(id, '"1"', body, key);
    expect([outcomeOf(done), done.responseHeaders.etag]).toEqual([[200], '"2"']);
    expect(done.responseBody).toMatchObject({ status: 'avsluttet', trekkstatus: 'avsluttet', avslutning: body });
    expect((await overview('Grønn Kurve')).utlegg).toEqual([]);
    expect((await overview('Grønn Kurve', '?inkluderAvsluttede=true')).utlegg).toEqual([done.responseBody]);
    expect(outcomeOf(await change(id, '"2"', changeOf(trekk, {})))).toEqual([409, 'ULD-023']);
    expect(outcomeOf(await end(id, '"2"', body))).toEqual([409, 'ULD-023']);
    expect(outcomeOf(await end(id, '"1"', body, key))).toEqual([200]);
    expect(outcomeOf(await end(id, '"1"', { ...body, begrunnelse: 'Noe annet' }, key))).toEqual([409, 'ULD-020']);
  });

  test('wrongly registered: gone for everyone, and the claim may be registered again; the same ending again is still answered', async () => {
    const message = await messageFor('Sterk Mur');
    const { utleggstrekkId: id } = (await register(message)).responseBody as Json;
    const key = randomUUID();
    const body = { aarsak: 'feilregistrert', sluttdato: TODAY };
    const done = await end(id, '"1"', body, key);
    expect([outcomeOf(done), (done.responseBody as Json).status]).toEqual([[200], 'slettet']);
    expect(outcomeOf(await readOne(id))).toEqual([410, 'ULD-008']);
    expect(outcomeOf(await change(id, '"2"', changeOf(message, {})))).toEqual([410, 'ULD-008']);
    const again = await end(id, '"1"', body, key);
    expect([outcomeOf(again), (again.responseBody as Json).status]).toEqual([[200], 'slettet']);
    const { samordning } = await messageFor('Sterk Mur');
    expect(outcomeOf(await register({ ...message, samordning }))).toEqual([201]);
  });

  test.each<[string, Json, unknown[]]>([
    ['Egen Kø', { aarsak: 'utloept', sluttdato: TODAY }, [409, 'ULD-023']],
    ['Glemt Lås', { aarsak: 'utloept', sluttdato: '2026-09-30' }, [200]],
    ['Satt Brems', { aarsak: 'utloept', sluttdato: TODAY }, [409, 'ULD-023']],
    ['Stille Kø', { aarsak: 'overfoertTilSamordnetTrekk', sluttdato: TODAY }, [409, 'ULD-023']],
    [
      'Mellom Tider',
      { aarsak: 'begjaeringTrukket', sluttdato: '2028-12-31' },
      [422, 'ULD-010', 'FORLENGELSE_KREVER_NY_REGISTRERING /sluttdato'],
    ],
  ])('%s: %j', async (name, body, outcome) => {
    const all = (await overview(name)).utlegg as Json[];
    const own = all.find((one) => one.krav);
    expect(outcomeOf(await end(own?.utleggstrekkId, `"${own?.versjon}"`, body))).toEqual(outcome);
  });
});

/** A registration of Tung Bør with something else in it. */
type Edit = (message: Json) => Json;
const inPeriod =
  (other: Json): Edit =>
  ({ trekkstoerrelseForPeriode: periods }) => ({
    trekkstoerrelseForPeriode: (periods as Json[]).map((period) => ({ ...period, ...other })),
  });
const inClaim =
  (other: Json): Edit =>
  ({ krav }) => ({ krav: (krav as Json[]).map((claim) => ({ ...claim, ...other })) });
const withClaims =
  (...others: readonly Json[]): Edit =>
  ({ krav }) => {
    const [first] = krav as [Json];
    const more = others.map((other, index) => ({ ...first, innsendersKravreferanse: `K-${index + 2}`, ...other }));
    return { krav: [{ ...first, innsendersKravreferanse: 'K-1' }, ...more] };
  };
const inPart =
  (part: string, other: Json): Edit =>
  (message) => ({ [part]: { ...(message[part] as Json), ...other } });
const interest = { kravdetaljer: 'Rentekrav', kravforfall: undefined, prioritetDekningsloven: 'e' };
const nok = (beloep: number): Json => ({ beloep, valuta: 'NOK' });
const OTHER_PERSON = nationalIdOf('Fri Bane');

describe('the rules that stop a registration', () => {
  test.each<[string, Edit]>([
    ['as it is', () => ({})],
    [
      'V-05: decided today, on the last due day plus the notice',
      () => ({ beslutningsdato: TODAY, varseldato: addDays(TODAY, -14) }),
    ],
    [
      'V-07: the last day of the notice',
      (message) => ({ varseldato: '2025-11-07', ...inClaim({ kravforfall: { forfallsdato: '2025-11-07' } })(message) }),
    ],
    ['V-09: per cent', inPeriod({ trekkbeloep: undefined, trekkprosent: { trekkprosent: 12.5 } })],
    ['V-12: two years', inPeriod({ sluttdato: '2028-12-01' })],
    [
      'V-18–V-20: interest and costs of a principal',
      withClaims(
        { ...interest, relatertKrav: ['K-1'] },
        { kravdetaljer: 'UtenrettsligeKostnader', relatertKrav: ['K-1'] },
      ),
    ],
    ['V-25: all in order', (message) => inClaim({ prioritetISak: 1 })({ ...message, ...withClaims({})(message) })],
    ['V-26: a KID modulo 11', inPart('betalingsinformasjon', { kidnummer: '10000017' })],
  ])('%s: passes', async (_, edit) => {
    const message = await messageFor('Tung Bør');
    const done = await register(JSON.parse(JSON.stringify({ ...message, ...edit(message) })));
    expect(outcomeOf(done)).toEqual([201]);
    const { utleggstrekkId: id } = done.responseBody as Json;
    await end(id, '"1"', { aarsak: 'feilregistrert', sluttdato: TODAY });
  });

  test.each<[string, Edit, string[]]>([
    [
      'V-01: control digits',
      inPart('skyldner', { personidentifikator: '14838610139' }),
      ['UGYLDIG_PERSONIDENTIFIKATOR /skyldner/personidentifikator', 'SAMORDNING_MANGLER /samordning/oppslagId'],
    ],
    [
      'V-02: no such unit',
      inPart('saksoeker', { organisasjonsnummer: '310442101' }),
      [
        'ER_IKKE_HOVEDENHET /saksoeker/organisasjonsnummer',
        'INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING /saksoeker/organisasjonsnummer',
      ],
    ],
    [
      'V-02: who deducts',
      inPart('trekkpliktig', { organisasjonsnummer: '123456789' }),
      ['ER_IKKE_HOVEDENHET /trekkpliktig/organisasjonsnummer'],
    ],
    [
      'V-02: who was told',
      inPart('samordning', { underrettetNamsmyndighet: [HAVDAL.number, '123456789'] }),
      ['ER_IKKE_HOVEDENHET /samordning/underrettetNamsmyndighet/1'],
    ],
    [
      'V-04: another municipality',
      inPart('namsmyndighet', { organisasjonsnummer: HAVDAL.number }),
      ['INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING /namsmyndighet/organisasjonsnummer'],
    ],
    ['V-05: tomorrow', () => ({ beslutningsdato: addDays(TODAY, 1) }), ['UGYLDIG_BESLUTNINGSDATO /beslutningsdato']],
    [
      'V-05: before due',
      inClaim({ kravforfall: { forfallsdato: addDays(TODAY, 1) } }),
      ['UGYLDIG_BESLUTNINGSDATO /beslutningsdato', 'PARAGRAF_4_18_VARSEL_PAAKREVET /varseldato'],
    ],
    ['V-07: 13 days', () => ({ varseldato: addDays(TODAY, -13) }), ['PARAGRAF_4_18_VARSEL_PAAKREVET /varseldato']],
    [
      'V-07: a day too old',
      (message) => ({ varseldato: '2025-11-06', ...inClaim({ kravforfall: { forfallsdato: '2025-10-01' } })(message) }),
      ['PARAGRAF_4_18_VARSEL_PAAKREVET /varseldato'],
    ],
    [
      'V-07: before due',
      inClaim({ kravforfall: { forfallsdato: addDays(TODAY, -29) } }),
      ['PARAGRAF_4_18_VARSEL_PAAKREVET /varseldato'],
    ],
    [
      'V-08: said to be new',
      inPart('samordning', { regelverk: 'nytt' }),
      ['NYTT_REGELVERK_PAAKREVET /samordning/regelverk'],
    ],
    [
      'V-09: both',
      inPeriod({ trekkprosent: { trekkprosent: 5 } }),
      ['ENTEN_BELOEP_ELLER_PROSENT /trekkstoerrelseForPeriode/0'],
    ],
    [
      'V-09: neither',
      inPeriod({ trekkbeloep: undefined }),
      ['ENTEN_BELOEP_ELLER_PROSENT /trekkstoerrelseForPeriode/0'],
    ],
    [
      'V-10: ends before it begins',
      inPeriod({ sluttdato: '2026-11-30' }),
      ['UGYLDIG_PERIODE /trekkstoerrelseForPeriode/0/sluttdato'],
    ],
    [
      'V-10: a gap',
      () => ({ trekkstoerrelseForPeriode: twoPeriods('2027-03-02') }),
      ['UGYLDIG_PERIODE /trekkstoerrelseForPeriode/1/startdato'],
    ],
    [
      'V-10: overlap',
      () => ({ trekkstoerrelseForPeriode: twoPeriods('2027-02-28') }),
      ['UGYLDIG_PERIODE /trekkstoerrelseForPeriode/1/startdato'],
    ],
    [
      'V-11: begins before the decision',
      inPeriod({ startdato: addDays(TODAY, -1) }),
      ['UGYLDIG_PERIODE /trekkstoerrelseForPeriode/0/startdato'],
    ],
    [
      'V-12: no end',
      inPeriod({ sluttdato: undefined }),
      ['TREKKPERIODE_FOR_LANG /trekkstoerrelseForPeriode/0/sluttdato'],
    ],
    [
      'V-12: two years and a day',
      inPeriod({ sluttdato: '2028-12-02' }),
      ['TREKKPERIODE_FOR_LANG /trekkstoerrelseForPeriode/0/sluttdato'],
    ],
    [
      'V-14: negative',
      inPeriod({ trekkbeloep: { trekkbeloep: -1 } }),
      ['UGYLDIG_BELOEP /trekkstoerrelseForPeriode/0/trekkbeloep'],
    ],
    [
      'V-14: three decimals',
      inClaim({ opprinneligBeloep: nok(8420.505) }),
      ['UGYLDIG_BELOEP /krav/0/opprinneligBeloep'],
    ],
    [
      'V-15: nothing',
      inPeriod({ trekkbeloep: { trekkbeloep: 0 } }),
      ['UGYLDIG_TREKKSTOERRELSE /trekkstoerrelseForPeriode/0/trekkbeloep'],
    ],
    [
      'V-15: 101 per cent',
      inPeriod({ trekkbeloep: undefined, trekkprosent: { trekkprosent: 101 } }),
      ['UGYLDIG_TREKKSTOERRELSE /trekkstoerrelseForPeriode/0/trekkprosent'],
    ],
    ['V-17: no claims', () => ({ krav: [] }), ['MANGLER_KRAV /krav']],
    [
      'V-18: one reference twice',
      withClaims({ innsendersKravreferanse: 'K-1' }),
      ['KRAV_DUPLIKATE_REFERANSER /krav/1/innsendersKravreferanse'],
    ],
    [
      'V-19: unknown',
      withClaims({ ...interest, relatertKrav: ['K-9'] }),
      ['RELATERTE_KRAV_UGYLDIGE_KRAVREFERANSER /krav/1/relatertKrav/0'],
    ],
    [
      'V-19: itself',
      withClaims({ ...interest, relatertKrav: ['K-2'] }),
      ['RELATERTE_KRAV_KAN_IKKE_PEKE_PÅ_SEG_SELV /krav/1/relatertKrav/0'],
    ],
    ['V-19: interest of nothing', withClaims(interest), ['RENTE_MAA_HA_RELATERT_KRAV /krav/1/relatertKrav']],
    [
      'V-19: interest of interest',
      withClaims({ ...interest, relatertKrav: ['K-1'] }, { ...interest, relatertKrav: ['K-2'] }),
      ['RENTEKRAV_KAN_IKKE_HA_RENTEKRAV /krav/2/relatertKrav/0'],
    ],
    [
      'V-19: costs of interest',
      withClaims(
        { ...interest, relatertKrav: ['K-1'] },
        { kravdetaljer: 'UtenrettsligeKostnader', relatertKrav: ['K-2'] },
      ),
      ['GEBYR_ELLER_SAKSKOSTNAD_HAR_ET_RELATERTKRAV_SOM_IKKE_ER_HOVEDSTOL /krav/2/relatertKrav/0'],
    ],
    [
      'V-19: a principal of something',
      withClaims({ relatertKrav: ['K-1'] }),
      ['HOVEDSTOL_SKAL_IKKE_HA_ET_RELATERT_KRAV /krav/1/relatertKrav'],
    ],
    ['V-20: not due', inClaim({ kravforfall: undefined }), ['KRAV_MANGLER_FORFALLSDATO /krav/0/kravforfall']],
    [
      'V-20: interest that is due',
      withClaims({ ...interest, kravforfall: { forfallsdato: addDays(TODAY, -90) }, relatertKrav: ['K-1'] }),
      ['KRAV_OPPGIS_UTEN_FORFALLSDATO /krav/1/kravforfall'],
    ],
    [
      'V-21: more than it was',
      inClaim({ gjenstaaendeBeloep: nok(8420.51) }),
      ['UGYLDIG_GJENSTAAENDE /krav/0/gjenstaaendeBeloep'],
    ],
    ['V-21: nothing remains', inClaim({ gjenstaaendeBeloep: nok(0) }), ['UGYLDIG_GJENSTAAENDE /krav']],
    ['V-25: on one of two', withClaims({ prioritetISak: 2 }), ['PRIORITET_MANGLER /krav/0/prioritetISak']],
    [
      'V-26: account',
      inPart('betalingsinformasjon', { kontonummer: '12345678904' }),
      ['UGYLDIG_KONTONR /betalingsinformasjon/kontonummer'],
    ],
    [
      'V-26: KID',
      inPart('betalingsinformasjon', { kidnummer: '1002003001' }),
      ['UGYLDIG_KID /betalingsinformasjon/kidnummer'],
    ],
    [
      'V-30: a lookup that nobody made',
      inPart('samordning', { oppslagId: randomUUID() }),
      ['SAMORDNING_MANGLER /samordning/oppslagId'],
    ],
    [
      'V-30: of another person',
      inPart('skyldner', { personidentifikator: OTHER_PERSON }),
      ['SAMORDNING_MANGLER /samordning/oppslagId'],
    ],
    [
      'V-30: at another time',
      inPart('samordning', { oppslagstidspunkt: '2026-11-20T08:00:00+01:00' }),
      ['SAMORDNING_MANGLER /samordning/oppslagstidspunkt'],
    ],
  ])('%s', async (_, edit, expected) => {
    const message = await messageFor('Tung Bør');
    const body = JSON.parse(JSON.stringify({ ...message, ...edit(message) }));
    const done = await register(body);
    expect(responseViolations(done)).toEqual([]);
    const { kode, avvik = [] } = done.responseBody as { kode: string; avvik?: Json[] };
    expect([done.status, kode, avvik.map(({ vilkaarnavn, felt }) => `${vilkaarnavn} ${felt}`)]).toEqual([
      422,
      'ULD-010',
      expected,
    ]);
    const { innsendersReferanse } = message;
    expect((await rows()).some((row) => row.innsendersReferanse === innsendersReferanse)).toBe(false);
  });

  test.each([['Rent Skifte'], ['Dobbelt Svar']])('V-08: %s is under the new rules', async (name) => {
    expect(outcomeOf(await register(await messageFor(name)))).toEqual([
      422,
      'ULD-010',
      'NYTT_REGELVERK_PAAKREVET /samordning/regelverk',
    ]);
  });

  test('V-08: nothing decided from 1 January 2027', async () => {
    calendar = '2027-01-01' as IsoDate;
    const message = await messageFor('Fjern Havn');
    const refused = outcomeOf(await register({ ...message, beslutningsdato: calendar }));
    expect(refused).toContain('NYTT_REGELVERK_PAAKREVET /samordning/regelverk');
    expect(outcomeOf(await register({ ...message, beslutningsdato: '2026-12-01' }))).toEqual([201]);
  });

  test('V-13: a change may shorten and not lengthen; other rules hold for it too', async () => {
    const trekk = await registered('Full Benk');
    const { utleggstrekkId: id } = trekk;
    const period = (sluttdato: string): Json => ({
      trekkstoerrelseForPeriode: [{ startdato: '2026-12-01', sluttdato, trekkprosent: { trekkprosent: 6 } }],
    });
    expect(outcomeOf(await change(id, '"1"', changeOf(trekk, period('2027-12-01'))))).toEqual([
      422,
      'ULD-010',
      'FORLENGELSE_KREVER_NY_REGISTRERING /trekkstoerrelseForPeriode/0/sluttdato',
    ]);
    expect(
      outcomeOf(
        await change(
          id,
          '"1"',
          changeOf(trekk, { ...period('2027-05-31'), ...inClaim({ gjenstaaendeBeloep: nok(9_000) })(trekk) }),
        ),
      ),
    ).toEqual([422, 'ULD-010', 'UGYLDIG_GJENSTAAENDE /krav/0/gjenstaaendeBeloep']);
    expect(
      outcomeOf(
        await change(
          id,
          '"1"',
          changeOf(trekk, { ...period('2027-05-31'), ...inClaim({ gjenstaaendeBeloep: nok(0) })(trekk) }),
        ),
      ),
    ).toEqual([200]);
  });

  test('V-28: a change can’t take in a claim that is in another trekk', async () => {
    const first = await registered('Travel Morgen');
    const second = await registered('Travel Morgen');
    expect(outcomeOf(await change(second.utleggstrekkId, '"1"', changeOf(second, { krav: first.krav })))).toEqual([
      409,
      'ULD-021',
    ]);
  });
});

const twoPeriods = (secondFrom: string): Json[] => [
  { startdato: '2026-12-01', sluttdato: '2027-02-28', trekkbeloep: { trekkbeloep: 1_000 } },
  { startdato: secondFrom, sluttdato: '2027-11-30', trekkbeloep: { trekkbeloep: 2_000 } },
];

describe('who may write, and in which form', () => {
  test('no token 401, the scope for reading 403; and the one for writing does not read', async () => {
    const message = await messageFor('Felles Bord');
    const own = await trekkOf('Egen Kø');
    const id = own.utleggstrekkId;
    const key = randomUUID();
    const writes: [string, string, Json][] = [
      ['POST', '/utleggstrekk', message],
      ['PUT', `/utleggstrekk/${id}`, changeOf(own, {})],
      ['POST', `/utleggstrekk/${id}/avslutning`, { aarsak: 'innfridd', sluttdato: TODAY }],
    ];
    for (const [method, url, body] of writes) {
      const headers = { 'idempotency-key': key, 'if-match': '"1"' };
      const without = await call('', { method, url, body, headers: { ...headers, authorization: undefined } });
      expect(outcomeOf(without)).toEqual([401, 'ULD-004']);
      expect(outcomeOf(await call(read, { method, url, body, headers }))).toEqual([403, 'ULD-005']);
    }
    expect(outcomeOf(await call(write, { url: `/utleggstrekk/${id}` }))).toEqual([403, 'ULD-005']);
    const nationalId = nationalIdOf('Egen Kø');
    expect(outcomeOf(await call(write, { url: `/saernamsmann/personer/${nationalId}/utlegg` }))).toEqual([
      403,
      'ULD-005',
    ]);
  });

  test.each<[string, (message: Json) => Change]>([
    ['no key', (body) => ({ body, headers: { 'idempotency-key': undefined } })],
    ['a key that is no UUID', (body) => ({ body, headers: { 'idempotency-key': 'sak-1' } })],
    [
      'no Korrelasjonsid',
      (body) => ({ body, headers: { 'idempotency-key': randomUUID(), korrelasjonsid: undefined } }),
    ],
    ['a parameter', (body) => ({ body, url: '/utleggstrekk?test=1' })],
    [
      'another content type',
      (body) => ({ body, headers: { 'idempotency-key': randomUUID(), 'content-type': 'text/plain' } }),
    ],
    ['another member', (body) => ({ body: { ...body, formaal: 'trekk' } })],
    ['a date that is none', (body) => ({ body: { ...body, beslutningsdato: '21.11.2026' } })],
    ['euro', (body) => ({ body: { ...body, ...inClaim({ opprinneligBeloep: { beloep: 1, valuta: 'EUR' } })(body) } })],
    ['a reference of 65 characters', (body) => ({ body: { ...body, innsendersReferanse: 'x'.repeat(65) } })],
    ['half a message', (body) => ({ body: JSON.stringify(body).slice(0, 300) })],
  ])('a registration that breaks the contract is refused: %s', async (_, changeTo) => {
    const change: Change = { headers: { 'idempotency-key': randomUUID() }, ...changeTo(await messageFor('Ett Brev')) };
    const done = await call(write, { method: 'POST', url: '/utleggstrekk', ...change });
    expect(requestViolations(done)).not.toEqual([]);
    expect([done.status, (done.responseBody as Json).kode, responseViolations(done)]).toEqual([400, 'ULD-006', []]);
  });

  test('two members of one name are refused', async () => {
    const text = JSON.stringify(await messageFor('Ett Brev')).replace('"krav":', '"krav":[],"krav":');
    expect((await register(text)).status).toBe(400);
  });
});

/** Faults at the writes, one call each. */
const order = (fault: Json): Promise<Response> =>
  training.control('POST', 'faults', { target: 'registrering', times: 1, fault });

describe('what goes wrong with a write', () => {
  test.each<[string, Json]>([
    ['the connection is cut', { kind: 'cut', when: 'after' }],
    ['half the answer comes', { kind: 'halfBody' }],
    ['the answer is unreadable', { kind: 'brokenJson' }],
  ])('stored, and %s; the same again tells', async (_, fault) => {
    const message = await messageFor('Annenhver Helg');
    const key = randomUUID();
    await order(fault);
    await expect(register(message, key)).rejects.toThrow();
    expect((await rows()).filter((row) => row.key === key)).toHaveLength(1);
    expect(outcomeOf(await register(message, key))).toEqual([200]);
    expect((await rows()).filter((row) => row.key === key)).toHaveLength(1);
  });

  test.each<[Json, number, number]>([
    [{ kind: 'status', status: 500, when: 'after' }, 500, 1],
    [{ kind: 'status', status: 503, when: 'after' }, 503, 1],
    [{ kind: 'html', status: 502, when: 'after' }, 502, 1],
    [{ kind: 'status', status: 500, when: 'before' }, 500, 0],
    [{ kind: 'status', status: 500 }, 500, 0],
    [{ kind: 'status', status: 429, retryAfter: 2 }, 429, 0],
  ])('%j: %i, and %i stored', async (fault, status, stored) => {
    const message = await messageFor('Bar Hylle');
    const key = randomUUID();
    await order(fault);
    expect((await register(message, key)).status).toBe(status);
    expect((await rows()).filter((row) => row.key === key)).toHaveLength(stored);
    expect((await register(message, key)).status).toBe(stored === 1 ? 200 : 201);
  });

  test('a caller that stops waiting: before, nothing is stored until it has waited; after, it is stored first', async () => {
    for (const [when, stored] of [
      ['after', 1],
      ['before', 0],
    ] as const) {
      const message = await messageFor('Skrå Andel');
      const key = randomUUID();
      await order({ kind: 'latency', ms: 1_500, when });
      const sent = register(message, key);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect((await rows()).filter((row) => row.key === key)).toHaveLength(stored);
      expect((await sent).status).toBe(201);
    }
  });

  test.each([
    ['first', 201],
    ['last', 200],
  ])('delivered twice, answered with the %s: stored once', async (answer, status) => {
    const message = await messageFor('Revet Etikett');
    const key = randomUUID();
    await order({ kind: 'deliveredTwice', answer });
    expect((await register(message, key)).status).toBe(status);
    expect((await rows()).filter((row) => row.key === key)).toHaveLength(1);
  });

  test('a change that is delivered twice is made once: the second finds another version', async () => {
    const trekk = await registered('Vag Skisse');
    await order({ kind: 'deliveredTwice', answer: 'last' });
    expect(outcomeOf(await change(trekk.utleggstrekkId, '"1"', changeOf(trekk, {})))).toEqual([412, 'ULD-030']);
    expect(((await readOne(trekk.utleggstrekkId)).responseBody as Json).versjon).toBe(2);
  });

  test('faults at the writes leave the lookups alone', async () => {
    await training.control('POST', 'faults', { target: 'registrering', fault: { kind: 'status', status: 500 } });
    expect((await overview('Fri Bane')).antallUTT).toBeDefined();
  });
});
