import { BodyShort } from '@navikt/ds-react';
import type { RefObject } from 'react';
import { formatDate } from '../../shared/dates.ts';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { validateRule } from '../../shared/rules/housingRules.ts';
import { mayDecide } from '../../shared/rules/rates.ts';
import { useSession, useText } from '../app/SessionContext.tsx';
import { useRuleCommand } from '../data/rules.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import type { Mistake } from '../ui/Mistakes.tsx';
import { StatusPanel } from '../ui/StatusPanel.tsx';
import { RemoveRule } from './RemoveRule.tsx';
import type { RuleList } from './RulesPage.tsx';
import { fieldIdOf } from './ruleForm.ts';

interface Props {
  readonly list: RuleList;
  /** The draft as typed, as far as it can be read. */
  readonly rule: HousingRule;
  /** What keeps the typed draft from being read; then it can't be judged either. */
  readonly mistakes: readonly Mistake[];
  readonly changed: boolean;
  readonly heading: RefObject<HTMLElement | null>;
}

/** Can the draft be approved, what is in the way, and the press that does it. */
export function RuleApproval({ list, rule, mistakes, changed, heading }: Props) {
  const text = useText();
  const { page, versions } = text.rules;
  const { environment, userName, persona } = useSession();
  const announce = useAnnounce();
  const approve = useRuleCommand('rules.approve');
  const approved = list.rules.map((one) => one.rule).filter(({ approvedAt }) => approvedAt !== null);
  const problems =
    mistakes.length > 0
      ? mistakes
      : validateRule(rule, approved).map(({ field, code }) => ({
          fieldId: fieldIdOf(field),
          sentence: page.problems[code],
        }));
  const ready = problems.length === 0;
  const doubtful = !mayDecide(rule.confidence, environment);
  const doubt = page.confidence(text.assessment.confidences[rule.confidence]);
  const name = versions.name(rule.ruleId, rule.version);
  const who = persona ? text.app.persona.people[persona].name : userName;
  return (
    <StatusPanel tone={ready && !doubtful ? 'info' : 'judge'} title={ready ? page.readyToApprove : page.notReady}>
      <ul>
        <li>{page.draftWhy}</li>
        {problems.map(({ fieldId, sentence }) => (
          <li key={`${fieldId} ${sentence}`}>
            <button type="button" className="text-button" onClick={() => document.getElementById(fieldId)?.focus()}>
              {sentence}
            </button>
          </li>
        ))}
        {doubtful && <li>{doubt}</li>}
        {ready && changed && <li>{page.saveFirst}</li>}
      </ul>
      {approve.error && <ErrorNotice error={approve.error.error} />}
      <div className="form-buttons">
        {ready && !changed && (
          <ConfirmDialog
            trigger={page.approve}
            triggerVariant="primary"
            title={page.approveTitle(name)}
            consequences={[
              validity(rule),
              page.approveConsequences.locked,
              page.approveConsequences.name(who),
              ...(doubtful ? [doubt] : []),
            ]}
            confirm={page.approveConfirm}
            pending={approve.isPending}
            returnFocusTo={heading}
            onConfirm={() =>
              approve.mutate(
                { ruleId: rule.ruleId, version: rule.version },
                { onSuccess: () => announce(page.approvedNow) },
              )
            }
          />
        )}
        <RemoveRule rule={rule} returnFocusTo={heading} />
      </div>
      {approve.isPending && <BodyShort role="status">{text.app.words.saving}</BodyShort>}
    </StatusPanel>
  );

  function validity({ validFrom, validTo }: HousingRule): string {
    const { from, fromTo } = page.approveConsequences;
    const first = validFrom === null ? '' : formatDate(validFrom);
    return validTo === null ? from(first) : fromTo(first, formatDate(validTo));
  }
}
