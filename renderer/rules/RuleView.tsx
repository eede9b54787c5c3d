import { BodyShort, Button } from '@navikt/ds-react';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { mayUse } from '../../shared/access.ts';
import { formatInstant } from '../../shared/dates.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { formatPercent } from '../../shared/text/formatPercent.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { useRuleCommand } from '../data/rules.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { Card } from '../ui/Card.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { StatusPanel } from '../ui/StatusPanel.tsx';
import { codeChoice } from './codeChoices.ts';
import { LimitRows } from './LimitRows.tsx';
import { RemoveRule } from './RemoveRule.tsx';
import type { RuleList } from './RulesPage.tsx';
import { limitSentence, validitySentence } from './ruleSentences.ts';
import { copyOf } from './ruleVersions.ts';

interface Props {
  readonly list: RuleList;
  readonly rule: HousingRule;
  readonly used: boolean;
}

/** A version that can't be changed, in full. */
export function RuleView({ list, rule, used }: Props) {
  const { app } = useText();
  return (
    <div className="with-side">
      <div className="evidence">
        <Facts rule={rule} />
      </div>
      <aside className="side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        <WhatCanBeDone list={list} rule={rule} used={used} />
      </aside>
    </div>
  );
}

function Facts({ rule }: { rule: HousingRule }) {
  const text = useText();
  const { form, view, versions } = text.rules;
  const { wealthLimit, windows, treatments } = rule;
  const bases = [...windows.map((months) => form.windowNames[months]), ...(rule.useTaxYear ? [form.useTaxYear] : [])];
  return (
    <>
      <Card title={form.rule}>
        <dl className="facts">
          <dt>{versions.columns.validity}</dt>
          <dd>{validitySentence(rule, text)}</dd>
          <dt>{form.source}</dt>
          <dd>{rule.source}</dd>
          <dt>{view.confidence}</dt>
          <dd>{text.assessment.confidences[rule.confidence]}</dd>
          <dt>{view.windows}</dt>
          <dd>{bases.join(' · ')}</dd>
          <dt>{view.deviation}</dt>
          <dd>{view.percent(formatPercent(rule.deviationThreshold))}</dd>
          <dt>{view.age}</dt>
          <dd>{view.years(rule.countMembersFromAge)}</dd>
          <dt>{form.wealthLimit}</dt>
          <dd>
            {wealthLimit
              ? `${limitSentence(wealthLimit.limit, text)}, ${form.wealthBases[wealthLimit.basis].toLowerCase()}`
              : view.noWealthLimit}
          </dd>
        </dl>
      </Card>
      <Card title={form.incomeLimit}>
        <LimitRows rule={rule} />
      </Card>
      <Card title={form.treatments} note={treatments.length > 0 && form.treatmentsNote(treatments.length)}>
        {treatments.length === 0 ? (
          <BodyShort>{view.noTreatments}</BodyShort>
        ) : (
          <dl className="facts">
            {treatments.map(({ key, treatment }) => (
              <div key={key} className="fact">
                <dt>
                  {codeChoice(key)?.label ?? form.unknownCode} <code>{key}</code>
                </dt>
                <dd>{form.treatmentNames[treatment]}</dd>
              </div>
            ))}
          </dl>
        )}
      </Card>
      <Card title={view.notes}>
        <BodyShort className="notes">{rule.notes || view.noNotes}</BodyShort>
      </Card>
    </>
  );
}

function WhatCanBeDone({ list, rule, used }: Props) {
  const { page, versions } = useText().rules;
  const { roles } = useSession();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const save = useRuleCommand('rules.save');
  const panel = useRef<HTMLDivElement>(null);
  const mayEdit = mayUse(roles, ['fagansvarlig']).allowed;
  const draft = rule.approvedAt === null;
  const copy = () => {
    const next = copyOf(
      rule,
      list.rules.map((one) => one.rule),
    );
    save.mutate(
      { rule: next },
      {
        onSuccess: () => {
          announce(page.copied(versions.name(next.ruleId, next.version)));
          void navigate({
            to: '/regler/$ruleId/$version',
            params: { ruleId: next.ruleId, version: String(next.version) },
          });
        },
      },
    );
  };
  return (
    <StatusPanel tone="info" title={draft ? page.draft : page.approved}>
      <ul>
        {rule.approvedBy && rule.approvedAt && (
          <li>{versions.approvedBy(rule.approvedBy, formatInstant(rule.approvedAt))}</li>
        )}
        <li>{draft ? page.draftWhy : page.approvedWhy}</li>
        {used && <li>{page.used}</li>}
        {!mayEdit && <li>{page.readOnly}</li>}
      </ul>
      {save.error && <ErrorNotice error={save.error.error} onRetry={copy} />}
      {mayEdit && (
        <div className="form-buttons" ref={panel} tabIndex={-1}>
          <Button size="small" loading={save.isPending} onClick={copy}>
            {page.copy}
          </Button>
          {!used && <RemoveRule rule={rule} returnFocusTo={panel} />}
        </div>
      )}
    </StatusPanel>
  );
}
