import { formatDate, formatMonth } from '../dates.ts';
import type { Assessment, CalculationStep, Reason } from '../housing/assessment.ts';
import type { BasisKey, Member } from '../housing/caseFile.ts';
import { formatKroner, type Oere, oere } from '../money.ts';
import type { Figures } from './figures.ts';
import { formatPercent } from './formatPercent.ts';
import { memberName } from './memberName.ts';
import { monthRange } from './monthRange.ts';
import type { Text } from './text.ts';

/** What sentences about an assessment are put together from. */
export interface SentenceContext {
  readonly text: Text;
  readonly members: readonly Pick<Member, 'id' | 'role'>[];
  readonly assessment: Pick<Assessment, 'bases'>;
}

/** A reason as one sentence without a full stop, for a list. */
export const reasonSentence = (context: SentenceContext, reason: Reason): string =>
  context.text.assessment.reasons[reason.code](figuresOf(context, reason));

/** One step of the calculation with its figures. */
export function stepSentence(context: SentenceContext, step: CalculationStep): string {
  const { code, factor, months = [] } = step;
  const inG = code === 'limit' || code === 'wealth';
  // The first and the last month of the window.
  const window = [...new Set(months)].map(formatMonth).join('–');
  return context.text.assessment.steps[code]({
    ...figuresOf(context, step),
    months: window,
    amounts: step.amounts.map(formatKroner),
    factor: factor === undefined ? '' : inG ? formatG(factor) : String(factor),
  });
}

/** A basis as a heading: «Siste 3 mnd × 4», «Skatteåret 2025». */
export const basisHeading = ({ text, assessment }: SentenceContext, basis: BasisKey): string =>
  basis === 'year' ? text.assessment.bases.year(yearOf(assessment)) : text.assessment.bases[basis];

/** A basis inside a sentence: «siste 3 måneder», «skatteåret 2025». */
export const basisInSentence = ({ text, assessment }: SentenceContext, basis: BasisKey): string =>
  basis === 'year' ? text.assessment.basisInSentence.year(yearOf(assessment)) : text.assessment.basisInSentence[basis];

/** Thousandths of G as written in Norwegian: 3500 → `3,5`, 5000 → `5,0`. */
export function formatG(thousandths: number): string {
  const [whole, decimals = ''] = String(thousandths / 1000).split('.');
  return `${whole},${decimals || '0'}`;
}

const yearOf = ({ bases }: Pick<Assessment, 'bases'>): string =>
  String(bases.find(({ basis }) => basis === 'year')?.year ?? '');

type Part = Partial<
  Pick<Reason, 'basis' | 'memberId' | 'source' | 'amount' | 'percent' | 'date' | 'months' | 'year' | 'text'>
>;

function figuresOf(context: SentenceContext, part: Part): Figures {
  const { text, members } = context;
  return {
    member: memberName(text, members, part.memberId),
    basis: part.basis === undefined ? '' : basisInSentence(context, part.basis),
    source: part.source === undefined ? '' : text.information.sourcesInSentence[part.source],
    amount: part.amount === undefined ? '' : formatKroner(absolute(part.amount)),
    percent: part.percent === undefined ? '' : formatPercent(part.percent),
    date: part.date === undefined ? '' : formatDate(part.date),
    months: part.months === undefined ? '' : monthRange(part.months),
    year: part.year === undefined ? '' : String(part.year),
    text: part.text ?? '',
    amounts: [],
    factor: '',
  };
}

const absolute = (amount: Oere): Oere => oere(Math.abs(amount));
