import type { Instant } from '../../shared/dates.ts';
import type { DebtorAnalysis } from '../../shared/garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../../shared/garnishment/debtorCase.ts';
import type { DebtorLookup } from '../../shared/garnishment/debtorLookup.ts';
import type { TrekkSummary } from '../../shared/ipc/trekkCalls.ts';

/** The steps of a debtor's case, in order. */
export type Step = 'claims' | 'information' | 'decision' | 'registration';
export const steps: readonly Step[] = ['claims', 'information', 'decision', 'registration'];

/** The route of each step. */
export const stepRoutes = {
  claims: '/innkreving/sak/$caseId/krav',
  information: '/innkreving/sak/$caseId/opplysninger',
  decision: '/innkreving/sak/$caseId/beslutning',
  registration: '/innkreving/sak/$caseId/registrering',
} as const satisfies Record<Step, string>;

const ended = ({ state }: DebtorLookup): boolean => state === 'failed' || state === 'cancelled';

/** Which steps are done. `analysis` null: not known yet. A registration is done when an authority has a trekk of the case and nothing is under way. */
export function stepsDone(
  { claims, notices, household, lookups }: DebtorCase,
  analysis: DebtorAnalysis | null,
  trekk: readonly Pick<TrekkSummary, 'act'>[] = [],
): Record<Step, boolean> {
  return {
    claims: claims.length > 0 && notices.length > 0 && household !== null,
    information: lookups.length > 0 && (analysis ? analysis.sourcesToFetch.length === 0 : !lookups.some(ended)),
    decision: analysis?.mayDecide ?? false,
    registration: trekk.length > 0 && trekk.every(({ act }) => act === null),
  };
}

/** When the newest answer in the case was fetched; null when nothing was. */
export const newestAnswer = ({ lookups }: Pick<DebtorCase, 'lookups'>): Instant | null =>
  lookups
    .filter((lookup) => !ended(lookup))
    .reduce<Instant | null>((newest, { at }) => (newest === null || at > newest ? at : newest), null);

/** What to do next in a case, from what its line in the list says. */
export function nextStep(summary: {
  readonly claimCount: number;
  readonly fetchedAt: Instant | null;
}): 'claims' | 'fetch' | 'decide' {
  if (summary.claimCount === 0) return 'claims';
  return summary.fetchedAt === null ? 'fetch' : 'decide';
}
