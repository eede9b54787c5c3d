import type { ErrorCode } from '../../shared/ipc/errors.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import type { LookupReply } from '../skatteetaten/lookup.ts';
import type { StoredLookup } from '../storage/lookups.ts';
import type { Question } from './planQuestions.ts';
import type { Registers } from './Registers.ts';

/** What a lookup ended with, as it is kept. `errorCode` only for `failed`; a cancelled one is no error. */
export type Findings = Pick<
  StoredLookup,
  'state' | 'authorityCode' | 'reference' | 'income' | 'tax' | 'newestYear' | 'raw'
> & { readonly errorCode: ErrorCode | null };

/** A question that was not asked, or not waited for. */
export const cancelled: Findings = {
  state: 'cancelled',
  errorCode: null,
  authorityCode: null,
  reference: null,
  income: null,
  tax: null,
  newestYear: null,
  raw: null,
};

/** Puts the question to its register. `reference` is the authority's correlation id, or else the number of the journal row. */
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
      return { ...findings(reply, ticket), income: figures(reply) };
    }
    case 'skattegrunnlag': {
      const reply = await registers.taxBasis({ ...lookup, year: question.year });
      return { ...findings(reply, ticket), tax: figures(reply) };
    }
    case 'sisteSkatteoppgjoer': {
      const reply = await registers.newestYear(lookup);
      return { ...findings(reply, ticket), newestYear: figures(reply) };
    }
  }
}

const figures = <T>(reply: LookupReply<T>): T | null => ('answer' in reply ? reply.answer : null);

function findings(reply: LookupReply<unknown>, { journalId }: LookupTicket): Findings {
  if (reply.state === 'failed') {
    const { code, detail, trace } = reply.failure;
    if (code === 'cancelled') return cancelled;
    const authorityCode = detail?.authorityCode ?? null;
    return { ...cancelled, state: 'failed', errorCode: code, authorityCode, reference: trace ?? journalId };
  }
  return {
    ...cancelled,
    state: reply.state,
    authorityCode: 'authorityCode' in reply ? reply.authorityCode : null,
    reference: reply.correlationId ?? journalId,
    raw: 'raw' in reply ? reply.raw : null,
  };
}
