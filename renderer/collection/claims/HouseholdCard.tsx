import { TrashIcon } from '@navikt/aksel-icons';
import { BodyShort, Button, Checkbox, Radio, RadioGroup, Select, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { ageOn, type IsoDate, parseIsoDate } from '../../../shared/dates.ts';
import { samvaerClasses } from '../../../shared/garnishment/livsopphold.ts';
import { useText } from '../../app/SessionContext.tsx';
import { Card } from '../../ui/Card.tsx';
import { DateField } from '../../ui/DateField.tsx';
import type { Mistake } from '../../ui/Mistakes.tsx';
import { HandFields, HandRows } from './HandRows.tsx';
import { HouseholdPart } from './HouseholdPart.tsx';
import { type HouseholdValues, householdFieldId, newHousehold } from './householdForm.ts';
import { QuietName } from './QuietName.tsx';

interface Props {
  /** null: not entered. */
  readonly values: HouseholdValues | null;
  /** Ages are counted on this day. */
  readonly decisionDate: IsoDate;
  readonly mistakes: readonly Mistake[];
  readonly onChange: (values: HouseholdValues) => void;
}

/** What the household lives of and on: the part of the room for trekk that no register tells. */
export function HouseholdCard({ values, decisionDate, mistakes, onChange }: Props) {
  const { debtorHousehold: words } = useText();
  if (!values) {
    return (
      <Card title={words.title}>
        <BodyShort spacing>{words.none}</BodyShort>
        <Button type="button" size="small" variant="secondary" onClick={() => onChange(newHousehold)}>
          {words.start}
        </Button>
      </Card>
    );
  }
  const change = (patch: Partial<HouseholdValues>) => onChange({ ...values, ...patch });
  const wrong = (fieldId: string) => mistakes.find((mistake) => mistake.fieldId === fieldId)?.sentence;
  return (
    <Card title={words.title} note={words.note} className="household-card">
      <RadioGroup
        legend={words.adults}
        size="small"
        value={values.adults}
        onChange={(adults: HouseholdValues['adults']) => change({ adults })}
      >
        <div className="radio-row">
          <Radio value="enslig">{words.adultsOptions.enslig}</Radio>
          <Radio value="par">{words.adultsOptions.par}</Radio>
        </div>
      </RadioGroup>
      {values.adults === 'par' && (
        <HouseholdPart title={words.spouse}>
          <BodyShort size="small" className="subtle">
            {words.spouseHint}
          </BodyShort>
          <div className="entry">
            <HandFields
              row={values.spouseNet}
              textLabel={null}
              sourceLabel={words.source}
              wrong={wrong}
              onChange={(spouseNet) => change({ spouseNet })}
            />
          </div>
        </HouseholdPart>
      )}
      <HouseholdPart
        title={words.children}
        add={{
          label: words.addChild,
          onClick: () => change({ children: [...values.children, { id: crypto.randomUUID(), birthDate: '' }] }),
        }}
      >
        <div className="children">
          {values.children.map((child, index) => (
            <ChildFields
              key={child.id}
              id={child.id}
              name={words.child(index + 1)}
              birthDate={child.birthDate}
              decisionDate={decisionDate}
              wrong={wrong}
              onChange={(birthDate) =>
                change({ children: values.children.map((one) => (one.id === child.id ? { ...one, birthDate } : one)) })
              }
              onRemove={() => change({ children: values.children.filter(({ id }) => id !== child.id) })}
            />
          ))}
        </div>
      </HouseholdPart>
      <HouseholdPart
        title={words.samvaer}
        add={{
          label: words.addSamvaer,
          onClick: () =>
            change({ samvaer: [...values.samvaer, { id: crypto.randomUUID(), birthDate: '', klasse: 'klasse1' }] }),
        }}
      >
        <div className="children">
          {values.samvaer.map((child, index) => (
            <ChildFields
              key={child.id}
              id={child.id}
              name={words.samvaerChild(index + 1)}
              birthDate={child.birthDate}
              decisionDate={decisionDate}
              wrong={wrong}
              onChange={(birthDate) =>
                change({ samvaer: values.samvaer.map((one) => (one.id === child.id ? { ...one, birthDate } : one)) })
              }
              onRemove={() => change({ samvaer: values.samvaer.filter(({ id }) => id !== child.id) })}
            >
              <Select
                label={<QuietName label={words.samvaerClass} of={words.samvaerChild(index + 1).toLowerCase()} />}
                size="small"
                value={child.klasse}
                onChange={({ target }) => {
                  const klasse = samvaerClasses.find((one) => one === target.value);
                  if (klasse) {
                    change({ samvaer: values.samvaer.map((one) => (one.id === child.id ? { ...one, klasse } : one)) });
                  }
                }}
              >
                {samvaerClasses.map((klasse) => (
                  <option key={klasse} value={klasse}>
                    {words.samvaerClasses[klasse]}
                  </option>
                ))}
              </Select>
            </ChildFields>
          ))}
        </div>
      </HouseholdPart>
      <HouseholdPart title={words.boutgifter}>
        <BodyShort size="small" className="subtle">
          {words.boutgifterHint}
        </BodyShort>
        <div className="entry">
          <HandFields
            row={values.boutgifter}
            textLabel={null}
            sourceLabel={words.source}
            wrong={wrong}
            onChange={(boutgifter) => change({ boutgifter })}
          />
        </div>
      </HouseholdPart>
      <HandRows
        legend={words.commonIncome}
        add={words.addCommonIncome}
        rows={values.commonIncome}
        sourceLabel={words.source}
        wrong={wrong}
        onChange={(commonIncome) => change({ commonIncome })}
      />
      <HandRows
        legend={words.otherNet}
        add={words.addOtherNet}
        rows={values.otherNet}
        sourceLabel={words.source}
        wrong={wrong}
        onChange={(otherNet) => change({ otherNet })}
      />
      <HandRows
        legend={words.extras}
        add={words.addExtra}
        rows={values.extras}
        sourceLabel={words.reason}
        wrong={wrong}
        onChange={(extras) => change({ extras })}
      />
      <SelfEmployedFields values={values} wrong={wrong} onChange={change} />
    </Card>
  );
}

interface ChildProps {
  readonly id: string;
  readonly name: string;
  readonly birthDate: string;
  readonly decisionDate: IsoDate;
  readonly wrong: (fieldId: string) => string | undefined;
  readonly onChange: (birthDate: string) => void;
  readonly onRemove: () => void;
  readonly children?: ReactNode;
}

function ChildFields({ id, name, birthDate, decisionDate, wrong, onChange, onRemove, children }: ChildProps) {
  const { debtorHousehold: words } = useText();
  const fieldId = householdFieldId(id, 'birthDate');
  const born = parseIsoDate(birthDate);
  return (
    <div className="entry">
      <DateField
        id={fieldId}
        label={<QuietName label={words.birthDate} of={name.toLowerCase()} />}
        value={birthDate}
        error={wrong(fieldId)}
        onChange={onChange}
      />
      {children}
      <span className="entry-note">{born && born <= decisionDate && words.age(ageOn(born, decisionDate))}</span>
      <Button
        type="button"
        size="small"
        variant="tertiary"
        data-color="neutral"
        icon={<TrashIcon title={words.remove(name.toLowerCase())} />}
        onClick={onRemove}
      />
    </div>
  );
}

interface SelfEmployedProps {
  readonly values: HouseholdValues;
  readonly wrong: (fieldId: string) => string | undefined;
  readonly onChange: (patch: Partial<HouseholdValues>) => void;
}

function SelfEmployedFields({ values: { selfEmployed }, wrong, onChange }: SelfEmployedProps) {
  const { debtorHousehold: words } = useText();
  const percentId = householdFieldId('fee', 'percent');
  const givenOnId = householdFieldId('fee', 'givenOn');
  return (
    <div className="household-part">
      <Checkbox
        size="small"
        checked={selfEmployed !== null}
        description={words.selfEmployedHint}
        onChange={({ target }) =>
          onChange({ selfEmployed: target.checked ? { grossFee: '', source: '', consent: null } : null })
        }
      >
        {words.selfEmployed}
      </Checkbox>
      {selfEmployed && (
        <>
          <div className="entry">
            <HandFields
              row={{ id: 'fee', text: '', source: selfEmployed.source, amount: selfEmployed.grossFee }}
              textLabel={null}
              sourceLabel={words.source}
              wrong={wrong}
              onChange={({ source, amount }) =>
                onChange({ selfEmployed: { ...selfEmployed, source, grossFee: amount } })
              }
            />
          </div>
          <Checkbox
            size="small"
            checked={selfEmployed.consent !== null}
            onChange={({ target }) =>
              onChange({
                selfEmployed: { ...selfEmployed, consent: target.checked ? { percent: '', givenOn: '' } : null },
              })
            }
          >
            {words.consent}
          </Checkbox>
          {selfEmployed.consent && (
            <div className="entry">
              <TextField
                id={percentId}
                label={words.consentPercent}
                size="small"
                inputMode="numeric"
                className="percent-field"
                value={selfEmployed.consent.percent}
                error={wrong(percentId)}
                onChange={({ target }) =>
                  onChange({
                    selfEmployed: {
                      ...selfEmployed,
                      consent: { givenOn: selfEmployed.consent?.givenOn ?? '', percent: target.value },
                    },
                  })
                }
              />
              <DateField
                id={givenOnId}
                label={words.consentOn}
                value={selfEmployed.consent.givenOn}
                error={wrong(givenOnId)}
                onChange={(givenOn) =>
                  onChange({
                    selfEmployed: {
                      ...selfEmployed,
                      consent: { percent: selfEmployed.consent?.percent ?? '', givenOn },
                    },
                  })
                }
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}
