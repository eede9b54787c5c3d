import type { Instant } from '../../shared/dates.ts';
import { osloDate } from '../../shared/dates.ts';
import type { Trekk } from '../../shared/utlegg/trekk.ts';
import { toCallError } from '../ipc/reference.ts';
import type { Journal } from '../journal/Journal.ts';
import type { LookupTicket } from '../journal/ticket.ts';
import { emptyAttachment } from '../storage/attachments.ts';
import { messagesOf, type OutboxRow, readMessage, updateOutbox } from '../storage/outbox.ts';
import type { WritableDb } from '../storage/Store.ts';
import { readTrekkRow, type StoredAct, type StoredTrekk, type TrekkChange, updateTrekk } from '../storage/trekk.ts';
import { insertEvent } from '../storage/trekkEvents.ts';
import type { Ending } from './Ending.ts';

/** A try that is over. */
export interface Tried {
  readonly messageId: string;
  readonly startedAt: Instant;
  readonly nextTryAt: Instant;
  readonly ending: Ending;
}

type Event = Trekk['events'][number]['event'];

/**
 * Writes how a try ended: the message, the act and what we know of the trekk, its history and the journal, together. Returns whose trekk it was;
 * null when the message has ended meanwhile (the officer took it back before it left).
 */
export async function recordEnding(
  db: WritableDb,
  { journal, now }: { readonly journal: Journal; readonly now: () => Instant },
  { messageId, startedAt, nextTryAt, ending }: Tried,
): Promise<string | null> {
  const row = await readMessage(db, messageId);
  if (row?.state !== 'waiting') return null;
  const trekk = await readTrekkRow(db, row.trekkId);
  const act = trekk?.act;
  if (!trekk || act?.id !== row.actId) throw new Error('a message of an act that is not there');
  const at = now();
  const tried = { trying: false, attempts: row.attempts + 1, lastTriedAt: startedAt } as const;

  const change = async (event: Event, what: TrekkChange, detail: string | null = null): Promise<void> => {
    await updateTrekk(db, trekk, { ...what, updatedAt: at });
    await insertEvent(db, trekk.id, { at, by: row.createdBy, event, act: act.what.kind, detail });
  };
  const end = async (state: 'accepted' | 'refused', error: OutboxRow['error']): Promise<void> => {
    await updateOutbox(db, row.id, { ...tried, state, nextTryAt: null, error });
    for (const later of await messagesOf(db, trekk.id)) {
      if (later.state === 'later' && state === 'refused') await updateOutbox(db, later.id, { state: 'withdrawn' });
    }
    const outcome = state === 'accepted' ? 'accepted' : 'turned-down';
    await journal.finishLookup(db, ticketOf(row), outcome, error?.reference ?? null);
  };

  switch (ending.kind) {
    case 'not-sent':
      await updateOutbox(db, row.id, { ...tried, nextTryAt, error: toCallError(ending.failure) });
      break;
    case 'unknown':
      await updateOutbox(db, row.id, { ...tried, doubt: true, nextTryAt, error: toCallError(ending.failure) });
      if (act.state !== 'ukjent') {
        await change('sent-unknown', { act: { ...act, state: 'ukjent' } }, ending.failure.code);
      }
      break;
    case 'uploaded':
      await updateOutbox(db, row.id, { ...tried, state: 'accepted', nextTryAt: null, error: null });
      for (const next of await messagesOf(db, trekk.id)) {
        if (next.actId === row.actId && next.state === 'later') await updateOutbox(db, next.id, { state: 'waiting' });
      }
      // The document has arrived; the decision itself has not been tried.
      if (act.state === 'ukjent') await updateTrekk(db, trekk, { act: { ...act, state: 'sendes' }, updatedAt: at });
      break;
    case 'registered':
      await end('accepted', null);
      await change('accepted', { act: null, registered: { ...ending.trekk, readAt: at } });
      break;
    case 'received':
      await end('accepted', null);
      await change('accepted', { act: null, received: toReceived(act, ending.caseReference, at) });
      await forgetDocument(db, act);
      break;
    case 'refused': {
      const error = toCallError(ending.failure);
      await end('refused', error);
      const refusal = { at, error, violations: [...ending.violations] };
      await change('refused', { act: { ...act, state: 'avvist', refusal } }, error.code);
      break;
    }
    case 'changed-since': {
      const error = toCallError(ending.failure);
      await end('refused', error);
      await change('changed-since', {
        act: { ...withoutSamordning(act), state: 'utkast', refusal: { at, error, violations: [] } },
        ...(ending.now && { registered: { ...ending.now, readAt: at } }),
      });
      break;
    }
    case 'gone':
      await endGone(trekk, act, ending.failure);
      break;
  }
  return trekk.id;

  /** Removed is what a wrongly registered trekk was to be; for anything else it means that there is nothing left to do it to. */
  async function endGone(before: StoredTrekk, gone: StoredAct, why: Extract<Ending, { kind: 'gone' }>['failure']) {
    const { what } = gone;
    const registered = before.registered && { ...before.registered, state: 'slettet' as const, readAt: at };
    if (what.kind === 'avslutt' && what.content.reason === 'feilregistrert') {
      const { reason, lastDay } = what.content;
      await end('accepted', null);
      await change('accepted', { act: null, registered: registered && { ...registered, ended: { reason, lastDay } } });
      return;
    }
    const error = toCallError(why);
    await end('refused', error);
    await change(
      'refused',
      { act: { ...gone, state: 'avvist', refusal: { at, error, violations: [] } }, registered },
      error.code,
    );
  }
}

const ticketOf = ({ journalId }: OutboxRow): LookupTicket => ({ journalId: String(journalId) }) as LookupTicket;

function toReceived(act: StoredAct, caseReference: string | null, at: Instant): Trekk['received'] {
  if (act.what.kind !== 'beslutning') throw new Error('only a decision is received');
  const { content } = act.what;
  return { content, caseReference, receivedAt: at, state: 'mottatt', since: osloDate(at), source: '' };
}

async function forgetDocument(db: WritableDb, { what }: StoredAct): Promise<void> {
  if (what.kind === 'beslutning' && what.content.document) await emptyAttachment(db, what.content.document.uuid);
}

/** Somebody has registered something since: the lookup it was decided on proves nothing any more. */
function withoutSamordning(act: StoredAct): StoredAct {
  if (act.what.kind !== 'registrer') return act;
  return { ...act, what: { kind: 'registrer', content: { ...act.what.content, samordning: null } } };
}
