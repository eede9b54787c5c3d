import { TextField } from '@navikt/ds-react';
import { formatAccountNumber, parseAccountNumber } from '../../../../shared/identity/accountNumber.ts';
import { useText } from '../../../app/SessionContext.tsx';
import { Card } from '../../../ui/Card.tsx';
import { useAct } from './ActContext.tsx';
import { fieldId } from './fieldId.ts';
import { GroupProblems } from './GroupProblems.tsx';

/** Where the money goes. */
export function PaymentCard() {
  const { payment: words } = useText().trekk;
  const {
    values: { account, kid },
    wrong,
    change,
  } = useAct();
  return (
    <Card title={words.title}>
      <GroupProblems path="payment" />
      <div className="field-row">
        <TextField
          id={fieldId('payment.account')}
          label={words.account}
          size="small"
          inputMode="numeric"
          autoComplete="off"
          className="number-field"
          value={account}
          error={wrong('payment.account')}
          onChange={({ target }) => change({ account: target.value })}
          onBlur={() => {
            const read = parseAccountNumber(account);
            if (read.ok) change({ account: formatAccountNumber(read.value) });
          }}
        />
        <TextField
          id={fieldId('payment.kid')}
          label={words.kid}
          size="small"
          inputMode="numeric"
          autoComplete="off"
          className="medium-field"
          value={kid}
          error={wrong('payment.kid')}
          onChange={({ target }) => change({ kid: target.value })}
        />
      </div>
    </Card>
  );
}
