import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { ruleFile } from '../../shared/rules/ruleFile.ts';
import { readRules } from '../storage/rules.ts';
import type { RulePorts, SaveFile } from './RulePorts.ts';

/** Writes every version to a rule file where the user says; null when the dialog is closed. */
export async function exportRules(
  ports: RulePorts & { readonly saveFile: SaveFile },
): Promise<Result<{ path: string | null }, Failure>> {
  const rules = await ports.store.read(async (db) => ok((await readRules(db)).map(({ rule }) => rule)));
  if (!rules.ok) return rules;
  const saved = await ports.saveFile('saksbord-boligregler.json', ruleFile(rules.value));
  return saved.ok ? ok({ path: saved.value }) : saved;
}
