import { BodyShort, Button, Radio, RadioGroup, Select, Textarea, TextField } from '@navikt/ds-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import type { Coordination, DebtorAnalysis } from '../../../shared/garnishment/debtorAnalysis.ts';
import { spouseMethods } from '../../../shared/garnishment/room.ts';
import { formatPercent } from '../../../shared/text/formatPercent.ts';
import { useText } from '../../app/SessionContext.tsx';
import { collectionSetupQuery } from '../../data/collectionSetup.ts';
import { useSaveChoices } from '../../data/debtors.ts';
import { type Draft, useDraft } from '../../data/drafts.ts';
import { parseDraft } from '../../data/parseDraft.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Card } from '../../ui/Card.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Mistakes } from '../../ui/Mistakes.tsx';
import { useDebtor } from '../DebtorContext.tsx';
import { payerText } from '../information/payerText.ts';
import { ChoicesValues, choiceFieldIds, choicesValues, OTHER_PAYER, readChoices } from './choicesForm.ts';

/** What the officer decides: what is done about the trekk that are there, who shall deduct, and how the size is set. */
export function ChoicesForm({ analysis }: { analysis: DebtorAnalysis }) {
  const { id } = useDebtor();
  const draft = useDraft(`debtor:${id}:choices`, 'collection');
  if (draft.stored === undefined) return null;
  return <Fields analysis={analysis} draft={draft} restored={parseDraft(ChoicesValues, draft.stored)} />;
}

interface FieldsProps {
  readonly analysis: DebtorAnalysis;
  readonly draft: Draft;
  readonly restored: ChoicesValues | null;
}

function Fields({ analysis, draft, restored }: FieldsProps) {
  const text = useText();
  const { summary: words } = text.decision;
  const debtor = useDebtor();
  const announce = useAnnounce();
  const save = useSaveChoices(debtor);
  const { coordination, regime, payers } = analysis;
  const found = payers.flatMap(({ payer, canBeChosen }) => (canBeChosen && payer.id !== null ? [payer.id] : []));
  const stored = choicesValues(debtor.choices, found);
  const form = useForm<ChoicesValues>({ defaultValues: restored ?? stored });
  const [attempt, setAttempt] = useState(0);
  const values = form.watch();
  const { mistakes } = readChoices(values, coordination, text);
  const wrong = (fieldId: string) =>
    attempt > 0 ? mistakes.find((mistake) => mistake.fieldId === fieldId)?.sentence : undefined;
  const changed = JSON.stringify(values) !== JSON.stringify(stored);

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values: typed }) => draft.save(JSON.stringify(typed)),
      }),
    [form, draft.save],
  );

  const submit = () => {
    const read = readChoices(form.getValues(), coordination, text);
    setAttempt(attempt + 1);
    if (!read.choices) return;
    save.mutate(read.choices, {
      onSuccess: (saved) => {
        form.reset(choicesValues(saved.choices, found));
        draft.discard();
        setAttempt(0);
        announce(words.saved);
      },
    });
  };

  const couple = debtor.household?.adults === 'par';
  // Under the new rules another authority sets the size and names who deducts.
  const ours = regime.rules !== 'new';
  const choosing = coordination.choices.length > 1;
  if (!ours && !choosing && !couple) return null;
  return (
    <form
      noValidate
      className="choices"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Mistakes mistakes={mistakes} attempt={attempt} />
      {choosing && <CoordinationChoices coordination={coordination} form={form} wrong={wrong} />}
      {ours && <PayerChoices analysis={analysis} form={form} wrong={wrong} />}
      <Card title={words.title}>
        {ours && <SizeChoice form={form} />}
        {couple && <MethodChoice form={form} />}
        {save.error && <ErrorNotice error={save.error.error} onRetry={submit} />}
        <div className="form-buttons">
          <Button type="submit" size="small" variant={changed ? 'primary' : 'secondary'} loading={save.isPending}>
            {words.save}
          </Button>
        </div>
        {changed && (
          <BodyShort size="small" className="subtle">
            {words.unsaved}
          </BodyShort>
        )}
      </Card>
    </form>
  );
}

interface PartProps {
  readonly form: UseFormReturn<ChoicesValues>;
  readonly wrong: (fieldId: string) => string | undefined;
}

function CoordinationChoices({ coordination, form, wrong }: PartProps & { coordination: Coordination }) {
  const { coordination: words } = useText().decision;
  const { choices, defaultChoice } = coordination;
  const chosen = form.watch('coordination');
  const needsReason = choices.find(({ choice }) => choice === chosen)?.needsReason ?? false;
  return (
    <Card title={words.choose}>
      <Controller
        control={form.control}
        name="coordination"
        render={({ field: { value, onChange } }) => (
          <RadioGroup
            id={choiceFieldIds.coordination}
            legend={words.choose}
            hideLegend
            size="small"
            value={value === '' ? (defaultChoice ?? '') : value}
            onChange={onChange}
          >
            {choices.map(({ choice }) => (
              <Radio key={choice} value={choice} {...(choice === defaultChoice && { description: words.isDefault })}>
                {words.choices[choice]}
              </Radio>
            ))}
          </RadioGroup>
        )}
      />
      {needsReason && (
        <Textarea
          {...form.register('reason')}
          id={choiceFieldIds.reason}
          label={words.reason}
          size="small"
          minRows={2}
          maxRows={6}
          error={wrong(choiceFieldIds.reason)}
        />
      )}
    </Card>
  );
}

function PayerChoices({ analysis: { payers }, form, wrong }: PartProps & { analysis: DebtorAnalysis }) {
  const text = useText();
  const { payer: words } = text.decision;
  const chosen = form.watch('payer');
  const typed = form.watch('otherPayer').replace(/\s/g, '');
  const known = payers.some(({ payer }) => payer.id === typed);
  return (
    <Card title={words.title} note={words.note}>
      <Controller
        control={form.control}
        name="payer"
        render={({ field: { value, onChange } }) => (
          <RadioGroup
            id={choiceFieldIds.payer}
            legend={words.legend}
            hideLegend
            size="small"
            value={value}
            onChange={onChange}
          >
            {payers.map(({ payer, share, canBeChosen }) => {
              const name = payerText(text, payer);
              return canBeChosen && payer.id !== null ? (
                <Radio key={payer.id} value={payer.id} className="payer-choice">
                  {name} <strong className="nowrap">{words.share(formatPercent(share))}</strong>
                </Radio>
              ) : (
                <p key={name} className="subtle">
                  {name} {words.share(formatPercent(share))}, {words.notOrganisation}
                </p>
              );
            })}
            <Radio value={OTHER_PAYER}>{words.other}</Radio>
          </RadioGroup>
        )}
      />
      {chosen === OTHER_PAYER && (
        <>
          <TextField
            {...form.register('otherPayer')}
            id={choiceFieldIds.otherPayer}
            label={words.orgNumber}
            size="small"
            inputMode="numeric"
            autoComplete="off"
            error={wrong(choiceFieldIds.otherPayer)}
          />
          {typed.length >= 9 && !known && <p className="judge-note">{words.notFound}</p>}
        </>
      )}
    </Card>
  );
}

function SizeChoice({ form }: Pick<PartProps, 'form'>) {
  const { room: words } = useText().decision;
  return (
    <Controller
      control={form.control}
      name="size"
      render={({ field: { value, onChange } }) => (
        <RadioGroup legend={words.size} size="small" value={value} onChange={onChange}>
          <div className="radio-row">
            <Radio value="amount">{words.sizes.amount}</Radio>
            <Radio value="percent">{words.sizes.percent}</Radio>
          </div>
        </RadioGroup>
      )}
    />
  );
}

function MethodChoice({ form }: Pick<PartProps, 'form'>) {
  const { room: words } = useText().decision;
  const { data: setup } = useQuery(collectionSetupQuery);
  const own = setup ? words.methods[setup.settings.spouseMethod] : '';
  return (
    <Select {...form.register('spouseMethod')} label={words.method} size="small">
      <option value="">{words.methodByMunicipality(own)}</option>
      {spouseMethods.map((method) => (
        <option key={method} value={method}>
          {words.methods[method]}
        </option>
      ))}
    </Select>
  );
}
