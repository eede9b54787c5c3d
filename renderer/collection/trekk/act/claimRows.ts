import { z } from 'zod';
import { parseIsoDate } from '../../../../shared/dates.ts';
import { priorityLetters } from '../../../../shared/garnishment/claims.ts';
import { formatKroner, type Oere } from '../../../../shared/money.ts';
import {
  type BeslutningClaim,
  kravdetaljer,
  kravtyper,
  type TrekkClaim,
} from '../../../../shared/utlegg/trekkContent.ts';
import { typedAmount } from '../../../ui/typedAmount.ts';
import { typedDate, typedOrder } from './typed.ts';

const PaymentRow = z.object({ id: z.string(), on: z.string(), amount: z.string() });
export type PaymentRow = z.infer<typeof PaymentRow>;

/** One claim while it is being typed. What only a decision under the new rules has stands empty under the old ones. */
export const ClaimRow = z.object({
  id: z.string(),
  reference: z.string(),
  type: z.enum(kravtyper),
  detail: z.enum(kravdetaljer),
  description: z.string(),
  due: z.string(),
  original: z.string(),
  remaining: z.string(),
  letter: z.enum(['', ...priorityLetters]),
  order: z.string(),
  relatedTo: z.array(z.string()),
  payments: z.array(PaymentRow),
  interestFrom: z.string(),
  interestTo: z.string(),
  bearsInterest: z.boolean(),
  interestOrder: z.string(),
});
export type ClaimRow = z.infer<typeof ClaimRow>;

export const emptyClaim: Omit<ClaimRow, 'id'> = {
  reference: '',
  type: 'eiendomsskatt',
  detail: 'Hovedkrav',
  description: '',
  due: '',
  original: '',
  remaining: '',
  letter: '',
  order: '',
  relatedTo: [],
  payments: [],
  interestFrom: '',
  interestTo: '',
  bearsInterest: false,
  interestOrder: '',
};

/** A claim as the form shows it; `index`, its place, tells it from the others. */
export const claimRow = (claim: TrekkClaim | BeslutningClaim, index: number): ClaimRow => ({
  ...emptyClaim,
  id: String(index),
  reference: claim.reference,
  type: claim.type,
  detail: claim.detail,
  description: claim.description,
  due: claim.due ?? '',
  original: formatKroner(claim.original),
  remaining: formatKroner(claim.remaining),
  letter: claim.letter ?? '',
  order: claim.order === null ? '' : String(claim.order),
  relatedTo: [...claim.relatedTo],
  ...('payments' in claim && {
    payments: claim.payments.map(({ on, amount }, at) => ({
      id: String(at),
      on: on ?? '',
      amount: formatKroner(amount),
    })),
    interestFrom: claim.interestPeriod?.from ?? '',
    interestTo: claim.interestPeriod?.to ?? '',
    bearsInterest: claim.bearsInterest !== null,
    interestOrder: claim.bearsInterest?.order == null ? '' : String(claim.bearsInterest.order),
  }),
});

/** What cannot be read as what it should be: the field's path in the content, and what kind of thing it should be. */
export interface Misread {
  readonly field: string;
  readonly should: 'date' | 'amount' | 'percent' | 'order' | 'interest-period';
}

const NOTHING = 0 as Oere;

/** Reads a row under the old rules. `field`: the path of the claim. What can't be read is in `misread`, and stands as nothing meanwhile. */
export function readClaim(row: ClaimRow, field: string, misread: Misread[]): TrekkClaim {
  const amount = (name: 'original' | 'remaining'): Oere => {
    const read = typedAmount(row[name]);
    if (read === null) misread.push({ field: `${field}.${name}`, should: 'amount' });
    return read ?? NOTHING;
  };
  return {
    reference: row.reference.trim(),
    type: row.type,
    detail: row.detail,
    description: row.description.trim(),
    due: typedDate(row.due, `${field}.due`, misread),
    original: amount('original'),
    remaining: amount('remaining'),
    letter: row.letter === '' ? null : row.letter,
    order: typedOrder(row.order, `${field}.order`, misread),
    relatedTo: row.relatedTo,
  };
}

/** Reads a row under the new rules. */
export function readBeslutningClaim(row: ClaimRow, field: string, misread: Misread[]): BeslutningClaim {
  const claim = readClaim(row, field, misread);
  const payments = row.payments.map((payment, index) => {
    const amount = typedAmount(payment.amount);
    if (amount === null) misread.push({ field: `${field}.payments.${index}.amount`, should: 'amount' });
    return { on: typedDate(payment.on, `${field}.payments.${index}.on`, misread), amount: amount ?? NOTHING };
  });
  return {
    ...claim,
    payments,
    interestPeriod: interestPeriod(row, field, misread),
    bearsInterest:
      row.detail === 'Hovedkrav' && row.bearsInterest
        ? { order: typedOrder(row.interestOrder, `${field}.bearsInterest.order`, misread) }
        : null,
  };
}

function interestPeriod({ detail, interestFrom, interestTo }: ClaimRow, field: string, misread: Misread[]) {
  if (detail !== 'Rentekrav' || (interestFrom.trim() === '' && interestTo.trim() === '')) return null;
  const [from, to] = [parseIsoDate(interestFrom), parseIsoDate(interestTo)];
  if (from && to) return { from, to };
  misread.push({ field: `${field}.interestPeriod`, should: 'interest-period' });
  return null;
}

/** Another reference on a claim: what belongs to it follows. */
export function withReference(rows: readonly ClaimRow[], index: number, reference: string): ClaimRow[] {
  const before = rows[index]?.reference ?? '';
  return rows.map((row, at) =>
    at === index
      ? { ...row, reference }
      : {
          ...row,
          relatedTo: before === '' ? row.relatedTo : row.relatedTo.map((one) => (one === before ? reference : one)),
        },
  );
}

/** A claim is gone, and what belonged to it belongs to nothing. */
export function withoutClaim(rows: readonly ClaimRow[], index: number): ClaimRow[] {
  const gone = rows[index]?.reference;
  return rows
    .filter((_, at) => at !== index)
    .map((row) => ({ ...row, relatedTo: row.relatedTo.filter((one) => one !== gone) }));
}
