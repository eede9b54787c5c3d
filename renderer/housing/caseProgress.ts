import type { Instant } from '../../shared/dates.ts';
import type { CaseFile, CaseStatus } from '../../shared/housing/caseFile.ts';

/** The steps of a case, in order. */
export type Step = 'household' | 'information' | 'assessment' | 'basis';

/** The route of each step. */
export const stepRoutes = {
  household: '/sak/$caseId/husstand',
  information: '/sak/$caseId/opplysninger',
  assessment: '/sak/$caseId/vurdering',
  basis: '/sak/$caseId/vedtaksgrunnlag',
} as const satisfies Record<Step, string>;

/** Which steps are done. Information: months and tax year were asked about for everyone who is looked up, and nothing failed. */
export function stepsDone({ members, lookups, documents }: CaseFile): Record<Step, boolean> {
  const lookedUp = members.filter(({ lookUp }) => lookUp);
  const asked = (id: string, months: boolean) =>
    lookups.some(({ memberId, source }) => memberId === id && (source === 'inntekt') === months);
  const fetched = lookedUp.every(({ id }) => asked(id, true) && asked(id, false));
  const failed = lookups.some(({ state }) => state === 'failed' || state === 'cancelled');
  const made = documents.length > 0;
  return {
    household: members.length > 0,
    information: lookedUp.length > 0 && fetched && !failed,
    assessment: made,
    basis: made,
  };
}

/** When the newest answer in the case was fetched; null when nothing was. */
export const newestFetch = ({ lookups }: Pick<CaseFile, 'lookups'>): Instant | null =>
  lookups.reduce<Instant | null>((newest, { at }) => (newest === null || at > newest ? at : newest), null);

/** What to do next in a case, from what its line in the list says. */
export function nextStep(summary: {
  readonly status: CaseStatus;
  readonly memberCount: number;
  readonly fetchedAt: Instant | null;
}): 'household' | 'fetch' | 'assess' | 'done' {
  if (summary.status === 'vedtaksgrunnlagLaget') return 'done';
  if (summary.memberCount === 0) return 'household';
  return summary.fetchedAt === null ? 'fetch' : 'assess';
}
