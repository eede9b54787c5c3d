import { describe, expect, test } from 'vitest';
import { oere } from '../money.ts';
import { classifyMonth, classifyYear, groupOfMonth, groupOfYear } from './classify.ts';
import loennsinntekt from './codes/loennsinntekt.json' with { type: 'json' };
import naeringsinntekt from './codes/naeringsinntekt.json' with { type: 'json' };
import pensjonEllerTrygd from './codes/pensjon-eller-trygd.json' with { type: 'json' };
import list2022 from './codes/summertskattegrunnlag-2022.json' with { type: 'json' };
import list2023 from './codes/summertskattegrunnlag-2023.json' with { type: 'json' };
import list2024 from './codes/summertskattegrunnlag-2024.json' with { type: 'json' };
import ytelseFraOffentlige from './codes/ytelse-fra-offentlige.json' with { type: 'json' };
import type { IncomeEntry, IncomeKind, TaxPost } from './model.ts';
import { monthTreatments } from './monthTreatments.ts';
import { yearTreatments } from './yearTreatments.ts';

const entry = (kind: IncomeKind, code: string | null, over: Partial<IncomeEntry> = {}): IncomeEntry => ({
  ref: '0.0',
  month: null,
  payerId: null,
  subUnitId: null,
  kind,
  code,
  amount: oere(100),
  fordel: 'kontantytelse',
  subjectToWithholding: true,
  quantity: null,
  backPay: null,
  ...over,
});

const post = (tekniskNavn: string, kategori: string | null, over: Partial<TaxPost> = {}): TaxPost => ({
  ref: 'fastland.0',
  part: 'fastland',
  tekniskNavn,
  label: null,
  kategori,
  amount: oere(100),
  andelSkattefritt: null,
  andelOverfoertFraBarn: null,
  known: true,
  spesifisering: [],
  ...over,
});

const allRows = [list2022, list2023, list2024].flatMap((list) => list.grunnlag);
const filedElsewhere = new Set(
  allRows.filter((row) => row.kategori !== null && row.kategori !== 'inntekt').map((row) => row.tekniskNavn),
);
/** Kategori inntekt, or filed under nothing in every list. */
const incomeNames = allRows.map((row) => row.tekniskNavn).filter((name) => !filedElsewhere.has(name));

describe('every published code is placed deliberately, exactly once', () => {
  test.each([loennsinntekt, ytelseFraOffentlige, pensjonEllerTrygd, naeringsinntekt])('months: $list', (list) => {
    const placed = monthTreatments.filter((row) => row.kind === list.list).flatMap((row) => row.codes);
    expect(placed.toSorted()).toEqual(list.codes.map((row) => row.code).toSorted());
  });

  test('year: kategori inntekt or none of 2022, 2023 and 2024, and the two new names of 2025', () => {
    const placed = yearTreatments.flatMap((row) => row.names);
    const announced = ['livsvarigAvtalefestetPensjonIOffentligSektor', 'ungdomsprogramytelse'];
    expect(placed.toSorted()).toEqual([...new Set([...incomeNames, ...announced])].toSorted());
  });

  test('every row says why', () => {
    for (const row of [...monthTreatments, ...yearTreatments]) expect(row.why.length).toBeGreaterThan(10);
  });
});

describe('months', () => {
  test.each([
    ['wages', entry('loennsinntekt', 'fastloenn'), 'include'],
    ['holiday pay, in the month it is paid', entry('loennsinntekt', 'feriepenger'), 'include'],
    [
      'holiday pay without withholding',
      entry('loennsinntekt', 'feriepenger', { subjectToWithholding: false }),
      'include',
    ],
    ['a negative correction', entry('loennsinntekt', 'trekkILoennForFerie', { amount: oere(-184_050) }), 'include'],
    ['sick pay', entry('ytelseFraOffentlige', 'sykepenger'), 'include'],
    ['uføretrygd', entry('ytelseFraOffentlige', 'ufoeretrygd'), 'include'],
    ['old-age pension', entry('pensjonEllerTrygd', 'alderspensjon'), 'include'],
    ['introduksjonsstønad', entry('pensjonEllerTrygd', 'introduksjonsstoenad'), 'include'],
    ['a company car', entry('loennsinntekt', 'bil', { fordel: 'naturalytelse' }), 'separate'],
    ['a cash code given in kind', entry('loennsinntekt', 'bonus', { fordel: 'naturalytelse' }), 'separate'],
    ['turnover of a business', entry('naeringsinntekt', 'vederlag'), 'manual'],
    ['sick pay to someone self-employed', entry('naeringsinntekt', 'sykepenger'), 'include'],
    ['a code in no list', entry('loennsinntekt', 'helNyKode'), 'unclassified'],
    ['a code under the wrong kind', entry('pensjonEllerTrygd', 'fastloenn'), 'unclassified'],
    ['no code', entry('loennsinntekt', null), 'unclassified'],
    ['no kind', entry('ukjent', null), 'unclassified'],
    ['an unknown code with the amount 0', entry('loennsinntekt', 'helNyKode', { amount: oere(0) }), 'exclude'],
    ['an unknown code without amount', entry('loennsinntekt', 'helNyKode', { amount: null }), 'unclassified'],
    ['no fordel: the code decides', entry('loennsinntekt', 'fastloenn', { fordel: null }), 'include'],
  ])('%s', (_, given, expected) => {
    expect(classifyMonth(given)).toBe(expected);
  });

  test('expense cover: withholding decides, and when it is not said a person does', () => {
    const cover = (code: string, subjectToWithholding: boolean | null) =>
      classifyMonth(entry('loennsinntekt', code, { fordel: 'utgiftsgodtgjoerelse', subjectToWithholding }));
    expect(cover('kilometergodtgjoerelseBil', false)).toBe('exclude');
    expect(cover('kilometergodtgjoerelseBil', true)).toBe('include');
    expect(cover('kilometergodtgjoerelseBil', null)).toBe('manual');
    expect(cover('reiseKostUtenOvernatting', null)).toBe('exclude');
    expect(cover('fondForIdrettsutoevere', true)).toBe('manual');
  });

  test('a rule version departs from the default for its own code only', () => {
    const departures = [{ key: 'loennsinntekt:bil', treatment: 'include' as const }];
    expect(classifyMonth(entry('loennsinntekt', 'bil', { fordel: 'naturalytelse' }), departures)).toBe('include');
    expect(classifyMonth(entry('pensjonEllerTrygd', 'bil', { fordel: 'naturalytelse' }), departures)).toBe('separate');
  });
});

describe('year', () => {
  test.each([
    ['wages', post('samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt', 'inntekt'), 'include'],
    ['AAP', post('arbeidsavklaringspenger', 'inntekt'), 'include'],
    ['surplus of a business', post('samletOverskuddAvEnkeltpersonforetakInnenAnnenNaering', 'inntekt'), 'include'],
    [
      'personinntekt of the same surplus',
      post('samletPersoninntektFraEnkeltpersonforetakInnenFiskeOgFangst', 'inntekt'),
      'exclude',
    ],
    ['bank interest', post('samledeOpptjenteRenterIInnenlandskeBanker', 'inntekt'), 'separate'],
    ['dividends', post('utbytteFraAksje', 'inntekt'), 'manual'],
    ['an allowance filed as income', post('skjermingsfradrag', 'inntekt'), 'notIncome'],
    ['uplift of dividends', post('oppjustertTilleggTilUtbytteFraAksje', 'oppjusteringAvEierinntekter'), 'notIncome'],
    ['wealth', post('innskudd', 'formue'), 'notIncome'],
    ['a sum', post('sumInntekterIAlminneligInntektFoerFordelingsfradrag', '-'), 'notIncome'],
    ['an unknown name', post('heltNyYtelse', 'inntekt'), 'unclassified'],
    ['an unknown name with 0', post('heltNyYtelse', 'inntekt', { amount: oere(0) }), 'exclude'],
    ['an unknown name without amount', post('heltNyYtelse', 'inntekt', { amount: null }), 'unclassified'],
    ['a category we do not know', post('heltNytt', 'nyKategori'), 'unclassified'],
    ['no category at all', post('heltNytt', null), 'unclassified'],
    [
      'Svalbard wages',
      post('loennsinntektMedTrygdeavgiftspliktOmfattetAvLoennstrekkordningen', 'inntekt', { part: 'svalbard' }),
      'include',
    ],
    ['new in 2025', post('ungdomsprogramytelse', 'inntekt'), 'include'],
  ])('%s', (_, given, expected) => {
    expect(classifyYear(given)).toBe(expected);
  });

  test('a rule version departs from the default', () => {
    const departures = [{ key: 'utbytteFraAksje', treatment: 'include' as const }];
    expect(classifyYear(post('utbytteFraAksje', 'inntekt'), departures)).toBe('include');
  });
});

test('sick pay lies beside wages in the year, AAP beside its own post', () => {
  expect(groupOfMonth(entry('ytelseFraOffentlige', 'sykepenger'))).toBe('wage');
  expect(groupOfYear(post('samletLoennsinntektMedTrygdeavgiftspliktOgMedTrekkplikt', 'inntekt'))).toBe('wage');
  expect(groupOfMonth(entry('ytelseFraOffentlige', 'arbeidsavklaringspenger'))).toBe('benefits');
  expect(groupOfYear(post('arbeidsavklaringspenger', 'inntekt'))).toBe('benefits');
  expect(groupOfYear(post('utbytteFraAksje', 'inntekt'))).toBeNull();
});
