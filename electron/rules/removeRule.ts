import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { deleteRule, readRule } from '../storage/rules.ts';
import type { RulePorts } from './RulePorts.ts';

/** Removes a version that no vedtaksgrunnlag rests on. Errors: `not-found`, `version-conflict` when it has been used. */
export const removeRule = (
  ports: RulePorts,
  { ruleId, version }: { readonly ruleId: string; readonly version: number },
): Promise<Result<Record<never, never>, Failure>> =>
  ports.store.write(async (db) => {
    const found = await readRule(db, ruleId, version);
    if (!found) return fail(failure('not-found'));
    if (found.used) return fail(failure('version-conflict'));
    await deleteRule(db, ruleId, version);
    return ok({});
  });
