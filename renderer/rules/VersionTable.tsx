import { PadlockLockedIcon } from '@navikt/aksel-icons';
import { BodyShort } from '@navikt/ds-react';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../shared/dates.ts';
import { ruleOn } from '../../shared/rules/housingRules.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { Card } from '../ui/Card.tsx';
import { RuleStatusTag } from './RuleStatusTag.tsx';
import type { RuleList } from './RulesPage.tsx';
import { incomeLimitSentence, validitySentence } from './ruleSentences.ts';
import { newestFirst } from './ruleVersions.ts';

/** Every version the municipality has, drafts among them. */
export function VersionTable({ rules }: { rules: RuleList['rules'] }) {
  const { versions } = useText().rules;
  return (
    <Card title={versions.title}>
      <section className="scroll-x" aria-label={versions.caption}>
        <table className="figures rule-versions">
          <caption className="aksel-sr-only">{versions.caption}</caption>
          <thead>
            <tr>
              {(['rule', 'validity', 'limit', 'status'] as const).map((column) => (
                <th key={column} scope="col">
                  {versions.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {newestFirst(rules).map((one) => (
              <VersionRow key={`${one.rule.ruleId} ${one.rule.version}`} {...one} rules={rules} />
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  );
}

function VersionRow({ rule, used, rules }: RuleList['rules'][number] & { rules: RuleList['rules'] }) {
  const text = useText();
  const { today } = useSession();
  const { versions } = text.rules;
  const { ruleId, version, approvedBy, approvedAt } = rule;
  const now = ruleOn(
    rules.map((one) => one.rule),
    today,
  );
  const inForce = now.ok && now.value.ruleId === ruleId && now.value.version === version;
  return (
    <tr>
      <th scope="row">
        <Link to="/regler/$ruleId/$version" params={{ ruleId, version: String(version) }} className="row-link">
          {versions.name(ruleId, version)}
        </Link>
        <BodyShort size="small">
          {rule.municipality}: {rule.scheme}
        </BodyShort>
        <BodyShort size="small" className="subtle">
          {versions.columns.source}: {rule.source} ({text.assessment.confidences[rule.confidence]})
        </BodyShort>
      </th>
      <td>{validitySentence(rule, text)}</td>
      <td>{incomeLimitSentence(rule, text)}</td>
      <td>
        <RuleStatusTag rule={rule} inForce={inForce} />
        {approvedBy && approvedAt && (
          <BodyShort size="small" className="subtle">
            {versions.approvedBy(approvedBy, formatInstant(approvedAt))}
          </BodyShort>
        )}
        {used && (
          <BodyShort size="small" className="subtle used">
            <PadlockLockedIcon aria-hidden /> {versions.status.used}
          </BodyShort>
        )}
      </td>
    </tr>
  );
}
