import { describe, expect, test } from 'vitest';
import list2022 from './codes/summertskattegrunnlag-2022.json' with { type: 'json' };
import list2023 from './codes/summertskattegrunnlag-2023.json' with { type: 'json' };
import list2024 from './codes/summertskattegrunnlag-2024.json' with { type: 'json' };
import { fordelLabel, incomeCodeLabel, sideAmountLabel, taxName } from './codes.ts';
import { fieldLabel } from './fieldLabel.ts';

test('the key of an income code is kind and code', () => {
  expect(incomeCodeLabel('loennsinntekt', 'annet')).toBe('Annen kontant lønnsytelse som ikke har egen kode');
  expect(incomeCodeLabel('pensjonEllerTrygd', 'annet')).toBe('Annen pensjon eller trygd uten egen kode');
  expect(incomeCodeLabel('ytelseFraOffentlige', 'annet')).toBeNull();
  expect(incomeCodeLabel('ukjent', 'annet')).toBeNull();
});

test('the small lists', () => {
  expect(fordelLabel('utgiftsgodtgjoerelse')).toBe('Utgiftsgodtgjørelse');
  expect(fordelLabel('nyFordel')).toBeNull();
  expect(sideAmountLabel('forskuddstrekk', 'kildeskattPaaPensjon')).toBe('Kildeskatt på pensjon');
  expect(sideAmountLabel('fradrag', 'premieTilFondOgTrygd')).toBe('Premie til fond og trygd');
  expect(sideAmountLabel('fradrag', 'kildeskattPaaPensjon')).toBeNull();
});

describe('year lists', () => {
  test('a name of any list, with or without display text', () => {
    expect(taxName('omstillingsstoenad')?.label).toBe('Omstillingsstønad for gjenlevende');
    expect(taxName('overskuddFraNaeringsinntekt')).toEqual({ kategori: 'inntekt', label: null });
    expect(taxName('ungdomsprogramytelse')).toEqual({ kategori: 'inntekt', label: null });
    expect(taxName('finnesIkke')).toBeNull();
  });

  test('a cell that one list leaves blank is filled from another', () => {
    expect(taxName('samletSkattefriDelAvFormue')?.label).toBe('Engangserstatning til barn under 22 år');
    expect(taxName('utgiftVedRefinansieringAvLaan')?.kategori).toBe('inntektsfradrag');
  });

  test('no name changes its text or kategori from year to year; if one does, the lists can no longer be read as one', () => {
    for (const row of [list2022, list2023, list2024].flatMap((list) => list.grunnlag)) {
      const { label, kategori } = taxName(row.tekniskNavn) ?? expect.fail();
      expect([row.label ?? label, row.kategori ?? kategori]).toEqual([label, kategori]);
    }
  });
});

test.each([
  ['arbeidsgiversNavn', 'Arbeidsgivers navn'],
  ['organisasjonsnummer', 'Organisasjonsnummer'],
  ['paaloepteRenter', 'Påløpte renter'],
  ['betalteMisligholdteRenter', 'Betalte misligholdte renter'],
  ['gaardsnummer', 'Gårdsnummer'],
  ['aarForFoerstegangsregistrering', 'År for førstegangsregistrering'],
  ['naeringsinntektFordeltFraEktefelle', 'Næringsinntekt fordelt fra ektefelle'],
  ['erBoligsparekontoIAnnenEOESStat', 'Er boligsparekonto i annen EØS stat'],
  ['pensjonFraIPAOgIPS', 'Pensjon fra IPA og IPS'],
  ['skattepliktigLoennTilBarnUnder13Aar', 'Skattepliktig lønn til barn under 13 år'],
  ['verdiAEndret', 'Verdi a endret'],
  ['poengsum', 'Poengsum'],
  ['boligverdiForUseksjonertBoenhet', 'Boligverdi for useksjonert boenhet'],
  ['aksjeboenhetsnummer', 'Aksjeboenhetsnummer'],
  ['koeffisient', 'Koeffisient'],
  ['', ''],
])('field name %s → %s', (name, label) => {
  expect(fieldLabel(name)).toBe(label);
});
