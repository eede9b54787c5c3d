import type { Coordination, DebtorAnalysis } from '../garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../garnishment/debtorCase.ts';
import { newestUtlegg } from '../garnishment/newestLookup.ts';
import type { UtleggOverview } from './overview.ts';
import type { Samordning } from './trekkContent.ts';

type Relation = Coordination['entries'][number]['relation'];

const ASSESSMENT_LENGTH = 2000;

/**
 * The proof that we looked before the decision (utleggsdatabasen.md 6), from the case as it stands: the newest lookup, what was found, which
 * trekk were taken into account, and who must be told since ours goes before theirs. null while nothing is looked up.
 */
export function samordningOf(
  { lookups, choices }: Pick<DebtorCase, 'lookups' | 'choices'>,
  { coordination }: Pick<DebtorAnalysis, 'coordination'>,
): Samordning | null {
  const overview = newestUtlegg(lookups)?.utlegg ?? null;
  if (overview === null) return null;
  const trekk = trekkIn(overview, coordination);
  const running = trekk('own', 'better', 'equal', 'worse');
  return {
    lookupId: overview.lookupId,
    at: overview.at,
    conclusion:
      coordination.chosen === 'register-waiting'
        ? 'venterTilLedig'
        : trekk('own', 'better', 'equal').length > 0
          ? 'romEtterBedrePrioritet'
          : running.length > 0
            ? 'gaarForanDaarligerePrioritet'
            : 'ingenLoependeTrekk',
    considered: running.flatMap(({ id }) => id ?? []),
    told: [...new Set(trekk('worse').flatMap(({ authority }) => authority?.organisationNumber ?? []))],
    assessment: (choices.coordination?.reason ?? '').trim().slice(0, ASSESSMENT_LENGTH),
  };
}

const trekkIn =
  ({ entries }: UtleggOverview, coordination: Coordination) =>
  (...relations: readonly Relation[]) => {
    const refs = coordination.entries.filter(({ relation }) => relations.includes(relation)).map(({ ref }) => ref);
    return entries.filter((entry) => entry.kind === 'utleggstrekk').filter(({ ref }) => refs.includes(ref));
  };
