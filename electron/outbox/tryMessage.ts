import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ActContent } from '../../shared/utlegg/trekk.ts';
import { readDecisionAnswer, readUploadAnswer } from '../elan/readElanAnswer.ts';
import type { HttpAnswer } from '../skatteetaten/http.ts';
import { readAttachment } from '../storage/attachments.ts';
import { type OutboxRow, readMessage, updateOutbox } from '../storage/outbox.ts';
import { readTrekkRow, type StoredTrekk } from '../storage/trekk.ts';
import { readWriteAnswer } from '../utleggsdatabasen/readWriteAnswer.ts';
import type { Ending, Meaning } from './Ending.ts';
import type { OutboxPorts, OutgoingMessage } from './OutboxPorts.ts';
import { readBack, versionIn } from './readBack.ts';

/** Sends the message once and finds out what came of it. Before it leaves it stands in the store that it may have. */
export async function tryMessage(ports: OutboxPorts, row: OutboxRow, signal: AbortSignal): Promise<Ending> {
  const ready = await prepare(ports, row);
  if (!ready.ok) return { kind: 'not-sent', failure: ready.error, retryAfterMs: null };
  const { message, trekk, what } = ready.value;

  const told = await ports.registers.tell(message, {
    leaving: async () => {
      const marked = await markLeaving(ports, row.id);
      if (marked.ok) ports.reached('before-send');
      return marked;
    },
    answering: () => ports.reached('sent'),
    signal,
  });
  if (told.state !== 'answered') return { kind: told.state, failure: told.failure, retryAfterMs: null };
  ports.reached('answered');

  const meaning = meaningOf(told.answer, row, what, trekk);
  if (meaning.kind === 'read-back') return readBack(ports, row, meaning.failure, signal);
  return meaning.kind === 'unknown' ? { ...meaning, retryAfterMs: told.retryAfterMs } : meaning;
}

interface Ready {
  readonly message: OutgoingMessage;
  readonly trekk: StoredTrekk;
  readonly what: ActContent;
}

const prepare = ({ store }: OutboxPorts, row: OutboxRow): Promise<Result<Ready, Failure>> =>
  store.read(async (db) => {
    const trekk = await readTrekkRow(db, row.trekkId);
    const body = row.attachment === null ? row.body : await readAttachment(db, row.attachment);
    if (!trekk?.act || body === null) return fail(failure('unexpected'));
    const { register, path, method, contentType, idempotencyKey, ifMatch } = row;
    const bytes = typeof body === 'string' ? body : new Uint8Array(body);
    const message = { register, path, method, contentType, idempotencyKey, ifMatch, body: bytes };
    return ok({ message, trekk, what: trekk.act.what });
  });

/** From here on nobody can take it back. Fails when somebody has, or when that can't be written: then it stays here. */
const markLeaving = ({ store, now }: OutboxPorts, id: string): Promise<Result<null, Failure>> =>
  store.write(async (db) => {
    const row = await readMessage(db, id);
    if (row?.state !== 'waiting') return fail(failure('cancelled'));
    await updateOutbox(db, id, { trying: true, lastTriedAt: now() });
    return ok(null);
  });

function meaningOf(
  answer: HttpAnswer,
  { register, attachment, doubt, ifMatch }: OutboxRow,
  what: ActContent,
  { nationalId: person, registered }: StoredTrekk,
): Meaning {
  if (register === 'utlegg') {
    const before = registered && { ...registered, versjon: versionIn(ifMatch) };
    return readWriteAnswer(answer, { what, person, doubt, before });
  }
  return attachment === null ? readDecisionAnswer(answer, doubt) : readUploadAnswer(answer, attachment, doubt);
}
