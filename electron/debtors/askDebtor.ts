import { randomUUID } from 'node:crypto';
import type { Instant } from '../../shared/dates.ts';
import type { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import { askRegister, cancelledEnding, type Ending, endingOf, figuresOf } from '../cases/askRegister.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import type { StoredDebtorLookup } from '../storage/debtorLookups.ts';
import { rawExpiry } from '../storage/lookups.ts';
import type { DebtorRegisters } from './DebtorRegisters.ts';
import type { DebtorQuestion } from './planDebtorQuestions.ts';

/** What came of a question: how it ended, and the figures of its source. */
export interface Answered {
  readonly ending: Ending;
  readonly about: DistributiveOmit<DebtorLookup, 'id' | 'memberId' | 'at' | Exclude<keyof Ending, 'raw'>>;
}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Puts the question to its register. */
export async function askDebtor(
  registers: DebtorRegisters,
  question: DebtorQuestion,
  ticket: LookupTicket,
  signal: AbortSignal,
): Promise<Answered> {
  const lookup = { ticket, personId: question.person, signal };
  switch (question.source) {
    case 'samordnetTrekk': {
      const reply = await registers.samordnetTrekk(lookup);
      return { ending: endingOf(reply, ticket), about: { source: question.source, newRules: figuresOf(reply) } };
    }
    case 'utlegg': {
      const reply = await registers.utlegg(lookup);
      return { ending: endingOf(reply, ticket), about: { source: question.source, utlegg: figuresOf(reply) } };
    }
    default: {
      const { income, tax, newestYear, ...ending } = await askRegister(registers, question, ticket, signal);
      const { source, fromMonth, toMonth, year } = question;
      return { ending, about: { source, fromMonth, toMonth, year, income, tax, newestYear } };
    }
  }
}

/** A question that was given up before it was put. */
export function givenUp(question: DebtorQuestion): Answered {
  const ending = cancelledEnding;
  switch (question.source) {
    case 'samordnetTrekk':
      return { ending, about: { source: question.source, newRules: null } };
    case 'utlegg':
      return { ending, about: { source: question.source, utlegg: null } };
    default: {
      const { source, fromMonth, toMonth, year } = question;
      return { ending, about: { source, fromMonth, toMonth, year, income: null, tax: null, newestYear: null } };
    }
  }
}

/** A lookup as it is kept. Its time is when it was asked, which decides how old it is. */
export function toStoredLookup(
  { memberId }: DebtorQuestion,
  { ending: { raw, ...ending }, about }: Answered,
  { at, environment }: { readonly at: Instant; readonly environment: string },
): StoredDebtorLookup {
  const lookup: DebtorLookup = { ...about, ...ending, id: randomUUID(), memberId, at };
  return { lookup, environment, raw, rawExpiresOn: rawExpiry(raw, at) };
}

/** What the journal says about a question besides whom it is about: the rettighetspakke, null where there is none, and the months or the year. */
export const journalFacts = ({ packages }: DebtorRegisters, question: DebtorQuestion) => ({
  source: question.source,
  person: question.person,
  package:
    question.source === 'sisteSkatteoppgjoer' || question.source === 'samordnetTrekk'
      ? null
      : packages[question.source],
  period: periodOf(question),
});

function periodOf(question: DebtorQuestion): string | null {
  if (question.source === 'inntekt') return `${question.fromMonth}–${question.toMonth}`;
  return question.source === 'skattegrunnlag' ? String(question.year) : null;
}
