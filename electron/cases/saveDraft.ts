import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { putDraft } from '../storage/drafts.ts';
import type { CasePorts } from './CasePorts.ts';

/** Keeps what is typed in a form and not yet saved; on the disk when this returns. */
export const saveDraft = (
  ports: CasePorts,
  { form, value }: { readonly form: string; readonly value: string },
): Promise<Result<Record<never, never>, Failure>> =>
  ports.store.write(async (db) => {
    await putDraft(db, { form, value, savedAt: ports.now() });
    return ok({});
  });
