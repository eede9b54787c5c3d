import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { deleteDraft } from '../storage/drafts.ts';
import type { CasePorts } from './CasePorts.ts';

/** Forgets what was typed in a form: it was saved or emptied. */
export const discardDraft = (
  ports: CasePorts,
  { form }: { readonly form: string },
): Promise<Result<Record<never, never>, Failure>> =>
  ports.store.write(async (db) => {
    await deleteDraft(db, form);
    return ok({});
  });
