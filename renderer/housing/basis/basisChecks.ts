import type { Assessment } from '../../../shared/housing/assessment.ts';
import type { CaseFile } from '../../../shared/housing/caseFile.ts';
import { stepRoutes } from '../caseProgress.ts';

/** One thing that must be in place before the vedtaksgrunnlag is made, and where it is put right. */
export interface BasisCheck {
  readonly check: 'household' | 'informed' | 'fetched' | 'rule' | 'reason';
  readonly ok: boolean;
  readonly to: (typeof stepRoutes)[keyof typeof stepRoutes] | '/regler' | null;
}

/**
 * What the document needs. An outcome that needs judging must have been judged; that a case can't be decided may be documented, but not before
 * everything has been asked for.
 */
export function basisChecks(
  { members, lookups, informedHow, informedOn }: CaseFile,
  { rule, concluded }: Assessment,
): BasisCheck[] {
  const asked = members.filter(({ lookUp }) => lookUp);
  return [
    { check: 'household', ok: members.length > 0, to: stepRoutes.household },
    // The case details stand under the title on every step.
    { check: 'informed', ok: informedHow !== null && informedOn !== null, to: null },
    {
      check: 'fetched',
      ok: asked.every(({ id }) => lookups.some(({ memberId }) => memberId === id)),
      to: stepRoutes.information,
    },
    { check: 'rule', ok: rule !== null && rule.approvedAt !== null, to: '/regler' },
    { check: 'reason', ok: concluded !== 'maaVurderes', to: stepRoutes.assessment },
  ];
}
