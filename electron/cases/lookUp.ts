import { randomUUID } from 'node:crypto';
import type { Instant } from '../../shared/dates.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { CaseRow } from '../storage/cases.ts';
import { insertLookup, rawExpiry, type StoredLookup } from '../storage/lookups.ts';
import { readMembers } from '../storage/members.ts';
import type { WritableDb } from '../storage/Store.ts';
import { askRegister, cancelled, type Findings } from './askRegister.ts';
import type { CasePorts } from './CasePorts.ts';
import type { Question } from './planQuestions.ts';
import type { Registers } from './Registers.ts';

export interface LookUpPorts extends CasePorts {
  readonly registers: Registers;
}

/**
 * One lookup: the journal's row, the question, and then the answer into the case and the outcome into the journal, together. Its time is when it
 * was asked, which decides whether a month was complete. Errors: the store's; without the journal's row nothing is asked.
 */
export async function lookUp(
  ports: LookUpPorts,
  row: CaseRow,
  question: Question,
  signal: AbortSignal,
): Promise<Result<StoredLookup, Failure>> {
  const { journal, registers } = ports;
  const askedAt = ports.now();
  const ticket = await journal.beginLookup({
    actor: ports.actor(),
    caseAtHand: row,
    person: question.person,
    source: question.source,
    package: question.source === 'sisteSkatteoppgjoer' ? null : registers.packages[question.source],
    period:
      question.source === 'inntekt' ? `${question.fromMonth}–${question.toMonth}` : (question.year?.toString() ?? null),
  });
  if (!ticket.ok) return ticket;
  const findings = await askRegister(registers, question, ticket.value, signal);
  return ports.store.write(async (db) => {
    const { errorCode, state, reference } = findings;
    await journal.finishLookup(db, ticket.value, errorCode ?? state, reference);
    return ok(await keep(db, row.id, question, toLookup(ports, question, findings, askedAt)));
  });
}

/** Notes in the case that a question was given up before it was asked. */
export const keepCancelled = (
  ports: CasePorts,
  row: CaseRow,
  question: Question,
): Promise<Result<StoredLookup, Failure>> =>
  ports.store.write(async (db) =>
    ok(await keep(db, row.id, question, toLookup(ports, question, cancelled, ports.now()))),
  );

/** Into the case, unless the member has gone or got another number while we waited: then it is about somebody else. */
async function keep(db: WritableDb, caseId: string, question: Question, lookup: StoredLookup): Promise<StoredLookup> {
  const members = await readMembers(db, caseId);
  if (members.some(({ id, nationalId }) => id === question.memberId && nationalId === question.person)) {
    await insertLookup(db, caseId, lookup);
  }
  return lookup;
}

function toLookup(
  { environment }: CasePorts,
  { memberId, source, fromMonth, toMonth, year }: Question,
  findings: Findings,
  at: Instant,
): StoredLookup {
  const rawExpiresOn = rawExpiry(findings.raw, at);
  return { id: randomUUID(), memberId, source, fromMonth, toMonth, year, at, environment, ...findings, rawExpiresOn };
}
