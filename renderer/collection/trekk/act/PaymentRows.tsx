import { PlusIcon, TrashIcon } from '@navikt/aksel-icons';
import { Button } from '@navikt/ds-react';
import { useText } from '../../../app/SessionContext.tsx';
import { AmountField } from '../../../ui/AmountField.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { QuietName } from '../../claims/QuietName.tsx';
import { useAct } from './ActContext.tsx';
import type { PaymentRow } from './claimRows.ts';
import { fieldId } from './fieldId.ts';

interface Props {
  readonly path: string;
  /** The claim they are paid on. */
  readonly name: string;
  readonly payments: readonly PaymentRow[];
  readonly onChange: (payments: PaymentRow[]) => void;
}

/** What has been paid on a claim: when, and how much. */
export function PaymentRows({ path, name, payments, onChange }: Props) {
  const { claims: words } = useText().trekk;
  const { wrong } = useAct();
  const change = (index: number, next: PaymentRow) => onChange(payments.map((one, at) => (at === index ? next : one)));
  return (
    <div className="payment-rows">
      {payments.map((payment, index) => {
        const of = words.payment(index + 1, name);
        return (
          <div className="act-row" key={payment.id}>
            <DateField
              id={fieldId(`${path}.${index}.on`)}
              label={<QuietName label={words.paidOn} of={of} />}
              value={payment.on}
              error={wrong(`${path}.${index}.on`) ?? wrong(`${path}.${index}`)}
              onChange={(on) => change(index, { ...payment, on })}
            />
            <AmountField
              id={fieldId(`${path}.${index}.amount`)}
              label={<QuietName label={words.paidAmount} of={of} />}
              value={payment.amount}
              error={wrong(`${path}.${index}.amount`)}
              onChange={(amount) => change(index, { ...payment, amount })}
            />
            <Button
              type="button"
              size="small"
              variant="tertiary"
              data-color="neutral"
              icon={<TrashIcon title={words.removePayment(of)} />}
              onClick={() => onChange(payments.filter((_, at) => at !== index))}
            />
          </div>
        );
      })}
      <Button
        type="button"
        size="xsmall"
        variant="tertiary"
        icon={<PlusIcon aria-hidden />}
        onClick={() => onChange([...payments, { id: crypto.randomUUID(), on: '', amount: '' }])}
      >
        <QuietName label={words.addPayment} of={name} />
      </Button>
    </div>
  );
}
