import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { validateRule } from '../../shared/rules/housingRules.ts';
import { putRule, readRule, readRules } from '../storage/rules.ts';
import type { RulePorts } from './RulePorts.ts';

/**
 * Lets a draft decide cases, in the name of who is at the desk. Errors: `not-found`; `version-conflict` when it is approved already;
 * `invalid-input` when `validateRule` finds something to mend.
 */
export const approveRule = (
  ports: RulePorts,
  { ruleId, version }: { readonly ruleId: string; readonly version: number },
): Promise<Result<Record<never, never>, Failure>> =>
  ports.store.write(async (db) => {
    const draft = await readRule(db, ruleId, version);
    if (!draft) return fail(failure('not-found'));
    if (draft.rule.approvedAt !== null) return fail(failure('version-conflict'));
    const approved = (await readRules(db)).map(({ rule }) => rule).filter((rule) => rule.approvedAt !== null);
    if (validateRule(draft.rule, approved).length > 0) return fail(failure('invalid-input'));
    await putRule(db, { ...draft.rule, approvedBy: ports.actor().userName, approvedAt: ports.now() });
    return ok({});
  });
