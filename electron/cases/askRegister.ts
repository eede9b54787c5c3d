import type { ErrorCode } from '../../shared/ipc/errors.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import type { LookupReply } from '../skatteetaten/lookup.ts';
import type { StoredLookup } from '../storage/lookups.ts';
import type { Question } from './planQuestions.ts';
import type { Registers } from './Registers.ts';

/** How a lookup ended, as it is kept. `errorCode` only for `failed`; a cancelled one is no error. */
export type Ending = Pick<StoredLookup, 'state' | 'authorityCode' | 'reference' | 'raw'> & {
  readonly errorCode: ErrorCode | null;
};

/** What a lookup ended with. */
export type Findings = Ending & Pick<StoredLookup, 'income' | 'tax' | 'newestYear'>;

/** A question that was not asked, or not waited for. */
export const cancelledEnding: Ending = {
  state: 'cancelled',
  errorCode: null,
  authorityCode: null,
  reference: null,
  raw: null,
};
const noFigures = { income: null, tax: null, newestYear: null };
export const cancelled: Findings = { ...cancelledEnding, ...noFigures };

/** Puts the question to its register. */
export async function askRegister(
  registers: Registers,
  question: Question,
  ticket: LookupTicket,
  signal: AbortSignal,
): Promise<Findings> {
  const lookup = { ticket, personId: question.person, signal };
  switch (question.source) {
    case 'inntekt': {
      const { fromMonth, toMonth } = question;
      const reply = await registers.income({ ...lookup, fromMonth, toMonth });
      return { ...noFigures, ...endingOf(reply, ticket), income: figuresOf(reply) };
    }
    case 'skattegrunnlag': {
      const reply = await registers.taxBasis({ ...lookup, year: question.year });
      return { ...noFigures, ...endingOf(reply, ticket), tax: figuresOf(reply) };
    }
    case 'sisteSkatteoppgjoer': {
      const reply = await registers.newestYear(lookup);
      return { ...noFigures, ...endingOf(reply, ticket), newestYear: figuresOf(reply) };
    }
  }
}

/** What was answered; null when nothing was. */
export const figuresOf = <T>(reply: LookupReply<T>): T | null => ('answer' in reply ? reply.answer : null);

/** How it ended. `reference` is the authority's correlation id, or else the number of the journal row. */
export function endingOf(reply: LookupReply<unknown>, { journalId }: LookupTicket): Ending {
  if (reply.state === 'failed') {
    const { code, detail, trace } = reply.failure;
    if (code === 'cancelled') return cancelledEnding;
    const authorityCode = detail?.authorityCode ?? null;
    return { ...cancelledEnding, state: 'failed', errorCode: code, authorityCode, reference: trace ?? journalId };
  }
  return {
    ...cancelledEnding,
    state: reply.state,
    authorityCode: 'authorityCode' in reply ? reply.authorityCode : null,
    reference: reply.correlationId ?? journalId,
    raw: 'raw' in reply ? reply.raw : null,
  };
}
