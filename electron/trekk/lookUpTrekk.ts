import type { NationalId } from '../../shared/identity/nationalId.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ParsedTrekk } from '../../shared/utlegg/parseTrekk.ts';
import type { StoredDebtorCase } from '../storage/debtorCases.ts';
import type { TrekkPorts } from './TrekkPorts.ts';

/**
 * Reads a trekk of our own by its id: the journal's row first, then the question, then how it ended. null: it was removed. Errors: `not-found` when
 * the register has none, the register's, the store's.
 */
export async function lookUpTrekk(
  { store, journal, registers, actor }: TrekkPorts,
  {
    caseAtHand,
    person,
    utleggstrekkId,
  }: {
    readonly caseAtHand: StoredDebtorCase;
    readonly person: NationalId;
    readonly utleggstrekkId: string;
  },
  signal: AbortSignal,
): Promise<Result<ParsedTrekk | null, Failure>> {
  const asked = { actor: actor(), caseAtHand, person, source: 'utlegg', package: null, period: null } as const;
  const ticket = await journal.beginLookup(asked);
  if (!ticket.ok) return ticket;
  const about = { ticket: ticket.value, personId: person, utleggstrekkId, versjon: null, signal };
  const reply = await registers.trekk(about);
  const outcome = reply.state === 'failed' ? reply.failure.code : reply.state;
  const closed = await store.write(async (db) => {
    await journal.finishLookup(db, ticket.value, outcome, 'correlationId' in reply ? reply.correlationId : null);
    return ok(null);
  });
  if (!closed.ok) return closed;
  switch (reply.state) {
    case 'delivered':
      return ok(reply.answer);
    case 'withdrawn':
      return ok(null);
    case 'failed':
      return fail(reply.failure);
    default:
      return fail(failure('not-found'));
  }
}
