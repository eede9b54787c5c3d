import { expect, test } from 'vitest';
import { fieldOf } from './fieldOf.ts';

test.each([
  ['/trekkstoerrelseForPeriode/0/sluttdato', 'periods.0.to'],
  ['/trekkstoerrelseForPeriode/12/trekkbeloep/trekkbeloep', 'periods.12.amount'],
  ['/trekkstoerrelseForPeriode/1/trekkprosent', 'periods.1.percent'],
  ['/trekkstoerrelseForPeriode', 'periods'],
  ['/krav/1/kravforfall/forfallsdato', 'claims.1.due'],
  ['/krav/2/innbetaling/3/beloep/beloep', 'claims.2.payments.3.amount'],
  ['/krav/2/innbetaling/3/bokfoertDato', 'claims.2.payments.3.on'],
  ['/krav/0/rentebaerendeKrav/prioritetISakFremtidigRentekrav', 'claims.0.bearsInterest.order'],
  ['/betalingsinformasjon/kontonummer', 'payment.account'],
  ['/betalingsinformasjon/kontoinformasjon/kontonummer', 'payment.account'],
  ['/betalingsinformasjon/kidnummer', 'payment.kid'],
  ['/samordning/regelverk', 'decisionDate'],
  ['/samordning/oppslagId', 'samordning'],
  ['/trekkpliktig/organisasjonsnummer', 'payer.organisationNumber'],
  // the same word in two places
  ['/sluttdato', 'lastDay'],
  ['/begrunnelse', 'explanation'],
  ['/valgtNamsmannsdistrikt/begrunnelse', 'district.reason'],
  ['/skyldner/adresse/postnummer', 'address.postalCode'],
  // nobody types these
  ['/skyldner/personidentifikator', ''],
  ['/namsmyndighet/organisasjonsnummer', ''],
  ['/noeNytt/0', ''],
  ['', ''],
  ['krav', ''],
  [null, ''],
])('%s is %s', (pointer, field) => {
  expect(fieldOf(pointer)).toBe(field);
});
