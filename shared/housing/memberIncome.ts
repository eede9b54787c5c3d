import type { Month } from '../dates.ts';
import { classifyMonth, classifyYear } from '../income/classify.ts';
import type { Lookup, Source } from '../income/model.ts';
import { type Oere, oere, sum } from '../money.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import { type DeliveredIncome, incomeIn, type NoAnswer, taxAnswerFor } from './answers.ts';
import type { BasisLine, MemberOnBasis, Reason, Trace } from './assessment.ts';
import type { BasisKey, Member } from './caseFile.ts';

/** A member on one basis, and what a reader must know about it. */
export interface MemberIncome {
  readonly onBasis: MemberOnBasis;
  readonly reasons: Reason[];
}

/** What a figure is about. A reason names the basis only when it isn't the same for all bases of that source. */
interface About {
  readonly source: Source;
  readonly basis: BasisKey;
}

/** What was delivered, one line per amount. */
interface Read {
  readonly lines: readonly BasisLine[];
  /** Those of the lines that are pay for another period than the month they were paid in. */
  readonly backPay: readonly BasisLine[];
  readonly partlyShielded: boolean;
  readonly lost: boolean;
}

/** A member's income in a window of months, made yearly by × 12/n (n divides 12, so nothing is rounded). */
export function memberInMonths(
  member: Member,
  basis: BasisKey,
  months: readonly Month[],
  lookups: readonly Lookup[],
  rule: HousingRule,
): MemberIncome {
  const about: About = { source: 'inntekt', basis };
  const answer = incomeIn(lookups, member.id, months);
  if (!answer.ok) return unknown(member, about, answer.error);
  const { entries } = answer.value;
  const toLine = ({ lookupId, entry }: DeliveredIncome['entries'][number]): BasisLine => ({
    incomeKind: entry.kind,
    code: entry.code ?? entry.kind,
    amount: entry.month === null ? null : entry.amount,
    treatment: classifyMonth(entry, rule.treatments),
    traces: [{ kind: 'lookup', lookupId, ref: entry.ref }],
  });
  const lines = entries.map(toLine);
  const backPay = entries.filter(({ entry }) => entry.backPay !== null).map(toLine);
  return addUp(member, about, { ...answer.value, lines, backPay }, 12 / months.length);
}

/** A member's income in a tax year, as assessed. */
export function memberInYear(
  member: Member,
  year: number | null,
  lookups: readonly Lookup[],
  rule: HousingRule,
): MemberIncome {
  const about: About = { source: 'skattegrunnlag', basis: 'year' };
  const answer = taxAnswerFor(lookups, member.id, year);
  if (!answer.ok) return unknown(member, about, answer.error);
  const { tax, lookupId } = answer.value;
  const lines = tax.posts.flatMap((post): BasisLine[] => {
    const treatment = classifyYear(post, rule.treatments);
    if (treatment === 'notIncome') return [];
    const traces: Trace[] = [{ kind: 'lookup', lookupId, ref: post.ref }];
    return [{ incomeKind: null, code: post.tekniskNavn, amount: post.amount, treatment, traces }];
  });
  return addUp(member, about, { ...answer.value, lines, backPay: [] }, 1);
}

/** A member who is younger than the rule counts: what was delivered is shown, and is in no sum. */
export const notCounted = ({ onBasis }: MemberIncome): MemberIncome => ({
  onBasis: { ...onBasis, counted: false, notCountedBecause: 'age', annual: null },
  reasons: [],
});

const unknown = (member: Member, { source, basis }: About, { code, months }: NoAnswer): MemberIncome => ({
  onBasis: counted(member, null, manualLines(member)),
  reasons: [{ code, memberId: member.id, source, ...(months && { basis, months }) }],
});

/**
 * The sum, or null when it can't be known: something was not readable, or not a single amount that counts was delivered. Without anything
 * to decide by hand the last is `nothing-reported`, not «no income»; a month without reports among months with some is a zero.
 */
function addUp(member: Member, { source, basis }: About, read: Read, factor: number): MemberIncome {
  const lines = joined(read.lines);
  const manual = manualLines(member);
  const counting = treated(lines, 'include');
  const delivered = total(counting);
  const byHand = total(manual);
  const isReadable = delivered !== null && byHand !== null && !read.lost;
  const annual = isReadable && counting.length > 0 ? oere(delivered * factor + byHand) : null;

  const onThisBasis = { memberId: member.id, source, basis };
  const undecided = [
    ...lookAt('unclassified', treated(lines, 'unclassified')),
    ...lookAt('manual-code', treated(lines, 'manual')),
  ];
  const backPay = lookAt('back-pay', treated(joined(read.backPay), 'include'));
  const reasons: Reason[] = [...undecided, ...backPay].map((reason) => ({ ...reason, ...onThisBasis }));
  if (read.partlyShielded) reasons.unshift({ code: 'partly-shielded', memberId: member.id, source });
  if (!isReadable) reasons.unshift({ code: 'unread', memberId: member.id, source });
  else if (annual === null && undecided.length === 0) reasons.unshift({ code: 'nothing-reported', ...onThisBasis });
  return { onBasis: counted(member, annual, [...lines, ...manual]), reasons };
}

const treated = (lines: readonly BasisLine[], treatment: BasisLine['treatment']): BasisLine[] =>
  lines.filter((line) => line.treatment === treatment);

const counted = (member: Member, annual: Oere | null, lines: BasisLine[]): MemberOnBasis => ({
  memberId: member.id,
  counted: true,
  notCountedBecause: null,
  annual,
  lines,
});

/** One reason for all lines that a person must look at; lines of exactly zero change nothing. */
function lookAt(code: Reason['code'], lines: readonly BasisLine[]): Reason[] {
  const found = lines.filter(({ amount }) => amount !== 0);
  if (found.length === 0) return [];
  const text = [...new Set(found.map((line) => line.code))].join(', ');
  const amount = total(found);
  return [amount === null ? { code, text } : { code, text, amount }];
}

/** Amounts of the same kind, code and treatment become one line, in an order that doesn't depend on the answer's. */
function joined(lines: readonly BasisLine[]): BasisLine[] {
  const keyOf = ({ incomeKind, code, treatment }: BasisLine) => `${incomeKind ?? ''}:${code}:${treatment}`;
  const kinds = new Map(lines.map((line) => [keyOf(line), line]));
  return [...kinds.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, line]) => {
      const same = lines.filter((other) => keyOf(other) === key);
      return { ...line, amount: total(same), traces: same.flatMap(({ traces }) => traces) };
    });
}

const manualLines = ({ id, manualPosts }: Member): BasisLine[] =>
  manualPosts.map((post) => ({
    incomeKind: null,
    code: post.text,
    amount: post.amountPerYear,
    treatment: 'include',
    traces: [{ kind: 'manual', memberId: id, postId: post.id }],
  }));

/** null when one of the amounts is: missing is not zero. */
function total(lines: readonly { amount: Oere | null }[]): Oere | null {
  const amounts = lines.map(({ amount }) => amount).filter((amount) => amount !== null);
  return amounts.length < lines.length ? null : sum(amounts);
}
