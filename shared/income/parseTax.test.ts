import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kroner } from '../money.ts';
import type { TaxAnswer } from './model.ts';
import { TaxAnswer as Schema } from './model.ts';
import { parseNewestYear, parseTax } from './parseTax.ts';
import { wealthOf } from './wealth.ts';

/** The composed sample of skatteetaten-apis.md 11. */
const sample = {
  personidentifikator: '14838740066',
  inntektsaar: '2024',
  skjermet: false,
  stadie: 'oppgjoer',
  skatteoppgjoersdato: '2025-06-11',
  ajourholdstidspunkt: '2025-06-11T05:12:44.3Z',
  grunnlag: [
    {
      tekniskNavn: 'samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt',
      beloep: 372400,
      kategori: 'inntekt',
      spesifisering: [
        {
          type: 'LoennOgTilsvarendeYtelser',
          arbeidsgiversNavn: 'RASK BLID ELG AS',
          organisasjonsnummer: '310442100',
          beloep: 372400,
        },
      ],
    },
    {
      tekniskNavn: 'innskudd',
      beloep: 48210,
      kategori: 'formue',
      andelOverfoertFraBarn: 1200,
      spesifisering: [
        {
          type: 'Konto',
          bankensNavn: 'STILLE FJELL SPAREBANK',
          organisasjonsnummer: '213554719',
          kontonummer: '99990501234',
          innskudd: 48210,
        },
      ],
    },
    { tekniskNavn: 'samletGjeld', beloep: 215000, kategori: '-' },
    { tekniskNavn: 'nettoformue', beloep: -166790, kategori: '-' },
  ],
};

function read(body: unknown): TaxAnswer {
  const result = parseTax(body);
  if (!result.ok) throw new Error('expected a tax answer');
  return result.value;
}

const one = (post: object, year = '2024') => {
  const answer = read({ inntektsaar: year, grunnlag: [{ tekniskNavn: 'innskudd', ...post }] });
  return { post: answer.posts[0], unread: answer.unread };
};

test('the sample of the reference', () => {
  const answer = read(sample);
  expect(answer).toMatchObject({
    year: 2024,
    shielded: false,
    stadie: 'oppgjoer',
    skatteoppgjoersdato: '2025-06-11',
    ajourholdstidspunkt: '2025-06-11T05:12:44.3Z',
    unread: [],
  });
  expect(answer.posts.map((post) => [post.ref, post.label, post.amount, post.known])).toEqual([
    ['fastland.0', 'Lønn og naturalytelser mv.', kroner(372_400), true],
    ['fastland.1', 'Bankinnskudd', kroner(48_210), true],
    ['fastland.2', 'Sum gjeld', kroner(215_000), true],
    ['fastland.3', 'Nettoformue', kroner(-166_790), true],
  ]);
  expect(answer.posts[1]).toMatchObject({ andelOverfoertFraBarn: kroner(1_200), andelSkattefritt: null });
  expect(answer.posts[1]?.spesifisering).toEqual([
    {
      ref: 'fastland.1.0',
      type: 'Konto',
      fields: [
        { name: 'bankensNavn', value: 'STILLE FJELL SPAREBANK' },
        { name: 'organisasjonsnummer', value: '213554719' },
        { name: 'kontonummer', value: '99990501234' },
        { name: 'innskudd', value: 48210 },
      ],
    },
  ]);
  expect(wealthOf(answer)).toMatchObject({ net: kroner(-166_790), disagrees: false });
  expect(Schema.safeParse(answer).success).toBe(true);
});

describe('the older versions', () => {
  test('registreringstidspunkt, kategori as a list of one, the year as a number', () => {
    const answer = read({
      inntektsaar: 2022,
      registreringstidspunkt: '2023-06-01T00:00:00Z',
      grunnlag: [{ tekniskNavn: 'innskudd', beloep: '100', kategori: ['formue'] }],
    });
    expect(answer.ajourholdstidspunkt).toBe('2023-06-01T00:00:00Z');
    expect(answer.posts[0]).toMatchObject({ kategori: 'formue', amount: kroner(100) });
  });

  test('a kategori that is left out comes from the list; two at once are named', () => {
    expect(one({}).post?.kategori).toBe('formue');
    expect(one({ kategori: [] }).post?.kategori).toBe('formue');
    expect(one({ kategori: '' }).post?.kategori).toBe('formue');
    const two = one({ kategori: ['inntekt', 'formue'] });
    expect(two.post?.kategori).toBe('formue');
    expect(two.unread).toEqual([{ ref: 'fastland.0', why: 'bad-shape' }]);
  });

  test('a kategori that only a later list fills in', () => {
    const name = 'gjeldsreduksjonForFastEiendomUtenforSvalbardUnntattBeskatningPaaSvalbard';
    expect(one({ tekniskNavn: name }, '2022').post?.kategori).toBe('-');
  });
});

describe('three parts', () => {
  test('each post says which part it stands in', () => {
    const answer = read({
      inntektsaar: '2024',
      grunnlag: [{ tekniskNavn: 'innskudd', beloep: 1 }],
      svalbardGrunnlag: [
        { tekniskNavn: 'innskudd', beloep: 2 },
        { tekniskNavn: 'bruttoformue', beloep: 2 },
      ],
      kildeskattPaaLoennGrunnlag: [{ tekniskNavn: 'annenArbeidsinntekt', beloep: 3 }],
    });
    expect(answer.posts.map((post) => `${post.part} ${post.ref}`)).toEqual([
      'fastland fastland.0',
      'svalbard svalbard.0',
      'svalbard svalbard.1',
      'kildeskatt kildeskatt.0',
    ]);
  });
});

describe('names and labels by income year', () => {
  test.each([
    ['2017', 'overskuddFraNaeringsinntekt', true],
    ['2022', 'overskuddFraNaeringsinntekt', true],
    ['2024', 'omstillingsstoenad', true],
    ['2025', 'ungdomsprogramytelse', true],
    ['2026', 'livsvarigAvtalefestetPensjonIOffentligSektor', true],
    ['2025', 'heltNyttNavn', false],
  ])('%s %s known: %s', (year, tekniskNavn, known) => {
    expect(one({ tekniskNavn }, year).post?.known).toBe(known);
  });

  test('a year after our lists uses the newest; names without display text get no label', () => {
    expect(one({ tekniskNavn: 'arbeidsavklaringspenger' }, '2025').post?.label).toBe('Arbeidsavklaringspenger');
    expect(one({ tekniskNavn: 'ungdomsprogramytelse' }, '2025').post).toMatchObject({
      label: null,
      kategori: 'inntekt',
    });
    expect(one({ tekniskNavn: 'heltNyttNavn' }, '2025').post).toMatchObject({ label: null, kategori: null });
  });
});

describe('strict about meaning', () => {
  test('no amount is null; zero is zero; a bad one is named', () => {
    expect(one({}).post?.amount).toBeNull();
    expect(one({ beloep: 0 }).post?.amount).toBe(0);
    expect(one({ beloep: '' })).toMatchObject({ post: { amount: null }, unread: [] });
    expect(one({ beloep: '1.000.000' })).toMatchObject({
      post: { amount: null },
      unread: [{ ref: 'fastland.0', why: 'bad-amount' }],
    });
  });

  test('a post without a name, and a list that is none, are named', () => {
    const answer = read({ inntektsaar: '2024', grunnlag: [{ beloep: 5 }, 'x'], svalbardGrunnlag: {} });
    expect(answer.posts).toEqual([]);
    expect(answer.unread).toEqual([
      { ref: 'fastland.0', why: 'bad-shape' },
      { ref: 'fastland.1', why: 'bad-shape' },
      { ref: 'svalbard', why: 'bad-shape' },
    ]);
  });

  test('a specification of an unknown type keeps every field that has a value, in order', () => {
    const { post } = one({
      spesifisering: [{ z: 1, type: 'HeltNy', a: true, tomt: null, m: 'tekst', adresse: { postnummer: '0001' } }],
    });
    expect(post?.spesifisering).toEqual([
      {
        ref: 'fastland.0.0',
        type: 'HeltNy',
        fields: [
          { name: 'z', value: 1 },
          { name: 'a', value: true },
          { name: 'm', value: 'tekst' },
          { name: 'adresse', value: '{"postnummer":"0001"}' },
        ],
      },
    ]);
  });
});

test('a specification that is none is named at its post, which is kept', () => {
  expect(one({ beloep: 7, spesifisering: ['x'] })).toMatchObject({
    post: { amount: kroner(7), spesifisering: [] },
    unread: [{ ref: 'fastland.0', why: 'bad-shape' }],
  });
});

test('everything withheld', () => {
  const body = { personidentifikator: '03918740014', inntektsaar: '2024', stadie: 'oppgjoer', skjermet: true };
  const answer = read(body);
  expect(answer).toMatchObject({ shielded: true, posts: [], unread: [] });
  expect(wealthOf(answer).net).toBeNull();
});

test.each([
  ['<html>'],
  [null],
  [[]],
  [{}],
  [{ kode: 'SSG-008', melding: 'tekst' }],
  [{ grunnlag: [] }],
  [{ inntektsaar: '24' }],
  [{ inntektsaar: '2024-01' }],
])('not a tax answer: %j', (body) => {
  expect(parseTax(body)).toEqual({ ok: false, error: 'not-a-tax-answer' });
});

test('newest settlement', () => {
  const body = { personidentifikator: '14838740066', ressursId: 'skattegrunnlag', sisteTilgjengeligePeriode: '2024' };
  expect(parseNewestYear(body)).toEqual({ ok: true, value: 2024 });
  expect(parseNewestYear({ sisteTilgjengeligePeriode: 2025 })).toEqual({ ok: true, value: 2025 });
  for (const wrong of [{}, '<html>', { sisteTilgjengeligePeriode: 'ukjent' }, null]) {
    expect(parseNewestYear(wrong)).toEqual({ ok: false, error: 'not-a-newest-year-answer' });
  }
});

test('never throws, and what it returns always fits the model', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (value, other) => {
      const post = { tekniskNavn: 'innskudd', beloep: value, kategori: other, spesifisering: [other, { a: value }] };
      for (const body of [value, { inntektsaar: '2024', grunnlag: value }, { inntektsaar: '2024', grunnlag: [post] }]) {
        const result = parseTax(body);
        if (result.ok) expect(Schema.safeParse(result.value).success).toBe(true);
      }
    }),
  );
});
