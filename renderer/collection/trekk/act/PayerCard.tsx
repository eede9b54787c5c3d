import { Select, TextField } from '@navikt/ds-react';
import { ytelsestyper } from '../../../../shared/utlegg/trekkContent.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useAct } from './ActContext.tsx';
import { fieldId } from './fieldId.ts';
import { GroupProblems } from './GroupProblems.tsx';

/** Who deducts, and from what. */
export function PayerCard() {
  const { trekk, trekkRules } = useText();
  const { payer: words } = trekk;
  const {
    values: { payer },
    wrong,
    change,
  } = useAct();
  return (
    <Card title={words.title}>
      <GroupProblems path="payer" />
      <div className="field-row">
        <TextField
          id={fieldId('payer.organisationNumber')}
          label={words.number}
          size="small"
          inputMode="numeric"
          autoComplete="off"
          className="number-field"
          value={payer.organisationNumber}
          error={wrong('payer.organisationNumber')}
          onChange={({ target }) => change({ payer: { ...payer, organisationNumber: target.value } })}
        />
        <TextField
          id={fieldId('payer.name')}
          label={words.name}
          size="small"
          autoComplete="off"
          className="medium-field"
          maxLength={200}
          value={payer.name}
          error={wrong('payer.name')}
          onChange={({ target }) => change({ payer: { ...payer, name: target.value } })}
        />
        <Select
          id={fieldId('payer.pays')}
          label={words.pays}
          size="small"
          value={payer.pays}
          error={wrong('payer.pays')}
          onChange={({ target }) => {
            const pays = ytelsestyper.find((one) => one === target.value);
            if (pays) change({ payer: { ...payer, pays } });
          }}
        >
          {ytelsestyper.map((one) => (
            <option key={one} value={one}>
              {trekkRules.pays[one]}
            </option>
          ))}
        </Select>
      </div>
    </Card>
  );
}
