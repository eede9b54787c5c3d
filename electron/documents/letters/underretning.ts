import { formatDate } from '../../../shared/dates.ts';
import { formatAccountNumber } from '../../../shared/identity/accountNumber.ts';
import type { ActContent, RegisteredTrekk } from '../../../shared/utlegg/trekk.ts';
import type {
  AvsluttContent,
  BeslutningContent,
  EndreContent,
  RegistrerContent,
  TrekkClaim,
  TrekkTerms,
} from '../../../shared/utlegg/trekkContent.ts';
import { type Html, html } from '../html.ts';
import { pairs, section } from '../parts.ts';
import { changesTable } from './changesTable.ts';
import type { LetterBody, Writer } from './letterHtml.ts';
import {
  claimsTable,
  hasPercent,
  kronerText,
  lettersOf,
  listed,
  paragraphs,
  payerText,
  periodsTable,
  remaining,
} from './letterParts.ts';

/** What the debtor must be told of an act: what it is, which claims, by what right, and how to complain. null: of a trekk that is not there. */
export function underretning(writer: Writer): LetterBody | null {
  const body = contentOf(writer, writer.what, writer.trekk.registered);
  return body && { ...body, to: [writer.trekk.debtorName] };
}

function contentOf(
  writer: Writer,
  what: ActContent,
  registered: RegisteredTrekk | null,
): Omit<LetterBody, 'to'> | null {
  switch (what.kind) {
    case 'registrer':
      return registrer(writer, what.content);
    case 'beslutning':
      return beslutning(writer, what.content);
    case 'endre':
      return registered && endre(writer, what.content, registered.terms);
    case 'avslutt':
      return registered && avslutt(writer, what.content, registered.terms);
  }
}

function registrer(writer: Writer, content: RegistrerContent): Omit<LetterBody, 'to'> {
  const { text, municipality } = writer;
  const { registrer: words, incomes } = text.letters;
  const total = kronerText(text.letters, remaining(content.claims));
  const lead = words.lead(
    municipality,
    formatDate(content.decisionDate),
    content.payer.name,
    incomes[content.payer.pays],
    total,
  );
  return {
    title: content.waiting ? words.waitingTitle : words.title,
    content: [
      paragraphs(lead, content.waiting ? words.waiting : null),
      size(writer, content),
      claims(writer, content),
      grounds(writer, content),
      oldRulesComplaint(writer, text.letters.complaint.whileRunning),
    ],
  };
}

function endre(writer: Writer, content: EndreContent, before: TrekkTerms): Omit<LetterBody, 'to'> {
  const { text, municipality } = writer;
  const { endre: words } = text.letters;
  return {
    title: words.title,
    content: [
      paragraphs(words.lead(municipality, formatDate(content.date)), words.reasons[content.reason]),
      officersReasons(writer, content.explanation),
      changesTable(text.letters, before, content, ['payer', 'periods', 'claims', 'payment']),
      // While it stays, nothing is deducted, whatever the periods say.
      content.reason === 'midlertidigStans' ? null : size(writer, content),
      claims(writer, content),
      oldRulesComplaint(writer, text.letters.complaint.whileRunning),
    ],
  };
}

function avslutt(writer: Writer, content: AvsluttContent, before: TrekkTerms): Omit<LetterBody, 'to'> {
  const { text, municipality } = writer;
  const { avslutt: words, complaint } = text.letters;
  const lastDay = formatDate(content.lastDay);
  if (content.reason === 'feilregistrert') {
    // In the debtor's favour, and nothing is left to complain about.
    return {
      title: words.wrongTitle,
      content: [
        paragraphs(words.wrongLead(municipality, before.payer.name), words.reasons.feilregistrert, words.ifDeducted),
        officersReasons(writer, content.explanation),
      ],
    };
  }
  return {
    title: words.title,
    content: [
      paragraphs(
        words.lead(municipality, before.payer.name, lastDay),
        words.reasons[content.reason],
        content.transferredTo && words.transferredTo(content.transferredTo),
        words.ifDeducted,
        words.register,
      ),
      officersReasons(writer, content.explanation),
      section(complaint.title, paragraphs(complaint.untilEnd(lastDay), ...whereToComplain(writer), complaint.costsNow)),
    ],
  };
}

/** No size, period or payer: another authority sets those, and the letter says so. */
function beslutning(writer: Writer, content: BeslutningContent): Omit<LetterBody, 'to'> {
  const { text, municipality } = writer;
  const { beslutning: words, complaint, grounds: groundWords } = text.letters;
  const { next } = words;
  const bearing = content.claims
    .filter(({ bearsInterest }) => bearsInterest !== null)
    .map(({ reference }) => reference);
  const total = kronerText(text.letters, remaining(content.claims));
  return {
    title: words.title,
    content: [
      paragraphs(words.lead(municipality, formatDate(content.decisionDate), total)),
      section(
        next.title,
        html`${paragraphs(next.sent, next.notOurs)}<ul><li>${next.runs}</li><li>${next.none}</li></ul>${paragraphs(
          next.one,
          content.earlierDecisionDate && next.earlier(formatDate(content.earlierDecisionDate)),
        )}`,
      ),
      claims(writer, content, bearing.length === 0 ? null : words.interest(listed(text.letters, bearing))),
      section(
        groundWords.title,
        paragraphs(groundWords.decide, statutes(writer, content.claims), words.register, groundWords.ownData),
      ),
      section(
        complaint.title,
        paragraphs(
          complaint.newRules,
          ...whereToComplain(writer),
          complaint.stillHolds,
          complaint.size,
          complaint.costs,
        ),
      ),
    ],
  };
}

function size({ text }: Writer, { payer, periods }: TrekkTerms): Html {
  const { size: words } = text.letters;
  return section(
    words.title,
    html`${pairs([[words.payer, payerText(text.letters, payer)]])}${periodsTable(text.letters, periods)}${paragraphs(
      hasPercent(periods) ? words.percent : null,
      words.subsistence,
      words.ask,
    )}`,
  );
}

function claims(
  { text }: Writer,
  { claims: owed, payment }: { readonly claims: readonly TrekkClaim[]; readonly payment: TrekkTerms['payment'] },
  also: string | null = null,
): Html {
  const { claims: words } = text.letters;
  const names = lettersOf(owed).map((letter) => text.collectionSettings.priority.letters[letter]);
  return section(
    words.title,
    html`${claimsTable(text.letters, owed)}${paragraphs(
      names.length === 0 ? null : words.letters(names.join('; ')),
      also,
      words.pay(formatAccountNumber(payment.account), payment.kid),
    )}`,
  );
}

function grounds(writer: Writer, { noticeDate, claims: owed }: RegistrerContent): Html {
  const { grounds: words } = writer.text.letters;
  return section(
    words.title,
    paragraphs(
      noticeDate && words.notice(formatDate(noticeDate)),
      statutes(writer, owed),
      words.register,
      words.ownData,
    ),
  );
}

/** The statutes that make the kinds of claim enforceable without a judgment (tjenestebeskrivelser.md 2); null when no kind has one. */
function statutes({ text }: Writer, owed: readonly TrekkClaim[]): string | null {
  const { grounds: words } = text.letters;
  const named = new Set(owed.flatMap(({ type }) => (type === 'annet' ? [] : [words.statute[type]])));
  return named.size === 0 ? null : words.statutes(listed(text.letters, [...named]));
}

function oldRulesComplaint(writer: Writer, whatAndWhen: string): Html {
  const { complaint: words } = writer.text.letters;
  return section(words.title, paragraphs(whatAndWhen, ...whereToComplain(writer), words.stillHolds, words.costs));
}

function whereToComplain({ text, municipality, correspondence }: Writer): string[] {
  const { complaint: words } = text.letters;
  return [words.how(municipality), words.onward(correspondence.court || words.court)];
}

function officersReasons({ text }: Writer, explanation: string): Html | null {
  if (explanation.trim() === '') return null;
  return section(text.letters.reasons, html`<p class="typed">${explanation.trim()}</p>`);
}
