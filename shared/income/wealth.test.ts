import { describe, expect, test } from 'vitest';
import { kroner } from '../money.ts';
import type { TaxAnswer, TaxPart, TaxPost } from './model.ts';
import { wealthOf } from './wealth.ts';

const post = (tekniskNavn: string, kategori: string, amount: number | null, part: TaxPart = 'fastland'): TaxPost => ({
  ref: `${part}.${tekniskNavn}`,
  part,
  tekniskNavn,
  label: null,
  kategori,
  amount: amount === null ? null : kroner(amount),
  andelSkattefritt: null,
  andelOverfoertFraBarn: null,
  known: true,
  spesifisering: [],
});

const answer = (...posts: TaxPost[]): TaxAnswer => ({
  year: 2024,
  shielded: false,
  stadie: 'oppgjoer',
  skatteoppgjoersdato: null,
  ajourholdstidspunkt: null,
  posts,
  unread: [],
});

describe('from the posts when no sum is delivered', () => {
  test('H3: deposits 96 000 + car 45 000 − debt 60 000 = 81 000', () => {
    const wealth = wealthOf(
      answer(
        post('innskudd', 'formue', 96_000),
        post('formuesverdiForKjoeretoey', 'formue', 45_000),
        post('gjeldIInnenlandskeBanker', 'formuesfradrag', 60_000),
      ),
    );
    expect(wealth).toEqual({
      gross: kroner(141_000),
      debt: kroner(60_000),
      net: kroner(81_000),
      refs: ['fastland.innskudd', 'fastland.formuesverdiForKjoeretoey', 'fastland.gjeldIInnenlandskeBanker'],
      disagrees: false,
    });
  });

  test('no debt delivered: net is gross, and the debt is still unknown', () => {
    expect(wealthOf(answer(post('innskudd', 'formue', 140_000)))).toMatchObject({ debt: null, net: kroner(140_000) });
  });

  test('only debt delivered: net is unknown, not minus the debt', () => {
    expect(wealthOf(answer(post('annenGjeld', 'formuesfradrag', 5_000)))).toMatchObject({
      gross: null,
      debt: kroner(5_000),
      net: null,
    });
  });

  test('discounts and their sums are neither wealth nor debt', () => {
    const wealth = wealthOf(
      answer(
        post('verdiFoerVerdsettingsrabattForAksje', 'formue', 100_000),
        post('verdsettingsrabattForAksje', 'verdsettingsrabattSomGirGjeldsreduksjon', 20_000),
        post('sumVerdsettingsrabatt', 'formue', 20_000),
        post('annenGjeld', 'formuesfradrag', 10_000),
        post('sumGjeldsreduksjon', 'formuesfradrag', 2_000),
      ),
    );
    expect(wealth).toMatchObject({ gross: kroner(100_000), debt: kroner(10_000), net: kroner(90_000) });
  });

  test('nothing about wealth: all unknown', () => {
    const nothing = { gross: null, debt: null, net: null, refs: [], disagrees: false };
    expect(wealthOf(answer())).toEqual(nothing);
    expect(wealthOf(answer(post('arbeidsavklaringspenger', 'inntekt', 1)))).toEqual(nothing);
    expect(wealthOf(answer(post('innskudd', 'formue', null)))).toEqual(nothing);
  });

  test('a delivered zero is zero', () => {
    expect(wealthOf(answer(post('innskudd', 'formue', 0)))).toMatchObject({ gross: 0, net: 0 });
  });
});

describe('from the delivered sums', () => {
  test('the sample of the reference: sums win, and agree with the deposit', () => {
    const wealth = wealthOf(
      answer(post('innskudd', 'formue', 48_210), post('samletGjeld', '-', 215_000), post('nettoformue', '-', -166_790)),
    );
    expect(wealth).toEqual({
      gross: kroner(48_210),
      debt: kroner(215_000),
      net: kroner(-166_790),
      refs: ['fastland.innskudd', 'fastland.samletGjeld', 'fastland.nettoformue'],
      disagrees: false,
    });
  });

  test('bruttoformue may be before or after the discount; both agree', () => {
    const parts = [
      post('verdiFoerVerdsettingsrabattForAksje', 'formue', 100_000),
      post('sumVerdsettingsrabatt', 'formue', 20_000),
    ];
    const wealth = (bruttoformue: number) => wealthOf(answer(...parts, post('bruttoformue', '-', bruttoformue)));
    expect(wealth(100_000)).toMatchObject({ gross: kroner(100_000), disagrees: false });
    expect(wealth(80_000)).toMatchObject({ gross: kroner(80_000), net: kroner(80_000), disagrees: false });
    expect(wealth(90_000).disagrees).toBe(true);
  });

  test('says when the sum and its posts differ, and keeps the sum', () => {
    const wealth = wealthOf(answer(post('innskudd', 'formue', 48_210), post('nettoformue', '-', 90_000)));
    expect(wealth).toMatchObject({ net: kroner(90_000), disagrees: true });
  });

  test('only a net sum: nothing to check it against', () => {
    expect(wealthOf(answer(post('nettoformue', '-', 90_000)))).toMatchObject({
      gross: null,
      debt: null,
      net: kroner(90_000),
      disagrees: false,
    });
  });
});

test('Svalbard and the mainland are worked out apart and added', () => {
  const wealth = wealthOf(
    answer(
      post('nettoformue', '-', 50_000),
      post('innskudd', 'formue', 30_000, 'svalbard'),
      post('annenGjeld', 'formuesfradrag', 10_000, 'svalbard'),
    ),
  );
  expect(wealth.net).toBe(kroner(70_000));

  const svalbardDebt = post('annenGjeld', 'formuesfradrag', 10_000, 'svalbard');
  expect(wealthOf(answer(post('nettoformue', '-', 50_000), svalbardDebt)).net).toBeNull();
});
