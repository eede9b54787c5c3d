import { BodyShort, Button, Fieldset, Radio, RadioGroup, Select, TextField } from '@navikt/ds-react';
import { useEffect, useMemo, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { type CaseFile, informedWays, languages, legalGrounds, purposes } from '../../../shared/housing/caseFile.ts';
import type { CaseDetails } from '../../../shared/ipc/housingCalls.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { useSaveDetails } from '../../data/cases.ts';
import type { CallProblem } from '../../data/client.ts';
import { type Draft, useDraft } from '../../data/drafts.ts';
import { parseDraft } from '../../data/parseDraft.ts';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Mistakes } from '../../ui/Mistakes.tsx';
import { DetailsValues, detailsFieldIds, detailsOf, readDetails } from './detailsForm.ts';

/** Changes the details of a case that exists. */
export function CaseDetailsForm({ caseFile, onSaved }: { caseFile: CaseFile; onSaved: () => void }) {
  const { cases } = useText();
  const save = useSaveDetails(caseFile);
  return (
    <DetailsForm
      draftForm={`case:${caseFile.id}:details`}
      initial={detailsOf(caseFile)}
      submitLabel={cases.details.save}
      pending={save.isPending}
      problem={save.error}
      onSubmit={(details, saved) =>
        save.mutate(details, {
          onSuccess: () => {
            saved();
            onSaved();
          },
        })
      }
    />
  );
}

interface Props {
  readonly draftForm: string;
  readonly initial: DetailsValues;
  readonly submitLabel: string;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  /** `saved` forgets the draft; called when the details are safe. */
  readonly onSubmit: (details: CaseDetails, saved: () => void) => void;
}

/** Case number, legal ground, purpose, dates, målform, and how the applicant was informed. What is typed is kept as a draft. */
export function DetailsForm(props: Props) {
  const draft = useDraft(props.draftForm);
  if (draft.stored === undefined) return null;
  return <Fields {...props} draft={draft} restored={parseDraft(DetailsValues, draft.stored)} />;
}

function Fields({
  draft,
  initial,
  restored,
  submitLabel,
  pending,
  problem,
  onSubmit,
}: Props & { draft: Draft; restored: DetailsValues | null }) {
  const text = useText();
  const { today } = useSession();
  const { cases, app } = text;
  const form = useForm<DetailsValues>({ defaultValues: restored ?? initial });
  const [attempt, setAttempt] = useState(0);
  const values = form.watch();
  const { mistakes } = useMemo(() => readDetails(values, today, text), [values, today, text]);
  const wrong = (fieldId: string) =>
    attempt > 0 ? mistakes.find((mistake) => mistake.fieldId === fieldId)?.sentence : undefined;

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: typed }) => draft.save(JSON.stringify(typed)),
      }),
    [form, draft.save],
  );

  const changed = JSON.stringify(values) !== JSON.stringify(initial);
  const forget = () => {
    form.reset(initial);
    draft.discard();
  };

  const submit = () => {
    const read = readDetails(form.getValues(), today, text);
    setAttempt(attempt + 1);
    if (read.details) onSubmit(read.details, draft.discard);
  };

  return (
    <form
      className="details-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {restored && changed && (
        <BodyShort className="subtle">
          {app.words.draftRestored}{' '}
          <button type="button" className="text-button" onClick={forget}>
            {app.words.discardDraft}
          </button>
        </BodyShort>
      )}
      <Mistakes mistakes={mistakes} attempt={attempt} />
      <TextField
        {...form.register('caseNumber')}
        id={detailsFieldIds.caseNumber}
        label={cases.details.caseNumber}
        description={cases.details.caseNumberHint}
        size="small"
        autoComplete="off"
        maxLength={40}
        className="medium-field"
        error={wrong(detailsFieldIds.caseNumber)}
      />
      <div className="field-row">
        <Select {...form.register('purpose')} label={cases.details.purpose} size="small">
          {purposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {cases.purposes[purpose]}
            </option>
          ))}
        </Select>
        <Select {...form.register('legalGround')} label={cases.details.legalGround} size="small">
          {legalGrounds.map((ground) => (
            <option key={ground} value={ground}>
              {cases.legalGrounds[ground]}
            </option>
          ))}
        </Select>
      </div>
      <div className="field-row">
        <Controller
          control={form.control}
          name="decisionDate"
          render={({ field: { value, onChange } }) => (
            <DateField
              id={detailsFieldIds.decisionDate}
              label={cases.details.decisionDate}
              description={cases.details.decisionDateHint}
              value={value}
              onChange={onChange}
              error={wrong(detailsFieldIds.decisionDate)}
            />
          )}
        />
        <Controller
          control={form.control}
          name="language"
          render={({ field: { value, onChange } }) => (
            <RadioGroup legend={cases.details.language} size="small" value={value} onChange={onChange}>
              <div className="radio-row">
                {languages.map((language) => (
                  <Radio key={language} value={language}>
                    {cases.languages[language]}
                  </Radio>
                ))}
              </div>
            </RadioGroup>
          )}
        />
      </div>
      <Fieldset legend={cases.details.informed} description={cases.details.informedHint} size="small">
        <div className="field-row">
          <Select {...form.register('informedHow')} label={cases.details.informedHow} size="small">
            <option value="">{cases.details.informedNotYet}</option>
            {informedWays.map((way) => (
              <option key={way} value={way}>
                {cases.informedWays[way]}
              </option>
            ))}
          </Select>
          {values.informedHow !== '' && (
            <Controller
              control={form.control}
              name="informedOn"
              render={({ field: { value, onChange } }) => (
                <DateField
                  id={detailsFieldIds.informedOn}
                  label={cases.details.informedOn}
                  value={value}
                  onChange={onChange}
                  error={wrong(detailsFieldIds.informedOn)}
                />
              )}
            />
          )}
        </div>
      </Fieldset>
      {problem && <ErrorNotice error={problem.error} />}
      <div className="form-buttons">
        <Button type="submit" size="small" loading={pending}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}
