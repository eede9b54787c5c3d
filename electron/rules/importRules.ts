import { isDeepStrictEqual } from 'node:util';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { parseRuleFile } from '../../shared/rules/ruleFile.ts';
import { putRule, readRule } from '../storage/rules.ts';
import type { PickFile, RulePorts } from './RulePorts.ts';

/**
 * Adds the versions of a rule file as drafts. A version that is here already is left as it is when it says the same; when it says something
 * else that is a problem (`version-taken`), like anything the file gets wrong, and then nothing is added.
 */
export async function importRules(
  ports: RulePorts & { readonly pickFile: PickFile },
): Promise<Result<CallOutput<'rules.import'>, Failure>> {
  const picked = await ports.pickFile();
  if (!picked.ok) return picked;
  if (picked.value === null) return ok({ state: 'cancelled' });
  const parsed = parseRuleFile(picked.value);
  if (!parsed.ok) return ok({ state: 'refused', problems: parsed.error });
  const rules = parsed.value;

  return ports.store.write<CallOutput<'rules.import'>>(async (db) => {
    const problems: { field: string; code: string }[] = [];
    const added: HousingRule[] = [];
    for (const [index, rule] of rules.entries()) {
      const here = await readRule(db, rule.ruleId, rule.version);
      if (!here) added.push(rule);
      else if (!saysTheSame(here.rule, rule))
        problems.push({ field: `rules[${index}].version`, code: 'version-taken' });
    }
    if (problems.length > 0) return ok({ state: 'refused', problems });
    for (const rule of added) await putRule(db, rule);
    return ok({ state: 'imported', count: added.length });
  });
}

/** Who approved it, and when, is not part of what a rule says; a file's approvals count for nothing. */
const saysTheSame = (here: HousingRule, inFile: HousingRule): boolean =>
  isDeepStrictEqual({ ...here, approvedBy: null, approvedAt: null }, inFile);
