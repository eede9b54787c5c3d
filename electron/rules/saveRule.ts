import { type Failure, failure } from '../../shared/ipc/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { putRule, readRule } from '../storage/rules.ts';
import type { RulePorts } from './RulePorts.ts';

/** Saves a draft version: approval is given by `approveRule` alone. Errors: `version-conflict` when the version is approved or used. */
export const saveRule = (
  ports: RulePorts,
  { rule }: { readonly rule: HousingRule },
): Promise<Result<Record<never, never>, Failure>> =>
  ports.store.write(async (db) => {
    const before = await readRule(db, rule.ruleId, rule.version);
    if (before && (before.used || before.rule.approvedAt !== null)) return fail(failure('version-conflict'));
    await putRule(db, { ...rule, approvedBy: null, approvedAt: null });
    return ok({});
  });
