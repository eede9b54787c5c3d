import { osloDate } from '../../shared/dates.ts';
import { assess } from '../../shared/housing/assess.ts';
import type { Assessment } from '../../shared/housing/assessment.ts';
import type { Failure } from '../../shared/ipc/errors.ts';
import { ok, type Result } from '../../shared/result.ts';
import { ruleOn } from '../../shared/rules/housingRules.ts';
import { readRules } from '../storage/rules.ts';
import type { CasePorts } from './CasePorts.ts';
import { readCaseFile } from './caseFile.ts';

/** Holds the case against the municipality's rule for its decision date. Nothing is kept: it is worked out again each time. Errors: `not-found`. */
export const computeAssessment = (
  ports: CasePorts,
  { caseId }: { readonly caseId: string },
): Promise<Result<Assessment, Failure>> =>
  ports.store.read(async (db) => {
    const caseFile = await readCaseFile(db, caseId);
    if (!caseFile.ok) return caseFile;
    const rules = (await readRules(db)).map(({ rule }) => rule);
    const rule = ruleOn(rules, caseFile.value.decisionDate);
    return ok(assess(caseFile.value, rule, ports.environment, osloDate(ports.now())));
  });
