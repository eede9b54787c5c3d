import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok } from '../../shared/result.ts';
import type { ParsedTrekk } from '../../shared/utlegg/parseTrekk.ts';
import { sameTerms } from '../../shared/utlegg/wire.ts';
import type { LookupReply } from '../skatteetaten/lookup.ts';
import { readDebtorRow } from '../storage/debtorCases.ts';
import type { OutboxRow } from '../storage/outbox.ts';
import { readTrekkRow, type StoredTrekk } from '../storage/trekk.ts';
import type { Ending } from './Ending.ts';
import type { OutboxPorts } from './OutboxPorts.ts';

/**
 * The register holds another version than the one we changed or ended: reads what it holds, with a journal row of its own, and finds out whether
 * that is our own message, which arrived at an earlier try. A change is ours when the version after the one we saw has our very terms.
 */
export async function readBack(ports: OutboxPorts, row: OutboxRow, why: Failure, signal: AbortSignal): Promise<Ending> {
  const { store, journal, registers } = ports;
  const found = await store.read(async (db) => {
    const trekk = await readTrekkRow(db, row.trekkId);
    const caseAtHand = trekk && (await readDebtorRow(db, trekk.caseId));
    return trekk?.registered && caseAtHand ? ok({ trekk, caseAtHand }) : fail(failure('not-found'));
  });
  if (!found.ok) return unknown(found.error);
  const { trekk, caseAtHand } = found.value;
  const { registered } = trekk;
  if (!registered) throw new Error('a trekk that is not registered has nothing to read back');

  const ticket = await journal.beginLookup({
    actor: { userName: row.createdBy, role: 'collection' },
    caseAtHand,
    person: trekk.nationalId,
    source: 'utlegg',
    package: null,
    period: null,
  });
  if (!ticket.ok) return unknown(ticket.error);
  const ask = (versjon: number | null) =>
    registers.trekk({
      ticket: ticket.value,
      personId: trekk.nationalId,
      utleggstrekkId: registered.utleggstrekkId,
      versjon,
      signal,
    });
  const newest = await ask(null);
  const next = versionIn(row.ifMatch) + 1;
  const isLater = newest.state === 'delivered' && newest.answer.versjon > next;
  const afterOurs = isLater ? await ask(next) : newest;
  const closed = await store.write(async (db) => {
    const state = newest.state === 'failed' ? newest.failure.code : newest.state;
    await journal.finishLookup(db, ticket.value, state, 'correlationId' in newest ? newest.correlationId : null);
    return ok(null);
  });
  if (!closed.ok) return unknown(closed.error);
  if (isLater && afterOurs.state === 'failed') return unknown(afterOurs.failure);
  const isOurs =
    trekk.act !== null &&
    afterOurs.state === 'delivered' &&
    afterOurs.answer.versjon === next &&
    says(afterOurs.answer, trekk.act.what);
  return endingOf(newest, isOurs, why);
}

function endingOf(newest: LookupReply<ParsedTrekk>, isOurs: boolean, why: Failure): Ending {
  switch (newest.state) {
    case 'delivered':
      return isOurs
        ? { kind: 'registered', trekk: newest.answer }
        : { kind: 'changed-since', failure: why, now: newest.answer };
    case 'withdrawn':
      return { kind: 'gone', failure: { ...why, code: 'api-gone' } };
    case 'nothing':
    case 'unknownPerson':
      return { kind: 'refused', failure: { ...why, code: 'api-gone' }, violations: [] };
    case 'failed':
      return unknown(newest.failure);
    default:
      return unknown(failure('api-bad-answer'));
  }
}

/** The version that the officer saw. */
export const versionIn = (ifMatch: string | null): number => Number(ifMatch?.replaceAll('"', ''));

/** Is the version what the act asked for? */
function says(version: ParsedTrekk, what: NonNullable<StoredTrekk['act']>['what']): boolean {
  switch (what.kind) {
    case 'endre':
      return sameTerms(version.terms, what.content);
    case 'avslutt':
      return version.ended?.reason === what.content.reason && version.ended.lastDay === what.content.lastDay;
    default:
      return false;
  }
}

const unknown = (why: Failure): Ending => ({ kind: 'unknown', failure: why, retryAfterMs: null });
