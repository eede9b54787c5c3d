import { describe, expect, it } from 'vitest';
import type { NationalId } from '../identity/nationalId.ts';
import { kroner } from '../money.ts';
import { parseOverview } from './parseOverview.ts';
import { parseSamordnetTrekk } from './parseSamordnetTrekk.ts';

const person = '14927590078' as NationalId;
const answer = (utlegg: unknown, more: object = {}) => ({
  personidentifikator: person,
  oppslagId: '0f7c2a1e-6a1b-4f55-8a57-2d5b1f0d9c02',
  oppslagstidspunkt: '2026-11-23T09:16:00+01:00',
  utlegg,
  ...more,
});
const read = (body: unknown) => {
  const parsed = parseOverview(body, person);
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};
const trekk = (more: object = {}) => ({
  utleggstype: 'UTT',
  utleggstrekkId: '7b1b5a0e-0f5e-4a56-9a05-3f6a1f1c2d01',
  versjon: 2,
  opplysningsnivaa: 'full',
  regelverk: 'gammelt',
  status: 'loepende',
  beslutningsdato: '2025-06-02',
  ...more,
});
const one = (more: object) => read(answer([trekk(more)])).entries[0];
const period = (more: object) => ({ trekkstoerrelseForPeriode: [{ startdato: '2025-07-01', ...more }] });

describe('what utleggsdatabasen answers', () => {
  it('all that can be told of a trekk', () => {
    const full = trekk({
      innfoertILoesoereregisteret: '2025-06-05',
      saksoeker: { organisasjonsnummer: '219988559' },
      namsmyndighet: {
        organisasjonsnummer: '319988661',
        namsmyndighetstype: 'alminneligNamsmann',
        saksnummer: '2025-1',
      },
      trekkpliktig: { organisasjonsnummer: '319988440', navn: 'Eksempel AS' },
      trekkstoerrelseForPeriode: [
        { startdato: '2025-07-01', sluttdato: '2027-06-30', trekkbeloep: { trekkbeloep: 2500.5 } },
      ],
      bestePrioritetDekningsloven: 'e',
      etNyttFelt: { dypt: true },
    });
    expect(read(answer([full], { antallUTT: 1, antallITU: 0 }))).toEqual({
      lookupId: '0f7c2a1e-6a1b-4f55-8a57-2d5b1f0d9c02',
      at: '2026-11-23T08:16:00.000Z',
      unread: [],
      entries: [
        {
          kind: 'utleggstrekk',
          ref: '0',
          id: '7b1b5a0e-0f5e-4a56-9a05-3f6a1f1c2d01',
          version: 2,
          level: 'full',
          rules: 'gammelt',
          state: 'loepende',
          decidedOn: '2025-06-02',
          registeredOn: '2025-06-05',
          creditor: { organisationNumber: '219988559', name: null },
          authority: { organisationNumber: '319988661', name: null, type: 'alminneligNamsmann', caseNumber: '2025-1' },
          payer: { organisationNumber: '319988440', name: 'Eksempel AS' },
          periods: [{ from: '2025-07-01', to: '2027-06-30', amount: 250_050, percent: null }],
          letter: 'e',
          claimReferences: [],
          ended: null,
        },
      ],
    });
  });

  it('a thin one: everything that is missing is null or unknown, nothing is 0', () => {
    expect(read(answer([{ utleggstype: 'UTT', beslutningsdato: '2026-09-10' }])).entries[0]).toMatchObject({
      level: 'ukjent',
      rules: 'ukjent',
      state: 'ukjent',
      authority: null,
      creditor: null,
      payer: null,
      periods: [],
      letter: null,
      ended: null,
    });
  });

  it('nothing registered is an answer', () => {
    expect(read(answer([], { antallUTT: 0, antallITU: 0 }))).toMatchObject({ entries: [], unread: [] });
  });

  it.each([
    ['about somebody else', answer([], { personidentifikator: '14927590159' })],
    ['without its id', answer([], { oppslagId: undefined })],
    ['without its time', answer([], { oppslagstidspunkt: '23.11.2026' })],
    ['without a list', answer(undefined)],
    ['with an object for a list', answer({})],
    ['of another service', { oppgaveInntektsmottaker: [] }],
    ['text', 'Unknown instance'],
  ])('%s is no answer', (_, body) => {
    expect(parseOverview(body, person)).toEqual({ ok: false, error: 'not-an-utlegg-answer' });
  });

  it('what can not be read is named by its place, and fewer or more than the counts say is noticed', () => {
    const { entries, unread } = read(answer([trekk(), 'x', { utleggstype: 'NY' }], { antallUTT: 2, antallITU: 0 }));
    expect(entries).toHaveLength(1);
    expect(unread).toEqual([
      { ref: '1', why: 'bad-shape' },
      { ref: '2', why: 'unknown-type' },
      { ref: 'antallUTT', why: 'count-differs' },
    ]);
  });

  it.each([
    ['an unknown status', { status: 'pausert' }, 'ukjent'],
    ['no status, coarse status ended', { status: undefined, trekkstatus: 'avsluttet' }, 'avsluttet'],
    ['no status, coarse status active', { status: undefined, trekkstatus: 'aktiv' }, 'ukjent'],
  ])('%s: %s', (_, more, state) => {
    expect(one(more)).toMatchObject({ state });
  });

  it.each([
    ['per cent with decimals', { trekkprosent: { trekkprosent: 12.5 } }, { amount: null, percent: 1250 }],
    ['an amount as text', { trekkbeloep: { trekkbeloep: '900' } }, { amount: kroner(900), percent: null }],
    ['no size', {}, { amount: null, percent: null }],
    ['an amount below zero', { trekkbeloep: { trekkbeloep: -1 } }, { amount: null, percent: null }],
    ['no per cent at all', { trekkprosent: { trekkprosent: 0 } }, { amount: null, percent: null }],
    ['more than everything', { trekkprosent: { trekkprosent: 100.01 } }, { amount: null, percent: null }],
  ])('size: %s', (_, more, expected) => {
    expect(one(period(more))).toMatchObject({ periods: [{ to: null, ...expected }] });
  });

  it('a period whose days can not be read is left out and noticed; it never turns into an open one', () => {
    for (const wrong of [{ sluttdato: '30.06.2027' }, { startdato: '2025-13-01' }]) {
      const { entries, unread } = read(answer([trekk(period({ trekkbeloep: { trekkbeloep: 1 }, ...wrong }))]));
      expect(entries[0]).toMatchObject({ periods: [] });
      expect(unread).toEqual([{ ref: '0', why: 'bad-shape' }]);
    }
  });

  it('the letter is the best of its claims when it is not given', () => {
    const krav = (...letters: unknown[]) => ({
      krav: letters.map((prioritetDekningsloven, index) => ({
        prioritetDekningsloven,
        innsendersKravreferanse: `K${index}`,
      })),
    });
    expect(one(krav('e', 'd', 'z'))).toMatchObject({ letter: 'd', claimReferences: ['K0', 'K1', 'K2'] });
    expect(one(krav('z'))).toMatchObject({ letter: null });
    expect(one({ ...krav('a'), bestePrioritetDekningsloven: 'c' })).toMatchObject({ letter: 'c' });
  });

  it('intet til utlegg', () => {
    expect(
      read(answer([{ utleggstype: 'ITU', beslutningsdato: '2024-02-14', slettedato: '2026-01-01' }])).entries,
    ).toEqual([
      {
        kind: 'intetTilUtlegg',
        ref: '0',
        decidedOn: '2024-02-14',
        registeredOn: null,
        authority: null,
        deletedOn: '2026-01-01',
      },
    ]);
  });
});

describe('oppslag samordnet trekk', () => {
  const skyldner = { landkodeIdentifikator: 'NO', taxIdentificationNumber: person };
  it.each([
    [{ skyldner, harEllerHarHattTrekkEtterNyttRegelverk: true, nytt: 1 }, true],
    [{ skyldner, harEllerHarHattTrekkEtterNyttRegelverk: false }, false],
  ])('%j', (body, expected) => {
    expect(parseSamordnetTrekk(body, person)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['a word for a boolean', { skyldner, harEllerHarHattTrekkEtterNyttRegelverk: 'false' }],
    ['no boolean', { skyldner }],
    ['another boolean', { skyldner, erGammeltRegelverk: false }],
    [
      'somebody else',
      {
        skyldner: { ...skyldner, taxIdentificationNumber: '14927590159' },
        harEllerHarHattTrekkEtterNyttRegelverk: false,
      },
    ],
    ['nobody', { harEllerHarHattTrekkEtterNyttRegelverk: false }],
    ['nothing', null],
  ])('%s is no answer', (_, body) => {
    expect(parseSamordnetTrekk(body, person)).toEqual({ ok: false, error: 'not-a-regime-answer' });
  });
});
