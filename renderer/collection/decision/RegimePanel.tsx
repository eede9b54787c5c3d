import { useQuery } from '@tanstack/react-query';
import { formatDate, formatInstant } from '../../../shared/dates.ts';
import type { DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import { regimeRule } from '../../../shared/garnishment/regime.ts';
import { useText } from '../../app/SessionContext.tsx';
import { collectionSetupQuery } from '../../data/collectionSetup.ts';
import { Card } from '../../ui/Card.tsx';
import { useDebtor } from '../DebtorContext.tsx';
import { hasNewKind, isRunning, overviewOf } from '../information/trekkEntries.ts';

/** Which rules the decision falls under, why, and how old the lookup is. */
export function RegimePanel({ analysis: { regime, coordination } }: { analysis: DebtorAnalysis }) {
  const { decision } = useText();
  const { regime: words } = decision;
  const { lookups } = useDebtor();
  const { data: setup } = useQuery(collectionSetupQuery);
  const { rules, because, lookedUpAt, cutOver } = regime;
  const running = overviewOf(lookups)?.entries.filter((entry) => isRunning(entry, coordination)) ?? [];
  const said =
    because === 'lookup' && rules !== 'stop' ? words.lookupSaid[rules] : words.because[because](formatDate(cutOver));
  const at = lookedUpAt === null ? null : formatInstant(lookedUpAt);
  const note =
    at === null
      ? words.noLookup
      : because === 'unavailable'
        ? words.tried(at)
        : words.lookedUp(at, setup?.settings.regime.maxAgeHours ?? regimeRule.maxAgeHours);
  return (
    <Card title={words.title[rules]} note={note} className={`regime regime-${rules}`}>
      <p>
        {said} {words.means[rules]} {rules === 'new' && (hasNewKind(running) ? words.runsAlready : words.noTrekkYet)}
      </p>
    </Card>
  );
}
