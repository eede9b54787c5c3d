import { Select, TextField } from '@navikt/ds-react';
import { avslutningsaarsaker } from '../../../../shared/utlegg/trekkContent.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { endReasonText } from '../trekkText.ts';
import { useAct } from './ActContext.tsx';
import { ExplanationField } from './ExplanationField.tsx';
import { fieldId } from './fieldId.ts';

/** Why the trekk is over, and its last day. */
export function EndCard() {
  const text = useText();
  const { end: words } = text.trekk;
  const {
    values: { endReason, lastDay, transferredTo },
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
          value={endReason}
          error={wrong('reason')}
          onChange={({ target }) => {
            const reason = avslutningsaarsaker.find((one) => one === target.value);
            if (reason) change({ endReason: reason });
          }}
        >
          {avslutningsaarsaker.map((one) => (
            <option key={one} value={one}>
              {endReasonText(text, one)}
            </option>
          ))}
        </Select>
        <DateField
          id={fieldId('lastDay')}
          label={words.lastDay}
          value={lastDay}
          error={wrong('lastDay')}
          onChange={(date) => change({ lastDay: date })}
        />
        {endReason === 'overfoertTilSamordnetTrekk' && (
          <TextField
            id={fieldId('transferredTo')}
            label={words.transferredTo}
            description={words.transferredToHint}
            size="small"
            autoComplete="off"
            maxLength={64}
            value={transferredTo}
            error={wrong('transferredTo')}
            onChange={({ target }) => change({ transferredTo: target.value })}
          />
        )}
      </div>
      <ExplanationField label={words.explanation} />
      {endReason === 'feilregistrert' && <p className="judge-note">{words.twoPeople}</p>}
    </Card>
  );
}
