import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type IsoDate } from '../../../shared/dates.ts';
import { type Exchange, requestViolations, responseViolations } from '../../utleggsdatabasen/contractViolations.ts';
import { DEBTORS } from '../debtors.ts';
import { FJELLVIK, HAVDAL, Scope } from '../organisations.ts';
import { startTraining, type TrainingClient } from '../trainingClient.ts';
import { type Change, exchange } from './exchange.ts';
import { type Looked, registrationMessage } from './registrationMessage.ts';

type Json = Record<string, unknown>;

const TODAY = '2026-11-21' as IsoDate;
const PDF = '%PDF-1.7 et vedtak';
let calendar = TODAY;
let training: TrainingClient;
let elan: string;
let read: string;
let write: string;

beforeAll(async () => {
  training = await startTraining({ people: DEBTORS, calendar: () => Date.parse(`${calendar}T08:00:00Z`) });
  elan = await training.token(Scope.samordnetTrekk);
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

const toElan = (change: Change, token = elan): Promise<Exchange> =>
  exchange(token, training.description.endpoints.samordnetTrekk ?? '', '/elan-kommune', change);
const upload = (uuid: string, body: string = PDF, headers: Change['headers'] = {}): Promise<Exchange> =>
  toElan({ method: 'PUT', url: `/vedlegg/${uuid}`, body, headers: { 'content-type': 'application/pdf', ...headers } });
const decide = (body: unknown, key: string | undefined = randomUUID()): Promise<Exchange> =>
  toElan({ method: 'POST', url: '/beslutning-om-utleggstrekk', body, headers: { 'idempotency-key': key } });

const codeOf = ({ status, responseBody }: Exchange): unknown[] => [status, (responseBody as Json).kode];

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

/** A decision that breaks no rule, with its document uploaded. */
async function decisionFor(name: string): Promise<Json> {
  const uuid = randomUUID();
  expect((await upload(uuid)).status).toBe(201);
  const innsendersReferanse = randomUUID();
  const amount = { beloep: 8420.5, valuta: 'NOK' };
  return {
    innsendersReferanse,
    beslutningsdato: `${TODAY}T10:00:00+01:00`,
    underskrift: 'Ivar Innkrever',
    beslutning: { type: 'tvangsgrunnlag', filnavn: 'beslutning.pdf', uuid },
    kommune: { organisasjonsnummer: FJELLVIK.number },
    skyldner: { personidentifikator: nationalIdOf(name), adresseLikFolkeregistrert: true },
    betalingsinformasjon: {
      betalingsmottaker: { landkodeIdentifikator: 'NO', taxIdentificationNumber: FJELLVIK.number },
      norskKonto: true,
      kidnummer: '1002003000',
      kontoinformasjon: { kontonummer: '12345678903' },
    },
    krav: [
      {
        innsendersKravreferanse: `${innsendersReferanse}-1`,
        kravdetaljer: 'Hovedkrav',
        kravforfall: { forfallsdato: addDays(TODAY, -90) },
        opprinneligBeloep: amount,
        gjenstaaendeBeloep: amount,
        innbetaling: [{ bokfoertDato: TODAY, beloep: { beloep: 500, valuta: 'NOK' } }],
        prioritetISak: 1,
        prioritetDekningsloven: 'd',
        rentebaerendeKrav: { harForsinkelsesrente: true, prioritetISakFremtidigRentekrav: 2 },
      },
    ],
  };
}

const stored = async (kind: string): Promise<Json[]> =>
  ((await (await training.control('GET', 'registrations')).json()) as Json[]).filter((row) => row.kind === kind);

describe('the decision document', () => {
  test('is taken once under its name, and the same again is the same', async () => {
    const uuid = randomUUID();
    const done = [await upload(uuid), await upload(uuid), await upload(uuid, `${PDF} til`)];
    expect(done.map(codeOf)).toEqual([
      [201, undefined],
      [200, undefined],
      [409, 'ULD-020'],
    ]);
    expect(done[0]?.responseBody).toEqual({ uuid });
    expect((await stored('vedlegg')).filter(({ id }) => id === uuid)).toHaveLength(1);
  });

  test.each<[string, Parameters<typeof upload>]>([
    ['a name that is no UUID', ['beslutning']],
    ['something that is no PDF', [randomUUID(), 'PK zip']],
    ['another content type', [randomUUID(), PDF, { 'content-type': 'application/json' }]],
    ['too much', [randomUUID(), PDF.padEnd(10 * 1024 * 1024 + 1)]],
    ['no Korrelasjonsid', [randomUUID(), PDF, { korrelasjonsid: undefined }]],
  ])('%s is refused', async (_, sent) => {
    expect(codeOf(await upload(...sent))).toEqual([400, 'ULD-006']);
  });

  test('another scope 403', async () => {
    const change = { method: 'PUT', url: `/vedlegg/${randomUUID()}`, body: PDF };
    expect(codeOf(await toElan(change, write))).toEqual([403, 'ULD-005']);
  });
});

describe('the decision', () => {
  test('is received, with a case reference, and is in the list of what is stored', async () => {
    const message = await decisionFor('Rent Skifte');
    const key = randomUUID();
    const done = await decide(message, key);
    expect(outcomeOf(done)).toEqual([201]);
    const { saksreferanse } = done.responseBody as Json;
    expect(done.responseBody).toMatchObject({
      saksreferanse: expect.stringMatching(/^ELAN-\d{4}-\d{6}$/),
      innsendersReferanse: message.innsendersReferanse,
    });
    expect((await stored('beslutning')).filter((row) => row.key === key)).toEqual([
      expect.objectContaining({ id: saksreferanse, innsendersReferanse: message.innsendersReferanse }),
    ]);
  });

  test('the same again is told to be a duplicate, whatever key it has; another day or reference is not', async () => {
    const message = await decisionFor('Ny Vei');
    const key = randomUUID();
    expect(outcomeOf(await decide(message, key))).toEqual([201]);
    const duplicate = [422, 'ULD-010', 'DUPLIKAT_INNSENDING /innsendersReferanse'];
    expect(outcomeOf(await decide(message, key))).toEqual(duplicate);
    expect(outcomeOf(await decide(message))).toEqual(duplicate);
    expect(outcomeOf(await decide({ ...message, innsendersReferanse: 'en annen' }))).toEqual([
      422,
      'ULD-010',
      'KRAV_ALLEREDE_I_TREKK /krav/0/innsendersKravreferanse',
    ]);
    expect(
      (await stored('beslutning')).filter((row) => row.innsendersReferanse === message.innsendersReferanse),
    ).toHaveLength(1);
  });

  test('the debtor is under the old rules: not before 1 January 2027', async () => {
    const message = await decisionFor('Fri Bane');
    expect(outcomeOf(await decide(message))).toEqual([
      422,
      'ULD-010',
      'GAMMELT_REGELVERK_PAAKREVET /skyldner/personidentifikator',
    ]);
    calendar = '2027-01-04' as IsoDate;
    expect(outcomeOf(await decide({ ...message, beslutningsdato: '2027-01-01T00:00:00+01:00' }))).toEqual([201]);
  });

  type Edit = (message: Json) => Json;
  const inPart =
    (part: string, other: Json): Edit =>
    (message) => ({ [part]: { ...(message[part] as Json), ...other } });
  const inClaim =
    (other: Json): Edit =>
    ({ krav }) => ({ krav: (krav as Json[]).map((claim) => ({ ...claim, ...other })) });

  test.each<[string, Edit, string[]]>([
    [
      'V-01',
      inPart('skyldner', { personidentifikator: nationalIdOf('Ukjent Spor') }),
      [
        'UGYLDIG_PERSONIDENTIFIKATOR /skyldner/personidentifikator',
        'GAMMELT_REGELVERK_PAAKREVET /skyldner/personidentifikator',
      ],
    ],
    [
      'V-02',
      inPart('kommune', { organisasjonsnummer: '310442101' }),
      [
        'ER_IKKE_HOVEDENHET /kommune/organisasjonsnummer',
        'INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING /kommune/organisasjonsnummer',
      ],
    ],
    [
      'V-03',
      inPart('betalingsinformasjon', {
        betalingsmottaker: { landkodeIdentifikator: 'NO', taxIdentificationNumber: nationalIdOf('Samlet Flokk') },
      }),
      ['SAMME_SAKSOEKT_SOM_SAKSOEKER /betalingsinformasjon/betalingsmottaker/taxIdentificationNumber'],
    ],
    [
      'V-04',
      inPart('kommune', { organisasjonsnummer: HAVDAL.number }),
      ['INNSENDER_SAMSVARER_IKKE_MED_AUTENTISERING /kommune/organisasjonsnummer'],
    ],
    [
      'V-05: tomorrow',
      () => ({ beslutningsdato: '2026-11-22T00:00:00+01:00' }),
      ['UGYLDIG_BESLUTNINGSDATO /beslutningsdato'],
    ],
    [
      'V-05: before due',
      inClaim({ kravforfall: { forfallsdato: '2026-11-22' } }),
      ['UGYLDIG_BESLUTNINGSDATO /beslutningsdato'],
    ],
    [
      'an earlier decision that is later',
      () => ({ beslutningsdatoTrekkEtterGammeltRegelverk: '2026-11-22' }),
      ['UGYLDIG_BESLUTNINGSDATO /beslutningsdatoTrekkEtterGammeltRegelverk'],
    ],
    [
      'a document that nobody uploaded',
      inPart('beslutning', { uuid: randomUUID() }),
      ['VEDLEGG_MANGLER /beslutning/uuid'],
    ],
    [
      'V-14',
      inClaim({ opprinneligBeloep: { beloep: 9000.005, valuta: 'NOK' } }),
      ['UGYLDIG_BELOEP /krav/0/opprinneligBeloep'],
    ],
    ['V-17', () => ({ krav: [] }), ['MANGLER_KRAV /krav']],
    [
      'V-22',
      inClaim({ innbetaling: [{ bokfoertDato: '2026-11-22', beloep: { beloep: 1, valuta: 'NOK' } }] }),
      ['INNBETALING_FRAM_I_TID /krav/0/innbetaling/0/bokfoertDato'],
    ],
    [
      'V-25',
      inClaim({ rentebaerendeKrav: { harForsinkelsesrente: true } }),
      ['PRIORITET_MANGLER_PÅ_RENTEOPPLYSNINGER /krav/0/rentebaerendeKrav'],
    ],
    [
      'V-26',
      inPart('betalingsinformasjon', { kidnummer: '1002003001', kontoinformasjon: { kontonummer: '12345678904' } }),
      [
        'UGYLDIG_KONTONR /betalingsinformasjon/kontoinformasjon/kontonummer',
        'UGYLDIG_KID /betalingsinformasjon/kidnummer',
      ],
    ],
  ])('%s', async (_, edit, expected) => {
    const message = await decisionFor('Samlet Flokk');
    const done = await decide({ ...message, ...edit(message) });
    expect(responseViolations(done)).toEqual([]);
    const { avvik = [] } = done.responseBody as { avvik?: Json[] };
    expect([...codeOf(done), avvik.map(({ vilkaarnavn, felt }) => `${vilkaarnavn} ${felt}`)]).toEqual([
      422,
      'ULD-010',
      expected,
    ]);
    expect((await stored('beslutning')).some((row) => row.innsendersReferanse === message.innsendersReferanse)).toBe(
      false,
    );
  });

  test.each<[string, Edit]>([
    ['no signature', () => ({ underskrift: '' })],
    ['two ways to say where the debtor lives', inPart('skyldner', { ukjentBosted: true })],
    ['a day without a time', () => ({ beslutningsdato: TODAY })],
    ['another member', () => ({ trekkstoerrelse: 1000 })],
  ])('one that breaks the contract is refused: %s', async (_, edit) => {
    const message = await decisionFor('Samlet Flokk');
    const done = await decide({ ...message, ...edit(message) });
    expect(requestViolations(done)).not.toEqual([]);
    expect([...codeOf(done), responseViolations(done)]).toEqual([400, 'ULD-006', []]);
  });

  test('without a key; without a token; with another scope', async () => {
    const body = await decisionFor('Samlet Flokk');
    const sent = { method: 'POST', url: '/beslutning-om-utleggstrekk', body };
    const keyless = await toElan(sent);
    expect([...codeOf(keyless), responseViolations(keyless)]).toEqual([400, 'ULD-006', []]);
    const headers = { 'idempotency-key': randomUUID() };
    expect(outcomeOf(await toElan({ ...sent, headers: { ...headers, authorization: undefined } }))).toEqual([
      401,
      'ULD-004',
    ]);
    expect(outcomeOf(await toElan({ ...sent, headers }, write))).toEqual([403, 'ULD-005']);
  });

  test.each<[Json, number, number]>([
    [{ kind: 'status', status: 500, when: 'after' }, 500, 422],
    [{ kind: 'status', status: 503 }, 503, 201],
    [{ kind: 'deliveredTwice', answer: 'first' }, 201, 422],
    [{ kind: 'deliveredTwice', answer: 'last' }, 422, 422],
  ])('%j: answered %i, and the same again %i', async (fault, first, again) => {
    const message = await decisionFor('G4 Fire Krav');
    await training.control('POST', 'faults', { target: 'beslutning', times: 1, fault });
    const answers = [outcomeOf(await decide(message))[0], outcomeOf(await decide(message))[0]];
    expect(answers).toEqual([first, again]);
    expect(
      (await stored('beslutning')).filter((row) => row.innsendersReferanse === message.innsendersReferanse),
    ).toHaveLength(1);
  });
});

describe('the old trekk, when the claim moves into the single one', () => {
  const end = (id: unknown, etag: string, body: Json): Promise<Exchange> =>
    exchange(write, training.description.endpoints.utleggsdatabasen ?? '', '', {
      method: 'POST',
      url: `/utleggstrekk/${id}/avslutning`,
      headers: { 'if-match': etag, 'idempotency-key': randomUUID() },
      body,
    });
  const overview = async (name: string): Promise<Json> => {
    const { endpoints } = training.description;
    const url = `/saernamsmann/personer/${nationalIdOf(name)}/utlegg`;
    return (await exchange(read, endpoints.utleggsdatabasen ?? '', '', { url })).responseBody as Json;
  };

  test('can only be ended as moved when ELAN has the decision, and under its reference', async () => {
    const [trekk] = (await overview('Mellom Tider')).utlegg as [Json];
    const moved = { aarsak: 'overfoertTilSamordnetTrekk', sluttdato: TODAY };
    expect(outcomeOf(await end(trekk.utleggstrekkId, '"1"', moved))).toEqual([409, 'ULD-023']);
    const message = await decisionFor('Mellom Tider');
    // the claims may still be in the old trekk when the decision comes
    const done = await decide({
      ...message,
      krav: [{ ...(message.krav as [Json])[0], innsendersKravreferanse: 'ES-1' }],
    });
    expect(outcomeOf(done)).toEqual([201]);
    const { saksreferanse } = done.responseBody as Json;
    const strange = { ...moved, overfoertTilSaksreferanse: 'ELAN-2026-999999' };
    expect(outcomeOf(await end(trekk.utleggstrekkId, '"1"', strange))).toEqual([409, 'ULD-023']);
    const ended = await end(trekk.utleggstrekkId, '"1"', { ...moved, overfoertTilSaksreferanse: saksreferanse });
    expect([outcomeOf(ended), (ended.responseBody as Json).status]).toEqual([[200], 'avsluttet']);
  });

  test('V-28: a claim that ELAN has can’t be registered under the old rules', async () => {
    calendar = '2027-01-04' as IsoDate;
    const decision = await decisionFor('Eldre Støv');
    expect(outcomeOf(await decide({ ...decision, beslutningsdato: '2027-01-02T10:00:00+01:00' }))).toEqual([201]);
    const nationalId = nationalIdOf('Eldre Støv');
    const message = registrationMessage(nationalId, (await overview('Eldre Støv')) as unknown as Looked, TODAY);
    const [claim] = message.krav as [Json];
    const [decided] = decision.krav as [Json];
    const krav = [{ ...claim, innsendersKravreferanse: decided.innsendersKravreferanse }];
    const headers = { 'idempotency-key': randomUUID() };
    const change = { method: 'POST', url: '/utleggstrekk', headers, body: { ...message, krav } };
    const { utleggsdatabasen } = training.description.endpoints;
    expect(outcomeOf(await exchange(write, utleggsdatabasen ?? '', '', change))).toEqual([409, 'ULD-021']);
  });
});
