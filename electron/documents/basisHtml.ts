import { ageOn, formatDate, formatInstant, formatMonth, type Instant } from '../../shared/dates.ts';
import type { Assessment } from '../../shared/housing/assessment.ts';
import type { CaseFile, Member } from '../../shared/housing/caseFile.ts';
import { fetchedMembers, fetchedMonths, fetchedYears } from '../../shared/housing/fetchedPeriod.ts';
import { findings } from '../../shared/income/findings.ts';
import type { Lookup } from '../../shared/income/model.ts';
import { type Cell, type MonthsTable, monthsTable } from '../../shared/income/monthsTable.ts';
import { yearTable } from '../../shared/income/yearTable.ts';
import { formatKroner, type Oere } from '../../shared/money.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import type { Environment } from '../../shared/session.ts';
import {
  basisHeading,
  reasonSentence,
  type SentenceContext,
  stepSentence,
} from '../../shared/text/assessmentSentences.ts';
import { findingSentence } from '../../shared/text/findingSentence.ts';
import { memberName } from '../../shared/text/memberName.ts';
import { textIn } from '../../shared/text/text.ts';
import { documentStyle } from './documentStyle.ts';
import { type Html, html } from './html.ts';
import { pairs, section, table } from './parts.ts';

/** Everything that goes into one vedtaksgrunnlag. `treatments`: the rule's own classification of codes, so that the tables agree with the sums. */
export interface BasisDocument {
  readonly caseFile: CaseFile;
  readonly assessment: Assessment;
  readonly treatments: HousingRule['treatments'];
  readonly environment: Environment;
  readonly municipality: string;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

type Words = ReturnType<typeof textIn>;

interface Writer extends BasisDocument {
  readonly text: Words;
  readonly sentences: SentenceContext;
  readonly name: (memberId: string) => string;
}

/** The vedtaksgrunnlag as a whole HTML page in the case's målform; the same input always gives the same page. */
export function basisHtml(document: BasisDocument): string {
  const text = textIn(document.caseFile.language);
  const { members } = document.caseFile;
  const writer: Writer = {
    ...document,
    text,
    sentences: { text, members, assessment: document.assessment },
    name: (memberId) => memberName(text, members, memberId),
  };
  const body = [
    heading(writer),
    result(writer),
    household(writer),
    income(writer),
    wealth(writer),
    rule(writer),
    calculation(writer),
    toKnow(writer),
    delivered(writer),
    sources(writer),
  ];
  return html`<!doctype html>
<html lang="${document.caseFile.language}">
<head><meta charset="utf-8"><title>${text.document.title} ${document.caseFile.caseNumber}</title><style>${{ html: documentStyle }}</style></head>
<body>${body}</body>
</html>`.html;
}

const amount = (value: Oere | null, missing = '–'): string => (value === null ? missing : formatKroner(value));

function heading({ text, caseFile, environment, municipality, madeBy, madeAt }: Writer): Html {
  const { facts, ...words } = text.document;
  const warning = environment === 'production' ? null : html`<p class="warning">${words[environment]}</p>`;
  const informed =
    caseFile.informedHow === null || caseFile.informedOn === null
      ? facts.notInformed
      : facts.informedText(text.cases.informedWays[caseFile.informedHow], formatDate(caseFile.informedOn));
  return html`<header>${warning}<h1>${words.title}</h1><p class="subtitle">${words.subtitle(text.cases.purposes[caseFile.purpose])}</p>
${pairs([
  [facts.municipality, municipality],
  [facts.caseNumber, caseFile.caseNumber],
  [facts.legalGround, text.cases.legalGrounds[caseFile.legalGround]],
  [facts.decisionDate, formatDate(caseFile.decisionDate)],
  [facts.informed, informed],
  [facts.madeBy, madeBy],
  [facts.madeAt, formatInstant(madeAt)],
])}</header>`;
}

function result({ text, sentences, assessment, caseFile }: Writer): Html {
  const { result: words } = text.document;
  const byRule = text.assessment.outcomes[assessment.outcome];
  const concluded = text.assessment.outcomes[assessment.concluded];
  const chosen = assessment.chosenByOfficer
    ? html`<p>${words.byRule}: ${byRule.toLowerCase()}. <strong>${words.chosen}: ${concluded.toLowerCase()}.</strong></p>`
    : null;
  // One reason may hold on several bases in the same words.
  const reasons = new Set(assessment.reasons.map((reason) => reasonSentence(sentences, reason)));
  const why = caseFile.choice?.reason
    ? html`<h3>${words.reason}</h3><p class="typed">${caseFile.choice.reason}</p>`
    : null;
  return html`<section class="result ${assessment.concluded}"><h2>${words.title}: ${concluded}</h2>${chosen}
<ul>${[...reasons].map((reason) => html`<li>${reason}</li>`)}</ul>${why}<p class="note">${words.economyOnly}</p></section>`;
}

function household({ text, caseFile, name }: Writer): Html {
  const { household: words } = text.document;
  const yesNo = (value: boolean): string => (value ? words.yes : words.no);
  return section(
    words.title,
    table(
      [words.person, words.number, words.age, words.countsInSize, words.lookedUp],
      caseFile.members.map((member) => [
        name(member.id),
        member.maskedId ?? words.noNumber,
        String(ageOn(member.birthDate, caseFile.decisionDate)),
        yesNo(member.countsInSize),
        yesNo(member.lookUp),
      ]),
      new Set([2]),
    ),
  );
}

function income({ text, assessment, caseFile, sentences, name }: Writer): Html {
  const { income: words } = text.document;
  const { table: labels } = text.assessment;
  const row = (label: string, pick: (index: number) => Oere | null, missing: string): string[] => [
    label,
    ...assessment.bases.map((_basis, index) => amount(pick(index), missing)),
  ];
  const basis = (index: number) => assessment.bases[index];
  const members = caseFile.members.filter(({ id }) =>
    assessment.bases.some((one) => one.members.some(({ memberId }) => memberId === id)),
  );
  return section(
    words.title,
    table(
      [words.unit, ...assessment.bases.map((one) => basisHeading(sentences, one.basis))],
      [
        ...members.map(({ id }) => [
          name(id),
          ...assessment.bases.map((one) => {
            const member = one.members.find(({ memberId }) => memberId === id);
            if (member?.notCountedBecause) return labels.notCounted[member.notCountedBecause];
            return amount(member?.annual ?? null, labels.cannot);
          }),
        ]),
        row(labels.household, (index) => basis(index)?.annual ?? null, labels.cannot),
        row(
          labels.limit(labels.persons(assessment.householdSize)),
          (index) => basis(index)?.limit ?? null,
          labels.noLimit,
        ),
        row(labels.margin, (index) => basis(index)?.margin ?? null, '–'),
      ],
      new Set(assessment.bases.map((_basis, index) => index + 1)),
    ),
  );
}

function wealth({ text, assessment, name }: Writer): Html | null {
  const { wealth: words } = text.document;
  const { wealth: figures } = assessment;
  if (figures.members.length === 0) return null;
  const rows = figures.members.map(({ memberId, gross, debt, net }) => [
    name(memberId),
    amount(gross, words.unknown),
    amount(debt, words.unknown),
    amount(net, words.unknown),
  ]);
  const limit = figures.limit === null ? null : html`<p>${words.limit}: ${amount(figures.limit)}</p>`;
  return section(
    `${words.title} ${figures.asAt === null ? '' : words.asAt(formatDate(figures.asAt))}`,
    html`${table([text.document.unit, words.gross, words.debt, words.net], rows, new Set([1, 2, 3]))}${limit}`,
  );
}

function rule({ text, assessment }: Writer): Html {
  const { rule: words } = text.document;
  const { rule: used, g } = assessment;
  const facts: [string, string][] = [];
  if (used) {
    facts.push(
      [words.rule, words.ruleText(used.municipality, used.scheme, used.ruleId, used.version)],
      [
        words.valid,
        words.validText(
          used.validFrom === null ? words.openStart : formatDate(used.validFrom),
          used.validTo === null ? words.openEnd : formatDate(used.validTo),
        ),
      ],
      [words.source, used.source],
      [words.confidence, text.assessment.confidences[used.confidence]],
      [
        words.approved,
        used.approvedBy === null || used.approvedAt === null
          ? words.notApproved
          : words.approvedText(used.approvedBy, formatInstant(used.approvedAt)),
      ],
    );
  }
  if (g) {
    facts.push(
      [words.g, words.gText(amount(g.amount), formatDate(g.validFrom), formatDate(g.knownFrom))],
      [words.source, g.source],
      [words.confidence, text.assessment.confidences[g.confidence]],
    );
  }
  return section(words.title, facts.length === 0 ? html`<p>${words.none}</p>` : pairs(facts));
}

function calculation({ text, assessment, sentences }: Writer): Html | null {
  if (assessment.steps.length === 0) return null;
  return section(
    text.document.calculation.title,
    html`<ol>${assessment.steps.map((step) => html`<li>${stepSentence(sentences, step)}</li>`)}</ol>`,
  );
}

/** What is missing, shielded, corrected, incomplete or unknown in what was delivered. */
function toKnow({ text, caseFile, assessment, name }: Writer): Html | null {
  const asked = { months: fetchedMonths(caseFile.lookups), newestComplete: assessment.newestCompleteMonth };
  const sentences = fetchedMembers(caseFile).flatMap(({ id }) =>
    findings(caseFile.lookups, id, { ...asked, years: fetchedYears(caseFile.lookups, id) }).map(
      (finding) => `${name(id)}: ${findingSentence(text, finding)}`,
    ),
  );
  if (sentences.length === 0) return null;
  return section(
    text.information.findings.title,
    html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`,
  );
}

function delivered(writer: Writer): Html {
  const { text, caseFile } = writer;
  const parts = caseFile.members.flatMap((member) => [
    monthsOf(writer, member),
    ...yearsOf(writer, member),
    manualOf(writer, member),
  ]);
  return section(text.document.delivered.title, html`${parts}`);
}

function monthsOf({ text, caseFile, assessment, treatments, name }: Writer, member: Member): Html | null {
  if (!caseFile.lookups.some(({ memberId, source }) => memberId === member.id && source === 'inntekt')) return null;
  const months = monthsTable(
    caseFile.lookups,
    member.id,
    fetchedMonths(caseFile.lookups),
    assessment.newestCompleteMonth,
    treatments,
  );
  const { delivered: words } = text.document;
  const figures = (cell: Cell | null): string[] =>
    (['counted', 'separate', 'excluded', 'undecided'] as const).map((place) => amount(cell?.sums[place] ?? null));
  return html`<h3>${words.months(name(member.id))}</h3>${table(
    [words.month, words.counted, words.separate, words.excluded, words.undecided, words.state],
    months.columns.map((column) => [formatMonth(column.month), ...figures(column.total), remark(text, column)]),
    new Set([1, 2, 3, 4]),
  )}`;
}

function remark(text: Words, { state, complete, total }: MonthsTable['columns'][number]): string {
  const { delivered: words } = text.document;
  if (state === 'notFetched') return text.information.lookups.notFetched;
  if (state !== 'delivered') return text.information.states[state];
  if (!complete) return words.incomplete;
  return total === null ? words.nothing : '';
}

function yearsOf({ text, caseFile, treatments, name }: Writer, member: Member): Html[] {
  const { delivered: words } = text.document;
  return caseFile.lookups
    .filter(({ memberId, tax }) => memberId === member.id && tax !== null)
    .flatMap(({ id, tax }) => {
      if (tax === null) return [];
      const rows = yearTable(tax, id, treatments).groups.flatMap(({ lines }) =>
        lines.map(({ post, treatment }) => [
          post.label ?? post.tekniskNavn,
          amount(post.amount),
          treatment === 'notIncome' ? words.notIncome : text.assessment.treatments[treatment],
        ]),
      );
      return [
        html`<h3>${words.year(name(member.id), tax.year)}</h3>${table([words.post, words.amount, words.treatment], rows, new Set([1]))}`,
      ];
    });
}

function manualOf({ text, name }: Writer, { id, manualPosts }: Member): Html | null {
  const { delivered: words } = text.document;
  if (manualPosts.length === 0) return null;
  return html`<h3>${words.manual(name(id))}</h3>${table(
    [words.post, words.manualSource, words.perYear],
    manualPosts.map((post) => [post.text, post.source, amount(post.amountPerYear)]),
    new Set([2]),
  )}`;
}

function sources({ text, caseFile, name }: Writer): Html {
  const { sources: words } = text.document;
  if (caseFile.lookups.length === 0) return section(words.title, html`<p>${words.none}</p>`);
  return section(
    words.title,
    table(
      [words.person, words.source, words.period, words.answer, words.at, words.reference],
      caseFile.lookups.map((lookup) => [
        name(lookup.memberId),
        text.information.sources[lookup.source],
        periodOf(text, lookup),
        text.information.states[lookup.state],
        formatInstant(lookup.at),
        lookup.reference ?? '–',
      ]),
      new Set(),
    ),
  );
}

function periodOf({ document }: Words, { fromMonth, toMonth, year }: Lookup): string {
  if (fromMonth !== null && toMonth !== null) {
    return document.sources.months(formatMonth(fromMonth), formatMonth(toMonth));
  }
  return year === null ? '–' : String(year);
}
