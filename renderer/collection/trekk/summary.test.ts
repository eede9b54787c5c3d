import { describe, expect, it } from 'vitest';
import { textIn } from '../../../shared/text/text.ts';
import type { ActContent } from '../../../shared/utlegg/trekk.ts';
import { zDate, zOere } from '../../../shared/values.ts';
import { fieldName, valueText } from './review/differenceText.ts';
import { summaryOf } from './summary.ts';

const text = textIn('nb');
const date = (iso: string) => zDate.parse(iso);
const spaces = (said: string) => said.replace(/\s/gu, ' ');
const registrer: ActContent = {
  kind: 'registrer',
  content: {
    reference: '2026/1',
    decisionDate: date('2026-11-20'),
    noticeDate: date('2026-10-15'),
    waiting: false,
    samordning: null,
    payer: { organisationNumber: '974761076', name: 'Bakeriet', pays: 'loenn' },
    periods: [{ from: date('2026-12-01'), to: date('2028-11-30'), amount: zOere.parse(340_000), percent: null }],
    claims: [
      {
        reference: 'ES-1',
        type: 'eiendomsskatt',
        detail: 'Hovedkrav',
        description: '',
        due: date('2026-05-20'),
        original: zOere.parse(1_800_000),
        remaining: zOere.parse(1_800_000),
        letter: 'd',
        order: null,
        relatedTo: [],
      },
    ],
    payment: { account: '42131961426', kid: '' },
  },
};
const whom = { debtorName: 'Fri Bane', maskedId: '090485 *****', registered: null };
const said = (what: ActContent) =>
  Object.fromEntries(summaryOf(text, whom, what).map(({ name, sentences }) => [name, sentences.map(spaces)]));

describe('the review in plain words', () => {
  it('a registration: who, what, how much from when, by whom, which letter', () => {
    expect(said(registrer)).toMatchObject({
      Hvem: ['Fri Bane, 090485 *****'],
      'Hvor mye og når': ['3 400 kr i måneden fra 01.12.2026 til og med 30.11.2028.'],
      'Hvem trekker': ['Bakeriet (974 761 076) trekker av lønn.'],
      'Krav og prioritet': ['1 krav, 18 000 kr gjenstår.', 'Bokstav d etter dekningsloven § 2-8.'],
      Betaling: ['Konto 4213.19.61426'],
    });
  });

  it('a wrongly registered trekk is removed, and no last day is named', () => {
    const removed = said({
      kind: 'avslutt',
      content: {
        reason: 'feilregistrert',
        lastDay: date('2026-11-22'),
        explanation: 'Feil person',
        transferredTo: null,
      },
    });
    expect(removed.Hva).toEqual([text.trekk.summary.removes]);
    expect(removed).not.toHaveProperty('Siste dag');
    expect(removed.Begrunnelse).toEqual(['Feil person']);
  });
});

describe('differences in words', () => {
  it('a place is named with its number', () => {
    expect(fieldName(text, 'claims.1.remaining')).toBe('Krav 2, gjenstår');
    expect(fieldName(text, 'payment.kid')).toBe('Betaling, KID');
    expect(fieldName(text, '')).toBe('Hele meldingen');
  });

  it('values are read by what they are', () => {
    if (registrer.kind !== 'registrer') throw new Error('expected a registration');
    const { periods, claims } = registrer.content;
    expect(spaces(valueText(text, 'claims.0.remaining', 912_345))).toBe('9 123,45');
    expect(valueText(text, 'payer.pays', 'trygd')).toBe('Trygd');
    expect(valueText(text, 'claims.0.due', '2026-05-20')).toBe('20.05.2026');
    expect(valueText(text, 'payment.kid', '')).toBe('ingenting');
    expect(spaces(valueText(text, 'periods', periods))).toBe('3 400 kr i måneden fra 01.12.2026 til og med 30.11.2028');
    expect(spaces(valueText(text, 'claims.0', claims[0]))).toBe('Eiendomsskatt ES-1, 18 000 kr gjenstår');
  });
});
