import { Checkbox, TextField } from '@navikt/ds-react';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { useAct } from './ActContext.tsx';
import { fieldId } from './fieldId.ts';
import { GroupProblems } from './GroupProblems.tsx';

/** Whom it is about, and when it was decided. What may change depends on the kind of act. */
export function BasicsCard() {
  const { basics: words } = useText().trekk;
  const { values, wrong, change } = useAct();
  const { kind, debtorName, decisionDate, noticeDate, earlierDecisionDate, waiting } = values;
  const decides = kind === 'registrer' || kind === 'beslutning';
  return (
    <Card title={decides ? words.title : words.debtor}>
      <div className="field-row">
        <TextField
          id={fieldId('debtorName')}
          label={words.debtorName}
          description={words.debtorNameHint}
          size="small"
          autoComplete="off"
          className="medium-field"
          maxLength={200}
          value={debtorName}
          error={wrong('debtorName')}
          onChange={({ target }) => change({ debtorName: target.value })}
        />
        {decides && (
          <DateField
            id={fieldId('decisionDate')}
            label={words.decisionDate}
            description={words.decisionDateHint}
            value={decisionDate}
            error={wrong('decisionDate')}
            onChange={(date) => change({ decisionDate: date })}
          />
        )}
        {kind === 'registrer' && (
          <DateField
            id={fieldId('noticeDate')}
            label={words.noticeDate}
            description={words.noticeDateHint}
            value={noticeDate}
            error={wrong('noticeDate')}
            onChange={(date) => change({ noticeDate: date })}
          />
        )}
        {kind === 'beslutning' && (
          <DateField
            id={fieldId('earlierDecisionDate')}
            label={words.earlierDecisionDate}
            description={words.earlierDecisionDateHint}
            value={earlierDecisionDate}
            error={wrong('earlierDecisionDate')}
            onChange={(date) => change({ earlierDecisionDate: date })}
          />
        )}
      </div>
      {kind === 'registrer' && (
        <Checkbox
          id={fieldId('waiting')}
          size="small"
          checked={waiting}
          onChange={({ target }) => change({ waiting: target.checked })}
        >
          {words.waiting}
        </Checkbox>
      )}
      <GroupProblems path="samordning" />
    </Card>
  );
}
