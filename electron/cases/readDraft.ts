import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { getDraft } from '../storage/drafts.ts';
import type { CasePorts } from './CasePorts.ts';

/** What was typed in a form and not saved; nulls when there is nothing. */
export const readDraft = (
  ports: CasePorts,
  { form }: { readonly form: string },
): Promise<Result<CallOutput<'draft.read'>, Failure>> =>
  ports.store.read(async (db) => {
    const draft = await getDraft(db, form);
    return ok({ value: draft?.value ?? null, savedAt: draft?.savedAt ?? null });
  });
