import { describe, expect, test } from 'vitest';
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
  test('the list of the year first, then the nearest', () => {
    expect(taxName(2024, 'omstillingsstoenad')?.label).toBe('Omstillingsstønad for gjenlevende');
    expect(taxName(2022, 'omstillingsstoenad')?.label).toBe('Omstillingsstønad for gjenlevende');
    expect(taxName(2024, 'finnesIkke')).toBeNull();
  });

  test('a name without display text is known', () => {
    expect(taxName(2022, 'overskuddFraNaeringsinntekt')).toEqual({ kategori: 'inntekt', label: null });
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
