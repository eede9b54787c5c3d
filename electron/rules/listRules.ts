import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { housingRuleTemplates } from '../../shared/rules/housingRuleTemplates.ts';
import { grunnbeloep } from '../../shared/rules/rates.ts';
import { readRules } from '../storage/rules.ts';
import type { RulePorts } from './RulePorts.ts';

/** The municipality's rule versions, the published rules to begin from, and the grunnbeløp the program knows. */
export const listRules = (ports: RulePorts): Promise<Result<CallOutput<'rules.list'>, Failure>> =>
  ports.store.read(async (db) =>
    ok({
      rules: await readRules(db),
      templates: housingRuleTemplates(),
      grunnbeloep: grunnbeloep.map(({ amount, ...rest }) => ({ ...rest, amountKroner: amount })),
    }),
  );
