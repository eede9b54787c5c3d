import { randomUUID } from 'node:crypto';
import type { Instant } from '../../shared/dates.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import { type Confirmed, insertOutbox } from '../storage/outbox.ts';
import type { WritableDb } from '../storage/Store.ts';

/** A message as an act makes it. */
export type Step = Pick<
  Confirmed,
  'step' | 'register' | 'method' | 'path' | 'contentType' | 'ifMatch' | 'body' | 'attachment'
> & {
  /** Shall it have a key of its own? Made here, once, and never used for anything else. */
  readonly keyed: boolean;
};

/** Puts the messages of an act in the outbox, in their order; each waits for the one before it. In the transaction that confirms the act. */
export async function enqueue(
  db: WritableDb,
  steps: readonly Step[],
  about: {
    readonly trekkId: string;
    readonly actId: string;
    readonly ticket: LookupTicket;
    readonly at: Instant;
    readonly by: string;
  },
): Promise<void> {
  for (const [index, { keyed, ...step }] of steps.entries()) {
    const message = {
      ...step,
      id: randomUUID(),
      trekkId: about.trekkId,
      actId: about.actId,
      idempotencyKey: keyed ? randomUUID() : null,
      journalId: Number(about.ticket.journalId),
      createdAt: about.at,
      createdBy: about.by,
    };
    await insertOutbox(db, message, index === 0 ? 'waiting' : 'later');
  }
}
