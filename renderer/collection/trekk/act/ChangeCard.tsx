import { Select } from '@navikt/ds-react';
import { endringsaarsaker } from '../../../../shared/utlegg/trekkContent.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { changeReasonText } from '../trekkText.ts';
import { useAct } from './ActContext.tsx';
import { ExplanationField } from './ExplanationField.tsx';
import { fieldId } from './fieldId.ts';

/** Why the trekk is changed, and from when. */
export function ChangeCard() {
  const text = useText();
  const { change: words } = text.trekk;
  const {
    values: { changeReason, changeDate },
    wrong,
    change,
  } = useAct();
  return (
    <Card title={words.title}>
      <div className="field-row">
        <Select
          id={fieldId('reason')}
          label={words.reason}
          size="small"
          value={changeReason}
          error={wrong('reason')}
          onChange={({ target }) => {
            const reason = endringsaarsaker.find((one) => one === target.value);
            if (reason) change({ changeReason: reason });
          }}
        >
          {endringsaarsaker.map((one) => (
            <option key={one} value={one}>
              {changeReasonText(text, one)}
            </option>
          ))}
        </Select>
        <DateField
          id={fieldId('date')}
          label={words.date}
          value={changeDate}
          error={wrong('date')}
          onChange={(date) => change({ changeDate: date })}
        />
      </div>
      <ExplanationField label={words.explanation} />
    </Card>
  );
}
