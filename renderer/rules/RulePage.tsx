import { ArrowLeftIcon } from '@navikt/aksel-icons';
import { BodyShort, Heading, Loader } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useRef } from 'react';
import { mayUse } from '../../shared/access.ts';
import { ruleOn } from '../../shared/rules/housingRules.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { rulesQuery } from '../data/rules.ts';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { usePageTitle } from '../ui/usePageTitle.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleStatusTag } from './RuleStatusTag.tsx';
import type { RuleList } from './RulesPage.tsx';
import { RuleView } from './RuleView.tsx';
import './rules.css';

/** One version: a form while it is a draft, a plain page when it is approved or one may only read. */
export function RulePage() {
  const { app, rules } = useText();
  const { ruleId, version } = useParams({ from: '/regler/$ruleId/$version' });
  const { data: list, error, refetch, isFetching } = useQuery(rulesQuery);
  usePageTitle(rules.versions.name(ruleId, Number(version)));
  const found = list?.rules.find(({ rule }) => rule.ruleId === ruleId && String(rule.version) === version);
  return (
    <div className="page rule-page">
      <Link to="/regler" className="back-link">
        <ArrowLeftIcon aria-hidden />
        {rules.page.back}
      </Link>
      {error && <ErrorNotice error={error.error} onRetry={() => void refetch()} />}
      {!found && isFetching && <Loader title={app.words.loading} />}
      {list && !found && !isFetching && <BodyShort>{rules.page.notFound}</BodyShort>}
      {list && found && <Version key={`${ruleId} ${version}`} list={list} {...found} />}
    </div>
  );
}

function Version({ list, rule, used }: RuleList['rules'][number] & { list: RuleList }) {
  const text = useText();
  const { roles, today } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const now = ruleOn(
    list.rules.map((one) => one.rule),
    today,
  );
  const inForce = now.ok && now.value.ruleId === rule.ruleId && now.value.version === rule.version;
  const editable = rule.approvedAt === null && !used && mayUse(roles, ['fagansvarlig']).allowed;
  return (
    <>
      <div className="rule-title">
        <Heading level="1" size="medium" ref={heading} tabIndex={-1}>
          {text.rules.versions.name(rule.ruleId, rule.version)}
        </Heading>
        <RuleStatusTag rule={rule} inForce={inForce} />
        <span className="subtle">
          {rule.municipality}: {rule.scheme}
        </span>
      </div>
      {editable ? (
        <RuleEditor list={list} rule={rule} heading={heading} />
      ) : (
        <RuleView list={list} rule={rule} used={used} />
      )}
    </>
  );
}
