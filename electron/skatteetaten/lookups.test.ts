import { describe, expect, it } from 'vitest';
import type { Month } from '../../shared/dates.ts';
import type { NationalId } from '../../shared/identity/nationalId.ts';
import { ok } from '../../shared/result.ts';
import { defaultSettings } from '../../shared/settings.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import { AccessToken } from '../maskinporten/AccessToken.ts';
import type { Skatteetaten } from './ask.ts';
import { createHttp } from './http.ts';
import { lookUpIncome } from './inntekt.ts';
import { createQueues } from './queue.ts';
import { lookUpNewestYear } from './sisteSkatteoppgjoer.ts';
import { lookUpTaxBasis } from './skattegrunnlag.ts';
import { json, localServer, testTime } from './testKit.ts';

const PERSON = '14838740066';
const lookup = {
  ticket: { journalId: 'j-1' } as LookupTicket,
  personId: PERSON as NationalId,
  signal: new AbortController().signal,
};
const income = { ...lookup, desk: 'housing', fromMonth: '2026-01' as Month, toMonth: '2026-09' as Month } as const;
const tax = { ...lookup, desk: 'housing', year: 2024 } as const;

async function answering(
  status: number,
  body: unknown,
  settings = defaultSettings,
  spesifisert: 'there' | 'missing' = 'missing',
) {
  const { base, seen } = await localServer((_, response) => json(response, status, body));
  const time = testTime();
  const skatteetaten: Skatteetaten = {
    http: createHttp(fetch, [base], time),
    time,
    token: async () => ok(new AccessToken('t')),
    dropToken: () => {},
    queues: createQueues(),
    addresses: {
      maskinporten: { issuer: `${base}/`, tokenEndpoint: `${base}/token` },
      inntekt: `${base}/inntekt/v1`,
      summertSkattegrunnlag: `${base}/summert/v2`,
      spesifisertSkattegrunnlag: spesifisert === 'there' ? `${base}/api/spesifisert` : null,
      sisteTilgjengeligeSkatteoppgjoer: `${base}/siste/v1`,
    },
    settings,
    environment: 'test',
  };
  return { skatteetaten, seen };
}

const oppgave = {
  kalendermaaned: '2026-09',
  opplysningspliktigId: '310442100',
  inntekt: [{ beloep: 31250, fordel: 'kontantytelse', loennsinntekt: { beskrivelse: 'fastloenn' } }],
};
const grunnlag = [{ tekniskNavn: 'innskudd', beloep: 48210, kategori: 'formue' }];
const skattegrunnlag = {
  personidentifikator: PERSON,
  inntektsaar: '2024',
  skjermet: false,
  stadie: 'oppgjoer',
  grunnlag,
};

describe('lookUpIncome', () => {
  it('asks for the person and the months with the desk’s package', async () => {
    const { skatteetaten, seen } = await answering(200, { oppgaveInntektsmottaker: [oppgave] });
    const reply = await lookUpIncome(skatteetaten, income);
    expect(seen[0]?.url).toBe(
      `/inntekt/v1/kommuneBoligsosialeFormaal/${PERSON}/inntekter?fraOgMed=2026-01&tilOgMed=2026-09`,
    );
    expect(reply).toMatchObject({ state: 'delivered', answer: { entries: [{ amount: 3_125_000, month: '2026-09' }] } });
    expect('raw' in reply && JSON.parse(reply.raw)).toEqual({ oppgaveInntektsmottaker: [oppgave] });

    await lookUpIncome(skatteetaten, { ...income, desk: 'collection' });
    expect(seen[1]?.url).toContain('/inntekt/v1/saernamsmann/');
  });

  it.each([
    ['no entries at all', { oppgaveInntektsmottaker: [] }, 'nothing'],
    ['an oppgave that holds nothing', { oppgaveInntektsmottaker: [{ kalendermaaned: '2026-09' }] }, 'nothing'],
    [
      'an oppgave that was emptied',
      { oppgaveInntektsmottaker: [{ kalendermaaned: '2026-09', skjermet: true }] },
      'shielded',
    ],
    ['an answer that was emptied', { personidentifikator: PERSON, skjermet: true }, 'shielded'],
    [
      'something left of what was shielded',
      { oppgaveInntektsmottaker: [{ ...oppgave, skjermet: true }] },
      'partlyShielded',
    ],
    ['only withheld tax', { oppgaveInntektsmottaker: [{ forskuddstrekk: [{ beloep: -8200 }] }] }, 'delivered'],
    ['entries that can’t be read', { oppgaveInntektsmottaker: ['?'] }, 'delivered'],
  ])('%s is %s', async (_, body, state) => {
    const { skatteetaten } = await answering(200, body);
    expect((await lookUpIncome(skatteetaten, income)).state).toBe(state);
  });

  it.each([
    ['another answer', { noeAnnet: 1 }],
    ['a list', []],
  ])('fails on %s', async (_, body) => {
    const { skatteetaten } = await answering(200, body);
    expect(await lookUpIncome(skatteetaten, income)).toEqual({ state: 'failed', failure: { code: 'api-bad-answer' } });
  });

  it('passes on that nothing is found', async () => {
    const { skatteetaten } = await answering(404, { kode: 'IM-008', melding: 'Ingen' });
    expect(await lookUpIncome(skatteetaten, income)).toEqual({
      state: 'nothing',
      authorityCode: 'IM-008',
      correlationId: null,
    });
  });
});

describe('lookUpTaxBasis', () => {
  it('asks for the settled year with the desk’s package', async () => {
    const { skatteetaten, seen } = await answering(200, skattegrunnlag);
    const reply = await lookUpTaxBasis(skatteetaten, tax);
    expect(seen[0]?.url).toBe(`/summert/v2/oppgjoer/kommuneboligsosialeformaal/2024/${PERSON}`);
    expect(reply).toMatchObject({ state: 'delivered', answer: { year: 2024, posts: [{ amount: 4_821_000 }] } });
  });

  it.each([
    ['nothing in it', { ...skattegrunnlag, grunnlag: [] }, 'nothing'],
    ['everything shielded', { personidentifikator: PERSON, inntektsaar: '2024', skjermet: true }, 'shielded'],
    ['something shielded', { ...skattegrunnlag, skjermet: true }, 'partlyShielded'],
    ['only Svalbard', { inntektsaar: '2024', skjermet: false, svalbardGrunnlag: grunnlag }, 'delivered'],
    ['posts that can’t be read', { ...skattegrunnlag, grunnlag: [7] }, 'delivered'],
    ['another year', { ...skattegrunnlag, inntektsaar: '2023' }, 'failed'],
    ['no year', { grunnlag }, 'failed'],
  ])('with %s it is %s', async (_, body, state) => {
    const { skatteetaten } = await answering(200, body);
    expect((await lookUpTaxBasis(skatteetaten, tax)).state).toBe(state);
  });

  it('takes the retired path only for the collection desk, only when switched on', async () => {
    const on = { ...defaultSettings, spesifisertPath: true };
    const { skatteetaten, seen } = await answering(200, skattegrunnlag, on, 'there');
    await lookUpTaxBasis(skatteetaten, { ...tax, desk: 'collection' });
    await lookUpTaxBasis(skatteetaten, tax);
    await lookUpTaxBasis({ ...skatteetaten, settings: defaultSettings }, { ...tax, desk: 'collection' });
    expect(seen.map(({ url }) => url)).toEqual([
      `/api/spesifisert/oppgjoer/saernamsmann/2024/${PERSON}`,
      `/summert/v2/oppgjoer/kommuneboligsosialeformaal/2024/${PERSON}`,
      `/summert/v2/oppgjoer/saernamsmann/2024/${PERSON}`,
    ]);
  });

  it('says so when the retired path is switched on and has no address', async () => {
    const { skatteetaten, seen } = await answering(200, skattegrunnlag, { ...defaultSettings, spesifisertPath: true });
    expect(await lookUpTaxBasis(skatteetaten, { ...tax, desk: 'collection' })).toEqual({
      state: 'failed',
      failure: { code: 'not-configured' },
    });
    expect(seen).toHaveLength(0);
  });
});

describe('lookUpNewestYear', () => {
  it('asks about the person alone', async () => {
    const body = { personidentifikator: PERSON, ressursId: 'skattegrunnlag', sisteTilgjengeligePeriode: '2024' };
    const { skatteetaten, seen } = await answering(200, body);
    expect(await lookUpNewestYear(skatteetaten, lookup)).toMatchObject({ state: 'delivered', answer: 2024 });
    expect(seen[0]?.url).toBe(`/siste/v1/${PERSON}`);
  });

  it('knows when there is none', async () => {
    const { skatteetaten } = await answering(404, { kode: 'TD-004', melding: 'Ingen' });
    expect(await lookUpNewestYear(skatteetaten, lookup)).toMatchObject({ state: 'nothing', authorityCode: 'TD-004' });
  });

  it('fails on an answer without a year', async () => {
    const { skatteetaten } = await answering(200, { sisteTilgjengeligePeriode: 'snart' });
    expect(await lookUpNewestYear(skatteetaten, lookup)).toMatchObject({ state: 'failed' });
  });
});
