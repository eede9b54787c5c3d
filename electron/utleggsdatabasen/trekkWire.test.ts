import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/dates.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import { kroner, oere } from '../../shared/money.ts';
import { parseTrekk } from '../../shared/utlegg/parseTrekk.ts';
import {
  context,
  costs,
  DEBTOR,
  date,
  endre,
  interest,
  OURS,
  principal,
  registered,
  registrer,
} from '../../shared/utlegg/trekk.fixture.ts';
import { ActContent } from '../../shared/utlegg/trekk.ts';
import type { RegistrerContent } from '../../shared/utlegg/trekkContent.ts';
import { validateAct } from '../../shared/utlegg/validate.ts';
import { type Parties, sameTerms, toAvsluttBody, toEndreBody, toRegistrerBody } from '../../shared/utlegg/wire.ts';
import { contract } from './contractViolations.ts';
import { isObject, resolve, violations } from './schemaViolations.ts';

const parties: Parties = {
  debtor: DEBTOR as NationalId,
  municipality: { organisationNumber: OURS, name: 'Fjellvik kommune' },
  told: { on: date('2026-11-22'), channel: 'brev' },
};
const breaks = (schema: string, body: unknown) =>
  violations(contract, { $ref: `#/components/schemas/${schema}` }, JSON.parse(JSON.stringify(body)));
const example = (name: string): Record<string, unknown> => {
  const { value } = resolve(contract, { $ref: `#/components/examples/${name}` });
  if (!isObject(value)) throw new Error(`the example ${name} has no value`);
  return { ...value };
};
/** The register's answer to a registration, by the contract. */
const answerTo = (body: object): Record<string, unknown> => {
  const { samordning: _, ...kept } = JSON.parse(JSON.stringify(body));
  return {
    ...kept,
    utleggstype: 'UTT',
    utleggstrekkId: '7b1b5a0e-0f5e-4a56-9a05-3f6a1f1c2d01',
    versjon: 1,
    opplysningsnivaa: 'full',
    status: 'registrert',
    newField: { of: 'tomorrow' },
  };
};

/** What an officer might type into a registration: mostly fine, now and then not. */
const mostly = <T, U>(fine: fc.Arbitrary<T>, not: fc.Arbitrary<U>) =>
  fc.oneof({ weight: 20, arbitrary: fine }, { weight: 1, arbitrary: not });
const reference = mostly(
  fc.string({ minLength: 1, maxLength: 64 }).map((one) => ` ${one.replace(/^\s+$/, 'x')}`),
  fc.string({ maxLength: 200 }),
);
const money = fc.integer({ min: 1, max: 5_000_000_00 }).map((one) => oere(one));
const claimTyped = fc
  .record({
    reference,
    description: fc.string({ maxLength: 500 }),
    original: money,
    paid: mostly(fc.nat(100), fc.integer({ min: -5, max: 105 })),
    letter: mostly(fc.constantFrom('d', 'e'), fc.constant(null)),
  })
  .map(({ paid, ...claim }) => ({ ...claim, remaining: oere(Math.floor((claim.original * (100 - paid)) / 100)) }));
const sizeTyped = mostly(
  fc.oneof(
    fc.record({ amount: money, percent: fc.constant(null) }),
    fc.record({ amount: fc.constant(null), percent: fc.integer({ min: 1, max: 10_000 }) }),
  ),
  fc.constant({ amount: null, percent: null }),
);
const typedRegistration = fc
  .record({
    reference,
    organisationNumber: mostly(fc.constantFrom('310442100', '310 442 100'), fc.constantFrom('310442101', '')),
    name: fc.string({ maxLength: 200 }),
    account: mostly(fc.constantFrom('15037354837', '1503.73.54837', '1503 73 54837'), fc.constant('')),
    kid: mostly(fc.constantFrom('6487719756', '64877 19756', '1234560', '6-'), fc.constantFrom('', '6')),
    claims: fc.tuple(claimTyped, fc.option(claimTyped), fc.option(claimTyped)),
    ordered: fc.boolean(),
    split: fc.integer({ min: 1, max: 400 }),
    sizes: fc.tuple(sizeTyped, sizeTyped),
  })
  .map(({ reference: own, name, organisationNumber, account, kid, ...typed }): RegistrerContent => {
    const [one, two, three] = typed.claims;
    const [first, second] = typed.sizes;
    const last = addDays(date('2026-12-01'), typed.split - 1);
    const pointing = { relatedTo: [one.reference] };
    const claims = [
      principal(one),
      ...(two ? [interest({ ...two, ...pointing })] : []),
      ...(three ? [costs({ ...three, ...pointing })] : []),
    ];
    return registrer({
      reference: own,
      payer: { organisationNumber, name, pays: 'pensjon' },
      payment: { account, kid },
      claims: typed.ordered ? claims.map((claim, index) => ({ ...claim, order: index + 1 })) : claims,
      periods: [
        { from: date('2026-12-01'), to: last, ...first },
        { from: addDays(last, 1), to: date('2028-02-29'), ...second },
      ],
    });
  });

describe('bodies by the contract', () => {
  test('whatever the rules let through keeps the contract, and what the register answers to it means the same', () => {
    let passed = 0;
    fc.assert(
      fc.property(typedRegistration, (content) => {
        const what = ActContent.parse({ kind: 'registrer', content });
        fc.pre(validateAct(what, context({ netPay: null })).every(({ level }) => level === 'warning'));
        passed += 1;
        const body = toRegistrerBody(content, parties);
        expect(breaks('RegistrerUtleggstrekk', body)).toEqual([]);

        const answer = answerTo(body);
        expect(breaks('Utleggstrekk', answer)).toEqual([]);
        const read = parseTrekk(answer, parties.debtor);
        if (!read.ok) throw new Error(read.error);
        expect(sameTerms(read.value.terms, content)).toBe(true);
        expect(read.value.terms.claims.map(({ remaining }) => remaining)).toEqual(
          content.claims.map(({ remaining }) => remaining),
        );
        expect(read.value.terms.periods).toEqual(content.periods);
        expect(read.value).toMatchObject({ reference: content.reference.trim(), decisionDate: content.decisionDate });

        const change = { ...read.value.terms, reason: 'klage', date: date('2026-11-22'), explanation: '' } as const;
        expect(breaks('EndreUtleggstrekk', toEndreBody(change, parties))).toEqual([]);
      }),
      { numRuns: 200 },
    );
    expect(passed).toBe(200);
  });

  test('a registration, whole', () => {
    expect(toRegistrerBody(registrer(), parties)).toEqual({
      innsendersReferanse: '2026/417',
      skyldner: { personidentifikator: DEBTOR },
      saksoeker: { organisasjonsnummer: OURS, navn: 'Fjellvik kommune' },
      namsmyndighet: {
        organisasjonsnummer: OURS,
        navn: 'Fjellvik kommune',
        namsmyndighetstype: 'kommunalSaernamsmyndighet',
        saksnummer: '2026/417',
      },
      beslutningsdato: '2026-11-20',
      varseldato: '2026-10-12',
      trekkpliktig: { organisasjonsnummer: '310442100', navn: 'Fjellvik Transport AS', ytelsestype: 'loenn' },
      trekkstoerrelseForPeriode: [
        { startdato: '2026-12-01', sluttdato: '2028-02-29', trekkbeloep: { trekkbeloep: 2000 } },
      ],
      krav: [
        {
          innsendersKravreferanse: 'ES-1',
          kravtype: 'eiendomsskatt',
          kravdetaljer: 'Hovedkrav',
          kravbeskrivelse: 'Eiendomsskatt 2026, termin 1',
          kravforfall: { forfallsdato: '2026-03-20' },
          opprinneligBeloep: { beloep: 30000, valuta: 'NOK' },
          gjenstaaendeBeloep: { beloep: 30000, valuta: 'NOK' },
          prioritetDekningsloven: 'd',
        },
        {
          innsendersKravreferanse: 'ES-1-R',
          kravtype: 'eiendomsskatt',
          kravdetaljer: 'Rentekrav',
          opprinneligBeloep: { beloep: 312, valuta: 'NOK' },
          gjenstaaendeBeloep: { beloep: 312, valuta: 'NOK' },
          prioritetDekningsloven: 'e',
          relatertKrav: ['ES-1'],
        },
        {
          innsendersKravreferanse: 'ES-1-K',
          kravtype: 'eiendomsskatt',
          kravdetaljer: 'UtenrettsligeKostnader',
          kravforfall: { forfallsdato: '2026-03-20' },
          opprinneligBeloep: { beloep: 312, valuta: 'NOK' },
          gjenstaaendeBeloep: { beloep: 312, valuta: 'NOK' },
          prioritetDekningsloven: 'e',
          relatertKrav: ['ES-1'],
        },
      ],
      betalingsinformasjon: { betalingsmottaker: OURS, kontonummer: '15037354837', kidnummer: '6487719756' },
      samordning: {
        oppslagId: '0f7c2a1e-6a1b-4f55-8a57-2d5b1f0d9c01',
        oppslagstidspunkt: '2026-11-22T07:30:00.000Z',
        regelverk: 'gammelt',
        konklusjon: 'ingenLoependeTrekk',
        hensyntattUtleggstrekkId: [],
        underrettetNamsmyndighet: [],
      },
      underretningTilSkyldner: { sendtDato: '2026-11-22', kanal: 'brev' },
    });
  });

  test('a change, and every kind of end', () => {
    const change = toEndreBody(endre(), { ...parties, told: null });
    expect(breaks('EndreUtleggstrekk', change)).toEqual([]);
    expect(change.trekkstoerrelseForPeriode[1]).toEqual({
      startdato: '2027-02-01',
      sluttdato: '2028-02-29',
      trekkprosent: { trekkprosent: 6 },
    });
    expect('underretningTilSkyldner' in change).toBe(false);

    const paid = {
      reason: 'innfridd',
      lastDay: date('2027-09-15'),
      explanation: 'Kravet er dekket.',
      transferredTo: null,
    } as const;
    expect(toAvsluttBody(paid)).toEqual(example('AvsluttUtleggstrekkInnfridd'));
    const moved = toAvsluttBody({
      ...paid,
      reason: 'overfoertTilSamordnetTrekk',
      explanation: ' ',
      transferredTo: 'E-1',
    });
    expect(breaks('AvsluttUtleggstrekk', moved)).toEqual([]);
    expect(moved).toEqual({
      aarsak: 'overfoertTilSamordnetTrekk',
      sluttdato: '2027-09-15',
      overfoertTilSaksreferanse: 'E-1',
    });
  });

  test('half an act is no message', () => {
    expect(() => toRegistrerBody(registrer({ samordning: null }), parties)).toThrow('no rule has passed');
  });
});

describe("the contract's own examples", () => {
  const debtor = '14927590159' as NationalId;

  test('the registration, answered', () => {
    const read = parseTrekk(answerTo(example('RegistrerUtleggstrekkEiendomsskatt')), debtor);
    expect(read).toMatchObject({
      ok: true,
      value: {
        reference: 'SAK-2026-00417',
        decisionDate: '2026-11-23',
        state: 'registrert',
        versjon: 1,
        ended: null,
        terms: {
          payer: { organisationNumber: '319988440', name: 'Eksempel Arbeidsgiver AS', pays: 'loenn' },
          periods: [{ from: '2026-12-15', to: '2028-11-15', amount: kroner(1800), percent: null }],
          claims: [
            { reference: 'ES-2026-1', original: oere(842_050), order: 1 },
            { reference: 'ES-2026-1-R', due: null, relatedTo: ['ES-2026-1'] },
          ],
          payment: { account: '12345678903', kid: '1002003000' },
        },
      },
    });
  });

  test('the change, answered', () => {
    const { begrunnelse: _, endringsaarsak: __, endringsdato: ___, ...terms } = example('EndreUtleggstrekkRedusert');
    const read = parseTrekk(
      { ...answerTo(example('RegistrerUtleggstrekkEiendomsskatt')), ...terms, versjon: 2 },
      debtor,
    );
    expect(read.ok && read.value.terms.periods[1]).toEqual({
      from: '2027-02-15',
      to: '2028-11-15',
      amount: null,
      percent: 600,
    });
  });
});

describe('an answer that is not about our trekk, or not whole, is no answer', () => {
  const good = answerTo(toRegistrerBody(registrer(), parties));
  test.each([
    ['somebody else', { skyldner: { personidentifikator: '06882949409' } }],
    ['a state we do not know', { status: 'paaVent' }],
    ['no state', { status: undefined }],
    ['no claims', { krav: undefined }],
    ['no version', { versjon: undefined }],
    [
      'both sizes',
      {
        trekkstoerrelseForPeriode: [
          { startdato: '2026-12-01', trekkbeloep: { trekkbeloep: 1 }, trekkprosent: { trekkprosent: 1 } },
        ],
      },
    ],
    ['no size', { trekkstoerrelseForPeriode: [{ startdato: '2026-12-01' }] }],
    ['a day that is none', { beslutningsdato: '2026-02-30' }],
    ['an end with a reason we do not know', { avslutning: { aarsak: 'annet', sluttdato: '2026-12-01' } }],
  ])('%s', (_, over) => {
    expect(parseTrekk({ ...good, ...over }, parties.debtor)).toEqual({ ok: false, error: 'not-our-trekk' });
  });

  test.each([[null], ['text'], [[]]])('%j', (body) => {
    expect(parseTrekk(body, parties.debtor)).toEqual({ ok: false, error: 'not-our-trekk' });
  });

  test('an ended one says why and when', () => {
    const ended = { ...good, status: 'avsluttet', avslutning: { aarsak: 'innfridd', sluttdato: '2027-09-15' } };
    const read = parseTrekk(ended, parties.debtor);
    expect(read.ok && read.value).toMatchObject({
      state: 'avsluttet',
      ended: { reason: 'innfridd', lastDay: '2027-09-15' },
    });
  });
});

test('terms are the same however they are typed, and not when anything in them differs', () => {
  const { terms } = registered();
  const retyped = {
    ...terms,
    payer: { ...terms.payer, organisationNumber: '310 442 100' },
    payment: { account: '1503.73.54837', kid: '64877 19756' },
  };
  expect(sameTerms(terms, retyped)).toBe(true);
  expect(sameTerms(terms, { ...terms, payer: { ...terms.payer, pays: 'trygd' } })).toBe(false);
  expect(sameTerms(terms, { ...terms, claims: terms.claims.slice(1) })).toBe(false);
});
