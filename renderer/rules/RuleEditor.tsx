import { BodyShort, Button } from '@navikt/ds-react';
import { type RefObject, useEffect, useMemo, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import type { HousingRule } from '../../shared/rules/housingRule.ts';
import { useText } from '../app/SessionContext.tsx';
import { type Draft, useDraft } from '../data/drafts.ts';
import { parseDraft } from '../data/parseDraft.ts';
import { useRuleCommand } from '../data/rules.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { ErrorNotice } from '../ui/ErrorNotice.tsx';
import { Mistakes } from '../ui/Mistakes.tsx';
import { BasisSection } from './BasisSection.tsx';
import { FactsSection } from './FactsSection.tsx';
import { IncomeLimitSection } from './IncomeLimitSection.tsx';
import { MistakesContext } from './MistakesContext.tsx';
import { RuleApproval } from './RuleApproval.tsx';
import type { RuleList } from './RulesPage.tsx';
import { RuleValues, readRule, valuesOf } from './ruleForm.ts';
import { TreatmentsSection } from './TreatmentsSection.tsx';
import { WealthSection } from './WealthSection.tsx';

interface Props {
  readonly list: RuleList;
  readonly rule: HousingRule;
  /** The page's heading, where the focus goes when the form is gone. */
  readonly heading: RefObject<HTMLElement | null>;
}

/** Edits a draft version. What is typed and not saved is kept, also through locking and leaving. */
export function RuleEditor(props: Props) {
  const draft = useDraft(`rule:${props.rule.ruleId}:${props.rule.version}`);
  if (draft.stored === undefined) return null;
  return <Fields {...props} draft={draft} restored={parseDraft(RuleValues, draft.stored)} />;
}

function Fields({ list, rule, heading, draft, restored }: Props & { draft: Draft; restored: RuleValues | null }) {
  const text = useText();
  const { app, rules } = text;
  const announce = useAnnounce();
  const save = useRuleCommand('rules.save');
  const form = useForm<RuleValues>({ defaultValues: restored ?? valuesOf(rule) });
  const [attempt, setAttempt] = useState(0);
  const [showRestored, setShowRestored] = useState(restored !== null);
  const values = form.watch();
  const read = useMemo(() => readRule(values, rule, text), [values, rule, text]);
  const changed = JSON.stringify(values) !== JSON.stringify(valuesOf(rule));

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: typed }) => draft.save(JSON.stringify(typed)),
      }),
    [form, draft.save],
  );

  const goBackTo = (saved: HousingRule) => {
    form.reset(valuesOf(saved));
    draft.discard();
    setAttempt(0);
    setShowRestored(false);
  };
  const submit = () => {
    const { rule: typed } = readRule(form.getValues(), rule, text);
    setAttempt(attempt + 1);
    if (!typed) return;
    save.mutate(
      { rule: typed },
      {
        onSuccess: () => {
          goBackTo(typed);
          announce(rules.form.saved);
        },
      },
    );
  };

  return (
    <div className="with-side">
      <FormProvider {...form}>
        <MistakesContext value={attempt > 0 ? read.mistakes : []}>
          <form
            className="evidence rule-form"
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              submit();
            }}
          >
            {showRestored && changed && (
              <div className="form-buttons">
                <BodyShort size="small" className="subtle">
                  {rules.form.restored}
                </BodyShort>
                <Button type="button" size="xsmall" variant="tertiary" onClick={() => goBackTo(rule)}>
                  {rules.form.discard}
                </Button>
              </div>
            )}
            <Mistakes mistakes={read.mistakes} attempt={attempt} />
            <FactsSection />
            <IncomeLimitSection />
            <WealthSection />
            <BasisSection />
            <TreatmentsSection />
            {save.error &&
              (save.error.error.code === 'version-conflict' ? (
                <BodyShort role="alert" weight="semibold">
                  {rules.page.changedElsewhere}
                </BodyShort>
              ) : (
                <ErrorNotice error={save.error.error} onRetry={submit} />
              ))}
            <div className="form-buttons rule-save-bar">
              <Button type="submit" size="small" variant={changed ? 'primary' : 'secondary'} loading={save.isPending}>
                {rules.form.save}
              </Button>
              <BodyShort size="small" className="subtle">
                {changed ? rules.form.unsaved : rules.form.allSaved}
              </BodyShort>
            </div>
          </form>
        </MistakesContext>
      </FormProvider>
      <aside className="side rule-side" data-area tabIndex={-1} aria-label={app.answerPanel}>
        <RuleApproval
          list={list}
          rule={read.rule ?? rule}
          mistakes={read.mistakes}
          changed={changed}
          heading={heading}
        />
      </aside>
    </div>
  );
}
