import { accountNumber } from './identifiers.ts';
import {
  balance,
  benefit,
  deposits,
  inMonth,
  last,
  type Person,
  pay,
  payer,
  person,
  settled,
  shielded,
  unknownNumber,
  wage,
  wages,
  withdrawn,
  withheld,
} from './peopleLanguage.ts';

const BAKERI = payer('31044211', 'RASK BLID ELG BAKERI AS');
const SYKEHJEM = payer('21355472', 'STILLE HAGE SYKEHJEM');
const NAV = payer('28974220', 'ARBEIDS- OG VELFERDSETATEN');

/** The people that training and tests are about. */
export const PEOPLE: readonly Person[] = [
  person(
    '1986-03-14',
    101,
    'Ingrid Solbakken',
    'Fast lønn fra én arbeidsgiver.',
    'Fast løn frå éin arbeidsgivar.',
    pay(BAKERI, last(36), wage(38_500), withheld(10_400)),
    settled(
      2025,
      '2026-05-12',
      wages([BAKERI, 455_000]),
      deposits(48_210, accountNumber('9999050123')),
      ...balance(48_210, 0),
    ),
    settled(
      2024,
      '2025-05-14',
      wages([BAKERI, 441_000]),
      deposits(40_000, accountNumber('9999050123')),
      ...balance(40_000, 0),
    ),
  ),
  person('1979-11-02', 102, 'Tor Vik', 'Ingen opplysninger om inntekt.', 'Ingen opplysningar om inntekt.'),
  person('1990-05-05', 103, 'Ukjent Person', 'Nummeret finnes ikke.', 'Nummeret finst ikkje.', unknownNumber),
  person(
    '1970-01-20',
    104,
    'Skjult Person',
    'Skjermet.',
    'Skjerma.',
    shielded('entries without content'),
    pay(SYKEHJEM, last(12), wage(40_000)),
    settled(2025, '2026-05-12'),
  ),
  person(
    '1965-07-07',
    105,
    'Slettet Person',
    'Oppgjøret er slettet.',
    'Oppgjeret er sletta.',
    withdrawn(2025),
    pay(NAV, last(12), benefit('ufoeretrygd', 24_500)),
  ),
  person(
    '1988-08-08',
    107,
    'Helga Enslig',
    'H1: alene, jevn inntekt.',
    'H1: åleine, jamn inntekt.',
    pay(BAKERI, inMonth('2026-08'), wage(38_000)),
    pay(BAKERI, inMonth('2026-09'), wage(38_500)),
    pay(BAKERI, inMonth('2026-10'), wage(39_000)),
    settled(2025, '2026-05-12', wages([BAKERI, 455_000])),
  ),
];
