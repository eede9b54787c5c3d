import { createHash, randomUUID } from 'node:crypto';
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { nextActState } from '../../shared/utlegg/states.ts';
import { emptyAttachment, insertAttachment } from '../storage/attachments.ts';
import type { TrekkPorts } from './TrekkPorts.ts';
import { changeTrekk } from './trekk.ts';

export interface PickDocumentPorts extends TrekkPorts {
  /** Asks for a PDF; null when the dialog is closed. */
  readonly pickDocument: () => Promise<
    Result<{ readonly name: string; readonly bytes: Uint8Array } | 'too-large' | null, Failure>
  >;
}

/**
 * The officer picks the decision document. Its bytes are kept in the encrypted store under a name of our own until ELAN has them. null: nothing was
 * picked. Errors: `not-found`, `version-conflict`, `invalid-input` for what is no PDF, too large, or when there is no decision to add it to.
 */
export async function pickDocument(
  ports: PickDocumentPorts,
  input: CallInput<'trekk.pickDocument'>,
): Promise<Result<CallOutput<'trekk.pickDocument'>, Failure>> {
  const picked = await ports.pickDocument();
  if (!picked.ok) return picked;
  if (picked.value === null) return ok({ trekk: null });
  if (picked.value === 'too-large' || !isPdf(picked.value.bytes)) return fail(failure('invalid-input'));
  const { name, bytes } = picked.value;

  const changed = await changeTrekk(ports, input, async (db, trekk) => {
    const { act } = trekk;
    const state = act && nextActState(act.state, 'edit', act.what);
    if (act?.what.kind !== 'beslutning' || state !== 'utkast') return fail(failure('invalid-input'));
    const { content } = act.what;
    if (content.document) await emptyAttachment(db, content.document.uuid);
    const uuid = randomUUID();
    await insertAttachment(db, { uuid, trekkId: trekk.id, bytes });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const document = { uuid, fileName: name, sha256, bytes: bytes.length };
    return ok({
      change: { act: { ...act, state, what: { kind: 'beslutning', content: { ...content, document } } } },
      event: { event: 'edited', act: 'beslutning', detail: null },
    });
  });
  return changed.ok ? ok({ trekk: changed.value }) : changed;
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
