import { BodyShort, Button, Radio, RadioGroup, Textarea } from '@navikt/ds-react';
import { useEffect, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import type { Assessment } from '../../../shared/housing/assessment.ts';
import { basisHeading, type SentenceContext } from '../../../shared/text/assessmentSentences.ts';
import { useChoose } from '../../data/cases.ts';
import { type Draft, useDraft } from '../../data/drafts.ts';
import { parseDraft } from '../../data/parseDraft.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Mistakes } from '../../ui/Mistakes.tsx';
import { useCaseFile } from '../CaseContext.tsx';
import { CalculationSteps } from './CalculationSteps.tsx';
import { ChoiceValues, choiceFieldIds, choiceValues, readChoice } from './choiceForm.ts';

interface Props {
  readonly assessment: Assessment;
  readonly context: SentenceContext;
}

/** Which basis the decision stands on, and why; what is typed is kept as a draft. */
export function ChoiceForm(props: Props) {
  const { id } = useCaseFile();
  const draft = useDraft(`case:${id}:choice`);
  if (draft.stored === undefined) return null;
  return <Fields {...props} draft={draft} restored={parseDraft(ChoiceValues, draft.stored)} />;
}

function Fields({ assessment, context, draft, restored }: Props & { draft: Draft; restored: ChoiceValues | null }) {
  const { text } = context;
  const { choice: words, outcomes, next } = text.assessment;
  const caseFile = useCaseFile();
  const announce = useAnnounce();
  const command = useChoose(caseFile);
  const form = useForm<ChoiceValues>({ defaultValues: restored ?? choiceValues(caseFile.choice) });
  const [attempt, setAttempt] = useState(0);
  const values = form.watch();
  const { mistakes } = readChoice(values, text);
  const wrong = (fieldId: string) =>
    attempt > 0 ? mistakes.find((mistake) => mistake.fieldId === fieldId)?.sentence : undefined;
  const changed = JSON.stringify(values) !== JSON.stringify(choiceValues(caseFile.choice));
  const started = values.basis !== '' || values.reason !== '' || values.outcome !== '';

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: typed }) => draft.save(JSON.stringify(typed)),
      }),
    [form, draft.save],
  );

  const choose = (choice: typeof caseFile.choice) =>
    command.mutate(choice, {
      onSuccess: (saved) => {
        form.reset(choiceValues(saved.choice));
        draft.discard();
        setAttempt(0);
        announce(words.saved);
      },
    });
  const submit = () => {
    const read = readChoice(form.getValues(), text);
    setAttempt(attempt + 1);
    if (read.choice) choose(read.choice);
  };
  const mustChoose = assessment.concluded === 'maaVurderes';
  return (
    <Card title={words.title}>
      <form
        noValidate
        className="choice"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Mistakes mistakes={mistakes} attempt={attempt} />
        <Controller
          control={form.control}
          name="basis"
          render={({ field: { value, onChange } }) => (
            <RadioGroup
              id={choiceFieldIds.basis}
              legend={words.legend}
              hideLegend
              size="small"
              value={value}
              onChange={onChange}
              error={wrong(choiceFieldIds.basis)}
            >
              {assessment.bases.map(({ basis }) => (
                <Radio key={basis} value={basis}>
                  {basisHeading(context, basis)}
                </Radio>
              ))}
            </RadioGroup>
          )}
        />
        <Textarea
          {...form.register('reason')}
          id={choiceFieldIds.reason}
          label={words.reason}
          size="small"
          minRows={2}
          maxRows={6}
          error={wrong(choiceFieldIds.reason)}
        />
        {started && (
          <Controller
            control={form.control}
            name="outcome"
            render={({ field: { value, onChange } }) => (
              <RadioGroup
                legend={words.outcomeLegend}
                size="small"
                value={value}
                onChange={onChange}
                className="outcome-choice"
              >
                <Radio value="">{words.outcomeByRule}</Radio>
                <Radio value="innenfor">{outcomes.innenfor}</Radio>
                <Radio value="overGrensen">{outcomes.overGrensen}</Radio>
              </RadioGroup>
            )}
          />
        )}
        {command.error && <ErrorNotice error={command.error.error} onRetry={submit} />}
        <div className="form-buttons">
          {changed || mustChoose ? (
            <Button type="submit" size="small" loading={command.isPending}>
              {words.save}
            </Button>
          ) : (
            <LinkButton
              to="/sak/$caseId/vedtaksgrunnlag"
              params={{ caseId: caseFile.id }}
              variant={assessment.concluded === 'kanIkkeAvgjoeres' ? 'secondary' : 'primary'}
            >
              {next.toBasis}
            </LinkButton>
          )}
          <CalculationSteps assessment={assessment} context={context} />
          {caseFile.choice && !changed && (
            <Button type="button" size="small" variant="tertiary" onClick={() => choose(null)}>
              {words.remove}
            </Button>
          )}
        </div>
        {started && changed && <BodyShort size="small">{text.app.words.draftSaved}</BodyShort>}
      </form>
    </Card>
  );
}
