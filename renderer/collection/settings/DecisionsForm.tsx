import { BodyShort, Button, Radio, RadioGroup, Select, Table, TextField } from '@navikt/ds-react';
import { useEffect, useState } from 'react';
import { formatDate } from '../../../shared/dates.ts';
import { priorityLetters } from '../../../shared/garnishment/claims.ts';
import { spouseMethods } from '../../../shared/garnishment/room.ts';
import type { CollectionSetup } from '../../../shared/ipc/collectionCalls.ts';
import { formatKroner } from '../../../shared/money.ts';
import { kanaler } from '../../../shared/utlegg/trekkContent.ts';
import { useText } from '../../app/SessionContext.tsx';
import { useCollectionSetupCommand } from '../../data/collectionSetup.ts';
import { type Draft, useDraft } from '../../data/drafts.ts';
import { parseDraft } from '../../data/parseDraft.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Card } from '../../ui/Card.tsx';
import { DateField, dateIn } from '../../ui/DateField.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Mistakes } from '../../ui/Mistakes.tsx';
import { SourceFact } from '../../ui/SourcePanel.tsx';
import { typedAmount } from '../../ui/typedAmount.ts';
import {
  type CorrespondenceValues,
  DecisionsValues,
  decisionsValues,
  emptyGuide,
  type GuideValues,
  guideValues,
  decisionFieldIds as ids,
  lettered,
  letterIn,
  readDecisions,
} from './decisionsForm.ts';

interface Props {
  readonly setup: CollectionSetup;
  readonly mayWrite: boolean;
}

/** What is the municipality's to decide: letters, housing cost guide, method for couples, the calendar of the rules, and what letters need. */
export function DecisionsForm({ setup, mayWrite }: Props) {
  // Who may only read has no draft, and may not ask for one.
  return mayWrite ? <DecisionsToWrite setup={setup} /> : <Fields setup={setup} draft={null} restored={null} />;
}

function DecisionsToWrite({ setup }: Pick<Props, 'setup'>) {
  const draft = useDraft('collection:decisions');
  if (draft.stored === undefined) return null;
  return <Fields setup={setup} draft={draft} restored={parseDraft(DecisionsValues, draft.stored)} />;
}

interface FieldsProps extends Pick<Props, 'setup'> {
  /** null: to be read only. */
  readonly draft: Draft | null;
  readonly restored: DecisionsValues | null;
}

function Fields({ setup, draft, restored }: FieldsProps) {
  const text = useText();
  const { collectionSettings: words } = text;
  const announce = useAnnounce();
  const save = useCollectionSetupCommand('collection.saveSettings');
  const stored = decisionsValues(setup.settings);
  const [values, setValues] = useState(restored ?? stored);
  const [attempt, setAttempt] = useState(0);
  const { mistakes } = readDecisions(values, text);
  const typed = JSON.stringify(values);
  const changed = typed !== JSON.stringify(stored);
  useEffect(() => {
    if (changed) draft?.save(typed);
  }, [changed, typed, draft?.save]);
  const part: PartProps = {
    values,
    setup,
    readOnly: draft === null,
    wrong: (fieldId) => (attempt > 0 ? mistakes.find((mistake) => mistake.fieldId === fieldId)?.sentence : undefined),
    onChange: (patch) => setValues({ ...values, ...patch }),
  };
  const submit = () => {
    const { settings } = readDecisions(values, text);
    setAttempt(attempt + 1);
    if (!settings) return;
    save.mutate(
      { settings },
      {
        onSuccess: (saved) => {
          draft?.discard();
          setValues(decisionsValues(saved.settings));
          setAttempt(0);
          announce(words.saved);
        },
      },
    );
  };
  return (
    <form
      className="decisions-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {restored && changed && <BodyShort className="subtle">{text.app.words.draftRestored}</BodyShort>}
      <Mistakes mistakes={mistakes} attempt={attempt} />
      <div className="settings-columns">
        <div className="evidence">
          <PriorityPart {...part} />
          <CorrespondencePart {...part} />
        </div>
        <div className="evidence">
          <GuidePart {...part} />
          <SpousePart {...part} />
          <RegimePart {...part} />
        </div>
      </div>
      {save.error && <ErrorNotice error={save.error.error} onRetry={submit} />}
      {draft && (
        <div className="save-bar">
          <Button type="submit" size="small" variant={changed ? 'primary' : 'secondary'} loading={save.isPending}>
            {words.save}
          </Button>
          {changed && <span className="subtle">{words.unsaved}</span>}
        </div>
      )}
    </form>
  );
}

interface PartProps {
  readonly values: DecisionsValues;
  readonly setup: CollectionSetup;
  readonly readOnly: boolean;
  readonly wrong: (fieldId: string) => string | undefined;
  readonly onChange: (patch: Partial<DecisionsValues>) => void;
}

function PriorityPart({ values, readOnly, wrong, onChange }: PartProps) {
  const { collectionSettings, collection } = useText();
  const { priority: words } = collectionSettings;
  return (
    <Card title={words.title}>
      <BodyShort spacing>{words.explained}</BodyShort>
      <Table size="small" className="figures">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{words.type}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{words.letter}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lettered.map((type) => {
            const letter = values.letters[type];
            return (
              <Table.Row key={type}>
                <Table.HeaderCell scope="row">{collection.claimTypes[type]}</Table.HeaderCell>
                <Table.DataCell>
                  {readOnly ? (
                    letter === '' ? (
                      <em className="missing">{collectionSettings.undecided}</em>
                    ) : (
                      words.letters[letter]
                    )
                  ) : (
                    <Select
                      label={`${words.letter}, ${collection.claimTypes[type].toLowerCase()}`}
                      hideLabel
                      size="small"
                      value={letter}
                      onChange={({ target }) =>
                        onChange({ letters: { ...values.letters, [type]: letterIn(target.value) } })
                      }
                    >
                      <option value="">{collectionSettings.undecided}</option>
                      {priorityLetters.map((one) => (
                        <option key={one} value={one}>
                          {words.letters[one]}
                        </option>
                      ))}
                    </Select>
                  )}
                </Table.DataCell>
              </Table.Row>
            );
          })}
        </Table.Body>
      </Table>
      {readOnly ? (
        <Facts
          facts={[
            [words.decidedBy, values.decidedBy],
            [words.decidedOn, shownDate(values.decidedOn)],
          ]}
        />
      ) : (
        <div className="field-row">
          <TextField
            id={ids.decidedBy}
            label={words.decidedBy}
            description={words.decidedByHint}
            size="small"
            className="medium-field"
            maxLength={200}
            value={values.decidedBy}
            error={wrong(ids.decidedBy)}
            onChange={({ target }) => onChange({ decidedBy: target.value })}
          />
          <DateField
            id={ids.decidedOn}
            label={words.decidedOn}
            value={values.decidedOn}
            error={wrong(ids.decidedOn)}
            onChange={(decidedOn) => onChange({ decidedOn })}
          />
        </div>
      )}
    </Card>
  );
}

function GuidePart({ values: { guide }, setup, readOnly, wrong, onChange }: PartProps) {
  const { collectionSettings } = useText();
  const { boutgifter: words } = collectionSettings;
  if (!guide) {
    return (
      <Card title={words.title} note={words.note}>
        <BodyShort spacing>
          {words.explained} {words.none}
        </BodyShort>
        {!readOnly && (
          <div className="form-buttons">
            {setup.guideTemplates.map((template) => (
              <Button
                key={template.name}
                type="button"
                size="small"
                variant="secondary"
                onClick={() => onChange({ guide: guideValues(template) })}
              >
                {words.template(template.name)}
              </Button>
            ))}
            <Button type="button" size="small" variant="tertiary" onClick={() => onChange({ guide: emptyGuide })}>
              {words.start}
            </Button>
          </div>
        )}
      </Card>
    );
  }
  if (readOnly) return <GuideFacts guide={guide} />;
  const change = (patch: Partial<GuideValues>) => onChange({ guide: { ...guide, ...patch } });
  const field = (name: keyof GuideValues, label: string, className: string, description?: string) => (
    <TextField
      id={ids.guide(name)}
      label={label}
      size="small"
      className={className}
      value={guide[name]}
      error={wrong(ids.guide(name))}
      onChange={({ target }) => change({ [name]: target.value })}
      {...(description !== undefined && { description })}
    />
  );
  const date = (name: 'validFrom' | 'validTo', label: string, description?: string) => (
    <DateField
      id={ids.guide(name)}
      label={label}
      value={guide[name]}
      error={wrong(ids.guide(name))}
      onChange={(value) => change({ [name]: value })}
      {...(description !== undefined && { description })}
    />
  );
  return (
    <Card title={words.title} note={words.note}>
      <div className="settings-fields">
        <div className="field-row">
          {field('name', words.name, 'medium-field')}
          {date('validFrom', words.validFrom)}
          {date('validTo', words.validTo, words.validToHint)}
        </div>
        <div className="field-row">
          {field('ensligUndocumented', words.of(words.undocumented, words.enslig), 'rate-field')}
          {field('ensligMax', words.of(words.maxDocumented, words.enslig), 'rate-field')}
          {field('perChild', words.perChild, 'rate-field')}
        </div>
        <div className="field-row">
          {field('parUndocumented', words.of(words.undocumented, words.par), 'rate-field')}
          {field('parMax', words.of(words.maxDocumented, words.par), 'rate-field')}
          {field('totalMax', words.totalMax, 'rate-field', words.totalMaxHint)}
        </div>
        {field('source', words.source, 'long-field')}
        <div className="form-buttons">
          <Button type="button" size="xsmall" variant="tertiary" onClick={() => onChange({ guide: null })}>
            {words.remove}
          </Button>
        </div>
      </div>
    </Card>
  );
}

function SpousePart({ values, readOnly, onChange }: PartProps) {
  const { spouse: words } = useText().collectionSettings;
  return (
    <Card title={words.title}>
      <BodyShort>{words.explained}</BodyShort>
      <RadioGroup
        legend={words.legend}
        hideLegend
        size="small"
        readOnly={readOnly}
        value={values.spouseMethod}
        onChange={(spouseMethod: DecisionsValues['spouseMethod']) => onChange({ spouseMethod })}
      >
        {spouseMethods.map((method) => (
          <Radio key={method} value={method}>
            {words.methods[method]}
          </Radio>
        ))}
      </RadioGroup>
    </Card>
  );
}

function RegimePart({ values, readOnly, wrong, onChange }: PartProps) {
  const { regime: words } = useText().collectionSettings;
  return (
    <Card title={words.title}>
      <BodyShort spacing>{words.explained}</BodyShort>
      {readOnly ? (
        <Facts
          facts={[
            [words.newRulesFrom, shownDate(values.newRulesFrom)],
            [words.cutOver, shownDate(values.cutOver)],
            [words.maxAgeHours, values.maxAgeHours],
          ]}
        />
      ) : (
        <div className="field-row">
          <DateField
            id={ids.newRulesFrom}
            label={words.newRulesFrom}
            value={values.newRulesFrom}
            error={wrong(ids.newRulesFrom)}
            onChange={(newRulesFrom) => onChange({ newRulesFrom })}
          />
          <DateField
            id={ids.cutOver}
            label={words.cutOver}
            value={values.cutOver}
            error={wrong(ids.cutOver)}
            onChange={(cutOver) => onChange({ cutOver })}
          />
          <TextField
            id={ids.maxAgeHours}
            label={words.maxAgeHours}
            size="small"
            className="rate-field"
            inputMode="numeric"
            value={values.maxAgeHours}
            error={wrong(ids.maxAgeHours)}
            onChange={({ target }) => onChange({ maxAgeHours: target.value })}
          />
        </div>
      )}
    </Card>
  );
}

function CorrespondencePart({ values: { correspondence }, readOnly, wrong, onChange }: PartProps) {
  const { correspondence: words } = useText().collectionSettings;
  const change = (patch: Partial<CorrespondenceValues>) =>
    onChange({ correspondence: { ...correspondence, ...patch } });
  const field = (name: Exclude<keyof CorrespondenceValues, 'channel'>, className: string, maxLength: number) => (
    <TextField
      id={ids.correspondence(name)}
      label={words[name]}
      size="small"
      className={className}
      maxLength={maxLength}
      value={correspondence[name]}
      error={wrong(ids.correspondence(name))}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
  if (readOnly) {
    return (
      <Card title={words.title}>
        <Facts
          facts={[
            [words.phone, correspondence.phone],
            [words.email, correspondence.email],
            [words.postalAddress, correspondence.postalAddress],
            [words.court, correspondence.court],
            [words.account, correspondence.account],
            [words.channel, words.channels[correspondence.channel]],
          ]}
        />
      </Card>
    );
  }
  return (
    <Card title={words.title}>
      <BodyShort spacing>{words.explained}</BodyShort>
      <div className="settings-fields">
        <div className="field-row">
          {field('phone', 'medium-field', 40)}
          {field('email', 'medium-field', 100)}
        </div>
        {field('postalAddress', 'long-field', 200)}
        <div className="field-row">
          {field('court', 'medium-field', 100)}
          {field('account', 'medium-field', 20)}
        </div>
        <Select
          label={words.channel}
          size="small"
          className="channel-field"
          value={correspondence.channel}
          onChange={({ target }) => {
            const channel = kanaler.find((one) => one === target.value);
            if (channel) change({ channel });
          }}
        >
          {kanaler.map((channel) => (
            <option key={channel} value={channel}>
              {words.channels[channel]}
            </option>
          ))}
        </Select>
      </div>
    </Card>
  );
}

/** What stands where the form would be, for those who only read. */
function GuideFacts({ guide }: { guide: GuideValues }) {
  const { boutgifter: words } = useText().collectionSettings;
  const amount = (typed: string) => {
    const oere = typedAmount(typed);
    return oere === null ? '' : formatKroner(oere);
  };
  return (
    <Card title={words.title} note={words.note}>
      <Facts
        facts={[
          [words.name, guide.name],
          [words.validFrom, shownDate(guide.validFrom)],
          [words.validTo, shownDate(guide.validTo)],
          [words.of(words.undocumented, words.enslig), amount(guide.ensligUndocumented)],
          [words.of(words.maxDocumented, words.enslig), amount(guide.ensligMax)],
          [words.of(words.undocumented, words.par), amount(guide.parUndocumented)],
          [words.of(words.maxDocumented, words.par), amount(guide.parMax)],
          [words.perChild, amount(guide.perChild)],
          [words.totalMax, amount(guide.totalMax)],
          [words.source, guide.source],
        ]}
      />
    </Card>
  );
}

/** Names and values; what is empty is left out. */
const Facts = ({ facts }: { facts: readonly (readonly [string, string])[] }) => (
  <dl className="facts">
    {facts
      .filter(([, value]) => value !== '')
      .map(([name, value]) => (
        <SourceFact key={name} name={name}>
          {value}
        </SourceFact>
      ))}
  </dl>
);

const shownDate = (value: string): string => {
  const date = dateIn(value);
  return date === null ? value : formatDate(date);
};
