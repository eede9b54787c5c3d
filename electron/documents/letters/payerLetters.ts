import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import { formatAccountNumber } from '../../../shared/identity/accountNumber.ts';
import { formatNationalId } from '../../../shared/identity/nationalId.ts';
import { formatOrganisationNumber } from '../../../shared/identity/organisationNumber.ts';
import { changesPayer } from '../../../shared/utlegg/letters.ts';
import type { TrekkPayer, TrekkTerms } from '../../../shared/utlegg/trekkContent.ts';
import { type Html, html } from '../html.ts';
import { pairs, section } from '../parts.ts';
import { changesTable } from './changesTable.ts';
import type { LetterBody, Writer } from './letterHtml.ts';
import { hasPercent, lettersOf, listed, paragraphs, periodsTable } from './letterParts.ts';

// The letters to the one who deducts. What the claims are, how large they are and why the trekk changes or ends is not its business, so none of
// it stands here. The § 2-8 letters do: without them it can't rank our order among others.

/** The order to deduct, or the one that replaces it; null when the act orders nothing. */
export function trekkpaalegg(writer: Writer): LetterBody | null {
  const { what, text, municipality } = writer;
  const { registered } = writer.trekk;
  const { order: words } = text.letters;
  if (what.kind === 'registrer') {
    const order = fullOrder(writer, what.content, what.content.decisionDate);
    return body(writer, words.title, what.content.payer, [paragraphs(words.lead(municipality)), ...order]);
  }
  if (what.kind !== 'endre' || !registered) return null;
  const { content } = what;
  const from = formatDate(content.date);
  if (content.reason === 'midlertidigStans') {
    return body(writer, words.stayTitle, content.payer, [
      paragraphs(words.stayLead(municipality, from)),
      person(writer, content.payer, registered.decisionDate),
    ]);
  }
  const order = fullOrder(writer, content, registered.decisionDate);
  // Someone who has not deducted before is told what to do, not what is different from what they never got.
  if (changesPayer(content, registered.terms)) {
    return body(writer, words.title, content.payer, [paragraphs(words.lead(municipality)), ...order]);
  }
  return body(writer, words.changedTitle, content.payer, [
    paragraphs(words.changedLead(municipality, from)),
    changesTable(text.letters, registered.terms, content, ['periods', 'payment']),
    ...order,
  ]);
}

/** To the one who has deducted until now; null when nobody has, or goes on. */
export function opphoer(writer: Writer): LetterBody | null {
  const { what, text, municipality } = writer;
  const { registered } = writer.trekk;
  const { stop: words } = text.letters;
  if (!registered) return null;
  const { payer, payment } = registered.terms;
  const who = person(writer, payer, registered.decisionDate);
  const payUp = html`<p>${words.pay}</p>${payTo(writer, payment)}`;
  if (what.kind === 'avslutt') {
    const { reason, lastDay } = what.content;
    const wrong = reason === 'feilregistrert';
    return body(writer, wrong ? words.wrongTitle : words.title, payer, [
      paragraphs(wrong ? words.wrongLead(municipality) : words.lead(municipality, formatDate(lastDay))),
      who,
      wrong ? paragraphs(words.wrongPay) : payUp,
      paragraphs(words.others),
    ]);
  }
  if (what.kind !== 'endre' || !changesPayer(what.content, registered.terms)) return null;
  return body(writer, words.title, payer, [
    paragraphs(words.movedLead(municipality, formatDate(what.content.date))),
    who,
    payUp,
    paragraphs(words.others),
  ]);
}

const body = ({ text }: Writer, title: string, payer: TrekkPayer, content: readonly (Html | null)[]): LetterBody => ({
  title,
  to: [payer.name, text.letters.organisationNumber(formatOrganisationNumber(payer.organisationNumber))],
  content,
});

/** Whom, how much, where to, in which order, and what follows if not. */
const fullOrder = (writer: Writer, terms: TrekkTerms, decided: IsoDate): (Html | null)[] => [
  person(writer, terms.payer, decided),
  size(writer, terms),
  payment(writer, terms),
  priority(writer, terms, decided),
  duty(writer),
];

function person({ text, trekk, nationalId }: Writer, payer: TrekkPayer, decided: IsoDate): Html {
  const { person: words } = text.letters.order;
  return section(
    words.title,
    pairs([
      [words.name, trekk.debtorName],
      [words.number, formatNationalId(nationalId)],
      [words.pays, words.incomes[payer.pays]],
      [words.decided, formatDate(decided)],
    ]),
  );
}

function size({ text }: Writer, { periods }: TrekkTerms): Html {
  const { size: words } = text.letters.order;
  return section(
    words.title,
    html`${periodsTable(text.letters, periods)}${paragraphs(
      words.month,
      hasPercent(periods) ? words.percent : null,
      words.end,
    )}`,
  );
}

function payment(writer: Writer, terms: TrekkTerms): Html {
  const { payment: words } = writer.text.letters.order;
  return section(words.title, html`${payTo(writer, terms.payment)}${paragraphs(words.each)}`);
}

function payTo({ text, municipality }: Writer, { account, kid }: TrekkTerms['payment']): Html {
  const { payment: words } = text.letters.order;
  return pairs([
    [words.payee, municipality],
    [words.account, formatAccountNumber(account)],
    [words.kid, kid],
  ]);
}

function priority({ text }: Writer, { claims }: TrekkTerms, decided: IsoDate): Html | null {
  const { priority: words } = text.letters.order;
  const letters = lettersOf(claims);
  if (letters.length === 0) return null;
  return section(
    words.title,
    paragraphs(
      words.ours(listed(text.letters, letters), formatDate(decided)),
      words.others,
      letters.length > 1 ? words.sharing : null,
    ),
  );
}

/** Without paragraphs: the old wording on the one who deducts was not in any source read (fagregler.md 7, point 6). */
function duty({ text }: Writer): Html {
  const { duty: words } = text.letters.order;
  return section(words.title, paragraphs(words.duty, words.tell, words.complaint, words.confidential));
}
