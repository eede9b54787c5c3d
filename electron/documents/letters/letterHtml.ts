import { formatDate, type IsoDate } from '../../../shared/dates.ts';
import type { Correspondence } from '../../../shared/garnishment/correspondence.ts';
import type { NationalId } from '../../../shared/identity/nationalId.ts';
import type { Environment } from '../../../shared/session.ts';
import { type Text, textIn } from '../../../shared/text/text.ts';
import type { ActContent, LetterKind, Trekk } from '../../../shared/utlegg/trekk.ts';
import { documentStyle } from '../documentStyle.ts';
import { type Html, html } from '../html.ts';
import { section } from '../parts.ts';
import { letterStyle } from './letterStyle.ts';
import { opphoer, trekkpaalegg } from './payerLetters.ts';
import { underretning } from './underretning.ts';

/** Everything a letter about an act is made of. */
export interface Letter {
  readonly trekk: Pick<Trekk, 'caseNumber' | 'debtorName' | 'language' | 'registered'>;
  readonly what: ActContent;
  /**
   * Stands in the letters to the one who deducts, who must know whom to deduct from and finds people by it. Not in the underretning, not even
   * masked: the debtor knows who they are, and name and case number are enough for the one who answers the telephone.
   */
  readonly nationalId: NationalId;
  readonly municipality: string;
  readonly correspondence: Correspondence;
  readonly environment: Environment;
  readonly officer: string;
  readonly date: IsoDate;
}

/** A letter with its words at hand. */
export interface Writer extends Letter {
  readonly text: Text;
}

/** What is particular to one letter, under its title. */
export interface LetterBody {
  readonly title: string;
  /** Who it is to, a line each. */
  readonly to: readonly string[];
  readonly content: readonly (Html | null)[];
}

const writers: Readonly<Record<LetterKind, (writer: Writer) => LetterBody | null>> = {
  underretning,
  trekkpaalegg,
  opphoer,
};

/** A letter as a whole HTML page in the debtor's målform, for an act that is filled in; null when there is no such letter about such an act. */
export function letterHtml(kind: LetterKind, letter: Letter): string | null {
  const writer: Writer = { ...letter, text: textIn(letter.trekk.language) };
  const body = writers[kind](writer);
  if (!body) return null;
  const { municipality, environment, officer, date, trekk, text } = writer;
  const words = text.letters;
  const warning = environment === 'production' ? null : html`<p class="warning">${words[environment]}</p>`;
  const facts = [
    [words.date, formatDate(date)],
    [words.caseNumber, trekk.caseNumber],
    [words.officer, officer],
  ] as const;
  return html`<!doctype html>
<html lang="${trekk.language}">
<head><meta charset="utf-8"><title>${body.title}</title><style>${{ html: documentStyle + letterStyle }}</style></head>
<body><header>${warning}<p class="sender">${municipality}</p>
<div class="address"><p>${body.to.map((line) => html`${line}<br>`)}</p>
<dl>${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></div>
<h1>${body.title}</h1></header>
${body.content}<footer>${contact(writer)}<p class="closing">${words.greeting}<br>${officer}, ${municipality}</p></footer></body>
</html>`.html;
}

function contact({ text, officer, correspondence, trekk }: Writer): Html {
  const { contact: words } = text.letters;
  const ways = [
    correspondence.phone && words.phone(correspondence.phone),
    correspondence.email && words.email(correspondence.email),
    correspondence.postalAddress && words.post(correspondence.postalAddress),
  ].filter((way) => way !== '');
  return section(words.title, html`<p>${words.ask(officer, ways.join(', '))} ${words.quote(trekk.caseNumber)}</p>`);
}
