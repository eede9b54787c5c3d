import {
  BodyShort,
  Button,
  Checkbox,
  CheckboxGroup,
  Fieldset,
  Radio,
  RadioGroup,
  Select,
  TextField,
} from '@navikt/ds-react';
import { type Ref, useEffect, useImperativeHandle, useMemo, useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { parseIsoDate } from '../../../shared/dates.ts';
import { type DebtorCase, debtorPurposes } from '../../../shared/garnishment/debtorCase.ts';
import { collectionGrounds, isGroundOn } from '../../../shared/garnishment/legalGrounds.ts';
import { languages } from '../../../shared/housing/caseFile.ts';
import { useSession, useText } from '../../app/SessionContext.tsx';
import { type CallProblem, client } from '../../data/client.ts';
import { useSaveDebtorDetails } from '../../data/debtors.ts';
import { type Draft, useDraft } from '../../data/drafts.ts';
import { parseDraft } from '../../data/parseDraft.ts';
import { DateField } from '../../ui/DateField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Mistakes } from '../../ui/Mistakes.tsx';
import { NationalIdField } from '../../ui/NationalIdField.tsx';
import { conditions, DetailsValues, detailsFieldIds, detailsOf, readDetails } from './debtorDetailsForm.ts';

/** Changes the details of a case that exists. */
export function DebtorDetailsForm({ debtor, onSaved }: { debtor: DebtorCase; onSaved: () => void }) {
  const { collection } = useText();
  const save = useSaveDebtorDetails(debtor);
  return (
    <DetailsForm
      draftForm={`debtor:${debtor.id}:details`}
      initial={detailsOf(debtor)}
      stored={{ maskedId: debtor.maskedId, reveal: () => client['collection.reveal']({ caseId: debtor.id }) }}
      submitLabel={collection.details.save}
      pending={save.isPending}
      problem={save.error}
      onSubmit={(input, saved) =>
        save.mutate(input, {
          onSuccess: () => {
            saved();
            onSaved();
          },
        })
      }
    />
  );
}

/** What the page around the form may do to it. */
export interface DetailsFormHandle {
  readonly setNumber: (nationalId: string) => void;
}

interface Props {
  readonly draftForm: string;
  readonly initial: DetailsValues;
  /** The number that is kept while none is typed; null for a new case. */
  readonly stored: { readonly maskedId: string; readonly reveal: () => Promise<{ nationalId: string }> } | null;
  readonly submitLabel: string;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  /** `saved` forgets the draft; called when the details are safe. */
  readonly onSubmit: (input: NonNullable<ReturnType<typeof readDetails>['input']>, saved: () => void) => void;
  readonly onNumber?: (typedId: string) => void;
  readonly ref?: Ref<DetailsFormHandle>;
}

/** Debtor, case number, purpose, legal grounds, date, målform, and what was checked outside the registers. What is typed is kept as a draft. */
export function DetailsForm(props: Props) {
  const draft = useDraft(props.draftForm, 'collection');
  if (draft.stored === undefined) return null;
  const restored = parseDraft(DetailsValues, draft.stored);
  return <Fields {...props} draft={draft} initial={restored ?? props.initial} restored={restored !== null} />;
}

function Fields(props: Props & { draft: Draft; restored: boolean }) {
  const { draft, initial, restored, stored, submitLabel, pending, problem, onSubmit, onNumber, ref } = props;
  const text = useText();
  const { environment } = useSession();
  const { details: words, purposes, legalGrounds, legalGroundsExplained } = text.collection;
  const form = useForm<DetailsValues>({ defaultValues: initial });
  const [attempt, setAttempt] = useState(0);
  const values = form.watch();
  const { mistakes } = useMemo(
    () => readDetails(values, stored !== null, environment, text),
    [values, stored, environment, text],
  );
  const wrong = (fieldId: string) =>
    attempt > 0 ? mistakes.find((mistake) => mistake.fieldId === fieldId)?.sentence : undefined;
  const decisionDate = parseIsoDate(values.decisionDate);

  useImperativeHandle(ref, () => ({ setNumber: (nationalId) => form.setValue('typedId', nationalId) }), [form]);
  useEffect(() => onNumber?.(values.typedId), [onNumber, values.typedId]);
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: typed }) => draft.save(JSON.stringify(typed)),
      }),
    [form, draft.save],
  );

  const submit = () => {
    const read = readDetails(form.getValues(), stored !== null, environment, text);
    setAttempt(attempt + 1);
    if (read.input) onSubmit(read.input, draft.discard);
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
      {restored && <BodyShort className="subtle">{text.app.words.draftRestored}</BodyShort>}
      <Mistakes mistakes={mistakes} attempt={attempt} />
      <div className="debtor-field">
        <NationalIdField
          id={detailsFieldIds.nationalId}
          member={words.debtor.toLowerCase()}
          stored={stored?.maskedId ?? null}
          typed={values.typedId}
          onType={(typed) => form.setValue('typedId', typed)}
          revealStored={async () => (stored ? (await stored.reveal()).nationalId : '')}
          mistake={wrong(detailsFieldIds.nationalId)}
        />
        {stored && values.typedId !== '' && (
          <BodyShort size="small" className="subtle">
            {words.newNumberForgets}
          </BodyShort>
        )}
      </div>
      <TextField
        {...form.register('caseNumber')}
        id={detailsFieldIds.caseNumber}
        label={words.caseNumber}
        description={words.caseNumberHint}
        size="small"
        autoComplete="off"
        maxLength={40}
        className="medium-field"
        error={wrong(detailsFieldIds.caseNumber)}
      />
      <div className="field-row">
        <Select {...form.register('purpose')} label={words.purpose} size="small">
          {debtorPurposes.map((purpose) => (
            <option key={purpose} value={purpose}>
              {purposes[purpose]}
            </option>
          ))}
        </Select>
        <Controller
          control={form.control}
          name="decisionDate"
          render={({ field: { value, onChange } }) => (
            <DateField
              id={detailsFieldIds.decisionDate}
              label={words.decisionDate}
              description={words.decisionDateHint}
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
            <RadioGroup legend={words.language} size="small" value={value} onChange={onChange}>
              <div className="radio-row">
                {languages.map((language) => (
                  <Radio key={language} value={language}>
                    {text.cases.languages[language]}
                  </Radio>
                ))}
              </div>
            </RadioGroup>
          )}
        />
      </div>
      <Controller
        control={form.control}
        name="legalGrounds"
        render={({ field: { value, onChange } }) => (
          <CheckboxGroup
            id={detailsFieldIds.legalGrounds}
            legend={words.legalGrounds}
            size="small"
            value={value}
            onChange={onChange}
            error={wrong(detailsFieldIds.legalGrounds)}
          >
            {collectionGrounds.map((ground) => {
              const offDate = decisionDate !== null && value.includes(ground) && !isGroundOn(ground, decisionDate);
              return (
                <Checkbox
                  key={ground}
                  value={ground}
                  {...(offDate && { description: words.notOnDate })}
                >{`${legalGrounds[ground]}, ${legalGroundsExplained[ground]}`}</Checkbox>
              );
            })}
          </CheckboxGroup>
        )}
      />
      <Fieldset legend={words.condition} description={words.conditionHint} size="small">
        <div className="field-row">
          {conditions.map((condition) => (
            <Select
              key={condition}
              {...form.register(`condition.${condition}`)}
              label={words.conditions[condition]}
              size="small"
            >
              <option value="">{words.notChecked}</option>
              <option value="yes">{text.app.words.yes}</option>
              <option value="no">{text.app.words.no}</option>
            </Select>
          ))}
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
