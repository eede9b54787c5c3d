import { BodyShort, Heading, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { mayUse } from '../../shared/access.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { rulesQuery } from '../data/rules.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { GrunnbeloepCard } from './GrunnbeloepCard.tsx';
import { NewRule } from './NewRule.tsx';
import { RuleFileCard } from './RuleFileCard.tsx';
import { RuleInForce } from './RuleInForce.tsx';
import { VersionTable } from './VersionTable.tsx';
import './rules.css';

export type RuleList = CallOutput<'rules.list'>;

export function RulesPage() {
  const { app, rules } = useText();
  const { roles } = useSession();
  const { data: list, error, refetch } = useQuery(rulesQuery);
  const mayEdit = mayUse(roles, ['fagansvarlig']).allowed;
  usePageTitle(app.nav.rules);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <Heading level="1" size="medium">
            {app.nav.rules}
          </Heading>
          <BodyShort>{rules.intro}</BodyShort>
        </div>
        {list && mayEdit && <NewRule list={list} />}
      </div>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!list && !error && <Loader title={app.words.loading} />}
      {list && (
        <div className="with-side">
          <div className="evidence">
            {list.rules.length === 0 ? (
              <EmptyState
                title={rules.versions.empty.title}
                explained={mayEdit ? rules.versions.empty.explained : rules.versions.empty.notYours}
              />
            ) : (
              <VersionTable rules={list.rules} />
            )}
            <GrunnbeloepCard rows={list.grunnbeloep} />
          </div>
          <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
            <RuleInForce rules={list.rules.map(({ rule }) => rule)} />
            <RuleFileCard mayImport={mayEdit} empty={list.rules.length === 0} />
          </aside>
        </div>
      )}
    </div>
  );
}
