import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { priorityLetters } from '../../../shared/garnishment/claims.ts';
import { formatOrganisationNumber } from '../../../shared/identity/organisationNumber.ts';
import { formatKroner, type Oere, sum } from '../../../shared/money.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { DraftPeriod, TrekkClaim, TrekkPayer } from '../../../shared/utlegg/trekkContent.ts';
import { type Html, html } from '../html.ts';
import { table } from '../parts.ts';

type Words = Text['letters'];

/** A sentence in which no reference to a statute («§ 2-17») is broken over two lines. */
const prose = (sentence: string): Html =>
  html`${sentence
    .split(/(§§? [\d-]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<span class="statute">${part}</span>` : part))}`;

/** A paragraph for each sentence that is there. */
export const paragraphs = (...sentences: readonly (string | null)[]): Html =>
  html`${sentences.map((sentence) => sentence && html`<p>${prose(sentence)}</p>`)}`;

export const kronerText = (words: Words, amount: Oere): string => words.kroner(formatKroner(amount));

export const payerText = (words: Words, { name, organisationNumber }: TrekkPayer): string =>
  words.organisation(name, formatOrganisationNumber(organisationNumber));

const dateText = (words: Words, date: IsoDate | null): string => (date ? formatDate(date) : words.size.missing);

/** `2 000 kr`, `20 %`, or in words that there is none; a size that is missing is never a zero. */
function sizeText(words: Words, { amount, percent }: DraftPeriod): string {
  if (amount === 0 || percent === 0) return words.size.nothing;
  if (amount !== null) return kronerText(words, amount);
  return percent === null ? words.size.missing : words.percent(percentText(percent));
}

/** Hundredths of a per cent, exactly: an order must not be rounded. `1225` → `12,25`, `2000` → `20`. */
const percentText = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)},${String(hundredths % 100).padStart(2, '0')}`.replace(/,?0+$/, '');

/** From when to when, and how much a month. */
export const periodsTable = (words: Words, periods: readonly DraftPeriod[]): Html =>
  table(
    [words.size.from, words.size.to, words.size.monthly],
    periods.map((period) => [dateText(words, period.from), dateText(words, period.to), sizeText(words, period)]),
    new Set([2]),
  );

/** The periods in a cell, a line each. */
export const periodLines = (words: Words, periods: readonly DraftPeriod[]): Html =>
  html`${periods.map(
    (period) =>
      html`<div>${words.period(dateText(words, period.from), dateText(words, period.to))}: ${sizeText(words, period)}</div>`,
  )}`;

export const hasPercent = (periods: readonly DraftPeriod[]): boolean => periods.some(({ percent }) => percent !== null);

export const remaining = (claims: readonly TrekkClaim[]): Oere => sum(claims.map((claim) => claim.remaining));

/** Each claim with what it was and what remains, and the sums. */
export function claimsTable(words: Words, claims: readonly TrekkClaim[]): Html {
  const { claims: own } = words;
  const name = ({ type, detail }: TrekkClaim): string =>
    detail === 'Hovedkrav' ? own.types[type] : `${own.types[type]}, ${own.details[detail]}`;
  return table(
    [own.claim, own.reference, own.due, own.letter, own.original, own.remaining],
    claims.map((claim) => [
      claim.description === '' ? name(claim) : html`${name(claim)}<br><small>${claim.description}</small>`,
      claim.reference,
      claim.due ? formatDate(claim.due) : own.none,
      claim.letter ?? own.none,
      formatKroner(claim.original),
      formatKroner(claim.remaining),
    ]),
    new Set([4, 5]),
    [own.sum, '', '', '', formatKroner(sum(claims.map(({ original }) => original))), formatKroner(remaining(claims))],
  );
}

/** The § 2-8 letters among the claims, the best first. */
export const lettersOf = (claims: readonly TrekkClaim[]) =>
  priorityLetters.filter((letter) => claims.some((claim) => claim.letter === letter));

/** «a», «a og b», «a, b og c». */
export const listed = (words: Words, parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} ${words.and} ${parts.at(-1)}`;
