import { formatAccountNumber } from '../../../shared/identity/accountNumber.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { TrekkTerms } from '../../../shared/utlegg/trekkContent.ts';
import { type Html, html } from '../html.ts';
import { section, table } from '../parts.ts';
import { kronerText, payerText, periodLines, remaining } from './letterParts.ts';

type Words = Text['letters'];
type Row = readonly [name: string, of: (terms: TrekkTerms) => Html];

const rows = (words: Words): Readonly<Record<keyof TrekkTerms, readonly Row[]>> => ({
  payer: [[words.size.payer, ({ payer }) => html`${payerText(words, payer)}`]],
  periods: [[words.size.monthly, ({ periods }) => periodLines(words, periods)]],
  claims: [[words.changes.total, ({ claims }) => html`${kronerText(words, remaining(claims))}`]],
  payment: [
    [words.changes.account, ({ payment }) => html`${formatAccountNumber(payment.account)}`],
    [words.changes.kid, ({ payment }) => html`${payment.kid}`],
  ],
});

/** What differs between two versions of the terms, as the reader sees it, among the parts that concern them; null when nothing does. */
export function changesTable(
  words: Words,
  before: TrekkTerms,
  after: TrekkTerms,
  parts: readonly (keyof TrekkTerms)[],
): Html | null {
  const differing = parts
    .flatMap((part) => rows(words)[part])
    .map(([name, of]) => [name, of(before), of(after)] as const)
    .filter(([, old, now]) => old.html !== now.html);
  if (differing.length === 0) return null;
  return section(words.changes.title, table(['', words.changes.before, words.changes.after], differing, new Set()));
}
