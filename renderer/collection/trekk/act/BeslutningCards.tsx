import { Checkbox, Radio, RadioGroup, Textarea, TextField } from '@navikt/ds-react';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useAct } from './ActContext.tsx';
import type { ActValues } from './actForm.ts';
import { fieldId } from './fieldId.ts';
import { GroupProblems } from './GroupProblems.tsx';

type TextName = {
  [K in keyof ActValues]: ActValues[K] extends string ? K : never;
}[keyof ActValues];

interface LineProps {
  readonly name: TextName;
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly className?: string;
}

function Line({ name, path, label, className = 'medium-field', ...rest }: LineProps) {
  const { values, wrong, change } = useAct();
  return (
    <TextField
      {...rest}
      id={fieldId(path)}
      label={label}
      size="small"
      autoComplete="off"
      className={className}
      maxLength={200}
      value={values[name]}
      error={wrong(path)}
      onChange={({ target }) => change({ [name]: target.value })}
    />
  );
}

/** What a decision under the new rules carries besides its claims: who signs, whom to ask, where the debtor lives, and where it shall go. */
export function BeslutningCards() {
  const { beslutning: words } = useText().trekk;
  return (
    <>
      <Card title={words.sender}>
        <GroupProblems path="contact" />
        <div className="field-row">
          <Line name="signedBy" path="signedBy" label={words.signedBy} />
          <Line name="email" path="contact.email" label={words.email} />
          <Line name="phone" path="contact.phone" label={words.phone} className="number-field" />
        </div>
      </Card>
      <Card title={words.address}>
        <GroupProblems path="address" />
        <AddressChoice />
        <DistrictChoice />
      </Card>
    </>
  );
}

function AddressChoice() {
  const { beslutning: words } = useText().trekk;
  const {
    values: { address },
    change,
  } = useAct();
  return (
    <>
      <RadioGroup
        legend={words.addressLegend}
        size="small"
        value={address}
        onChange={(chosen: ActValues['address']) => change({ address: chosen })}
      >
        <div className="radio-row">
          <Radio value="folkeregistrert">{words.addresses.folkeregistrert}</Radio>
          <Radio value="adresse">{words.addresses.adresse}</Radio>
          <Radio value="ukjent">{words.addresses.ukjent}</Radio>
        </div>
      </RadioGroup>
      {address === 'adresse' && (
        <div className="field-row">
          <Line name="addressText" path="address.text" label={words.addressText} />
          <Line name="postalCode" path="address.postalCode" label={words.postalCode} className="short-field" />
          <Line name="city" path="address.city" label={words.city} />
        </div>
      )}
    </>
  );
}

function DistrictChoice() {
  const { beslutning: words } = useText().trekk;
  const {
    values: { otherDistrict, districtReason },
    wrong,
    change,
  } = useAct();
  return (
    <>
      <Checkbox
        size="small"
        checked={otherDistrict}
        onChange={({ target }) => change({ otherDistrict: target.checked })}
      >
        {words.otherDistrict}
      </Checkbox>
      {otherDistrict && (
        <>
          <Line name="districtName" path="district.name" label={words.districtName} />
          <Textarea
            id={fieldId('district.reason')}
            label={words.districtReason}
            size="small"
            minRows={1}
            maxRows={5}
            maxLength={2000}
            value={districtReason}
            error={wrong('district.reason')}
            onChange={({ target }) => change({ districtReason: target.value })}
          />
        </>
      )}
    </>
  );
}
