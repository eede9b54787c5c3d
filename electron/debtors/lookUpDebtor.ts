import { randomUUID } from 'node:crypto';
import type { Instant } from '../../shared/dates.ts';
import type { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { askRegister, cancelledEnding, type Ending, endingOf, figuresOf } from '../cases/askRegister.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import { readDebtorRow, type StoredDebtorCase } from '../storage/debtorCases.ts';
import { insertDebtorLookup } from '../storage/debtorLookups.ts';
import { rawExpiry } from '../storage/lookups.ts';
import type { WritableDb } from '../storage/Store.ts';
import type { DebtorPorts } from './DebtorPorts.ts';
import type { DebtorRegisters } from './DebtorRegisters.ts';
import type { DebtorQuestion } from './planDebtorQuestions.ts';

export interface LookUpDebtorPorts extends DebtorPorts {
  readonly registers: DebtorRegisters;
}

/** What came of a question: how it ended, and the figures of its source. */
interface Answered {
  readonly ending: Ending;
  readonly about: DistributiveOmit<DebtorLookup, 'id' | 'memberId' | 'at' | Exclude<keyof Ending, 'raw'>>;
}
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/**
 * One lookup: the journal's row, the question, and then the answer into the case and the outcome into the journal, together. Its time is when it
 * was asked, which decides how old it is. Errors: the store's; without the journal's row nothing is asked.
 */
export async function lookUpDebtor(
  ports: LookUpDebtorPorts,
  debtorCase: StoredDebtorCase,
  question: DebtorQuestion,
  signal: AbortSignal,
): Promise<Result<DebtorLookup, Failure>> {
  const { journal, registers } = ports;
  const askedAt = ports.now();
  const ticket = await journal.beginLookup({
    actor: ports.actor(),
    caseAtHand: debtorCase,
    person: question.person,
    source: question.source,
    package: packageOf(registers, question),
    period: periodOf(question),
  });
  if (!ticket.ok) return ticket;
  const answered = await ask(registers, question, ticket.value, signal);
  return ports.store.write(async (db) => {
    const { errorCode, state, reference } = answered.ending;
    await journal.finishLookup(db, ticket.value, errorCode ?? state, reference);
    return ok(await keep(db, ports, debtorCase.id, question, answered, askedAt));
  });
}

/** Notes in the case that a question was given up before it was asked. */
export const keepDebtorCancelled = (
  ports: DebtorPorts,
  debtorCase: StoredDebtorCase,
  question: DebtorQuestion,
): Promise<Result<DebtorLookup, Failure>> =>
  ports.store.write(async (db) => {
    const unanswered = { ending: cancelledEnding, about: nothingAbout(question) };
    return ok(await keep(db, ports, debtorCase.id, question, unanswered, ports.now()));
  });

/** Into the case, unless its debtor got another number while we waited: then it is about somebody else. */
async function keep(
  db: WritableDb,
  { environment }: DebtorPorts,
  caseId: string,
  question: DebtorQuestion,
  { ending: { raw, ...ending }, about }: Answered,
  at: Instant,
): Promise<DebtorLookup> {
  const lookup: DebtorLookup = { ...about, ...ending, id: randomUUID(), memberId: question.memberId, at };
  if ((await readDebtorRow(db, caseId))?.nationalId === question.person) {
    await insertDebtorLookup(db, caseId, { lookup, environment, raw, rawExpiresOn: rawExpiry(raw, at) });
  }
  return lookup;
}

async function ask(
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

function nothingAbout(question: DebtorQuestion): Answered['about'] {
  switch (question.source) {
    case 'samordnetTrekk':
      return { source: question.source, newRules: null };
    case 'utlegg':
      return { source: question.source, utlegg: null };
    default: {
      const { source, fromMonth, toMonth, year } = question;
      return { source, fromMonth, toMonth, year, income: null, tax: null, newestYear: null };
    }
  }
}

function packageOf({ packages }: DebtorRegisters, { source }: DebtorQuestion): string | null {
  return source === 'sisteSkatteoppgjoer' || source === 'samordnetTrekk' ? null : packages[source];
}

function periodOf(question: DebtorQuestion): string | null {
  if (question.source === 'inntekt') return `${question.fromMonth}–${question.toMonth}`;
  return question.source === 'skattegrunnlag' ? String(question.year) : null;
}
