import { Tag } from '@navikt/ds-react';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { useText } from '../app/SessionContext.tsx';

/** Draft, approved, or the one that decides cases today. */
export function RuleStatusTag({ rule, inForce }: { rule: HousingRule; inForce: boolean }) {
  const { status } = useText().rules.versions;
  if (rule.approvedAt === null) {
    return (
      <Tag size="xsmall" variant="moderate" data-color="warning">
        {status.draft}
      </Tag>
    );
  }
  return (
    <Tag size="xsmall" variant="moderate" data-color={inForce ? 'success' : 'neutral'}>
      {inForce ? status.inForce : status.approved}
    </Tag>
  );
}
