import { z } from 'zod';
import { type IsoDate, parseIsoDate } from '../../../shared/dates.ts';
import type { DebtorHousehold } from '../../../shared/garnishment/debtorCase.ts';
import { samvaerClasses } from '../../../shared/garnishment/livsopphold.ts';
import { formatKroner, type Oere } from '../../../shared/money.ts';
import type { Text } from '../../../shared/text/text.ts';
import type { Mistake } from '../../ui/Mistakes.tsx';
import { typedAmount } from '../../ui/typedAmount.ts';

/** An amount with what it is and how we know; `source` holds the reason of an extra. */
const HandRow = z.object({ id: z.string(), text: z.string(), source: z.string(), amount: z.string() });
export type HandRow = z.infer<typeof HandRow>;

/** The household while it is being typed. */
export const HouseholdValues = z.object({
  adults: z.enum(['enslig', 'par']),
  children: z.array(z.object({ id: z.string(), birthDate: z.string() })),
  samvaer: z.array(z.object({ id: z.string(), birthDate: z.string(), klasse: z.enum(samvaerClasses) })),
  spouseNet: HandRow,
  commonIncome: z.array(HandRow),
  otherNet: z.array(HandRow),
  boutgifter: HandRow,
  extras: z.array(HandRow),
  selfEmployed: z
    .object({
      grossFee: z.string(),
      source: z.string(),
      consent: z.object({ percent: z.string(), givenOn: z.string() }).nullable(),
    })
    .nullable(),
});
export type HouseholdValues = z.infer<typeof HouseholdValues>;

export const emptyHandRow = (id: string): HandRow => ({ id, text: '', source: '', amount: '' });

export const newHousehold: HouseholdValues = {
  adults: 'enslig',
  children: [],
  samvaer: [],
  spouseNet: emptyHandRow('spouse'),
  commonIncome: [],
  otherNet: [],
  boutgifter: emptyHandRow('housing'),
  extras: [],
  selfEmployed: null,
};

const shown = (amount: Oere): string => formatKroner(amount);

export const householdOf = (household: DebtorHousehold | null): HouseholdValues | null =>
  household && {
    adults: household.adults,
    children: household.children.map(({ birthDate }, index) => ({ id: `child-${index}`, birthDate })),
    samvaer: household.samvaer.map((child, index) => ({ id: `samvaer-${index}`, ...child })),
    spouseNet: household.spouseNet
      ? { ...household.spouseNet, amount: shown(household.spouseNet.amount) }
      : emptyHandRow('spouse'),
    commonIncome: household.commonIncome.map((row) => ({ ...row, amount: shown(row.amount) })),
    otherNet: household.otherNet.map((row) => ({ ...row, amount: shown(row.amount) })),
    boutgifter: household.boutgifter
      ? { ...emptyHandRow('housing'), source: household.boutgifter.source, amount: shown(household.boutgifter.amount) }
      : emptyHandRow('housing'),
    extras: household.extras.map(({ id, text, reason, amount }) => ({
      id,
      text,
      source: reason,
      amount: shown(amount),
    })),
    selfEmployed: household.selfEmployed && {
      grossFee: shown(household.selfEmployed.grossFee),
      source: household.selfEmployed.source,
      consent: household.selfEmployed.consent && {
        percent: String(household.selfEmployed.consent.percent),
        givenOn: household.selfEmployed.consent.givenOn,
      },
    },
  };

/** The ids of the fields, for the error summary to lead to. */
export const householdFieldId = (
  rowId: string,
  field: 'text' | 'source' | 'amount' | 'birthDate' | 'percent' | 'givenOn',
) => `household-${field}-${rowId}`;

/** Reads the household: what can be saved, or everything that must be put right first. */
export function readHousehold(
  values: HouseholdValues,
  today: IsoDate,
  { debtorHousehold: words }: Text,
): { readonly household: DebtorHousehold | null; readonly mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const wrong = (rowId: string, field: Parameters<typeof householdFieldId>[1], about: string, sentence: string) =>
    mistakes.push({ fieldId: householdFieldId(rowId, field), sentence, about });

  const born = (id: string, typed: string, about: string): IsoDate | null => {
    const date = parseIsoDate(typed);
    if (!date) wrong(id, 'birthDate', about, words.mistakes.birthDate);
    else if (date > today) wrong(id, 'birthDate', about, words.mistakes.birthDateInFuture);
    return date;
  };
  const amountOf = (row: HandRow, about: string): Oere | null => {
    const amount = typedAmount(row.amount);
    if (amount !== null && amount >= 0) return amount;
    wrong(row.id, 'amount', about, words.mistakes.amount);
    return null;
  };
  const sourceOf = (row: HandRow, about: string, sentence: string): string => {
    if (row.source.trim() === '') wrong(row.id, 'source', about, sentence);
    return row.source.trim();
  };
  const byHand = (row: HandRow, about: string, sourceMissing = words.mistakes.source) => {
    if (row.text.trim() === '') wrong(row.id, 'text', about, words.mistakes.what);
    const amount = amountOf(row, about);
    const source = sourceOf(row, about, sourceMissing);
    return amount === null ? null : { id: row.id, text: row.text.trim(), source, amount };
  };
  const rows = (list: readonly HandRow[], about: string, sourceMissing?: string) =>
    list.map((row) => byHand(row, about, sourceMissing)).filter((row) => row !== null);
  const entered = (row: HandRow) => row.amount.trim() !== '' || row.source.trim() !== '';

  const children = values.children.flatMap(({ id, birthDate }, index) => {
    const date = born(id, birthDate, words.child(index + 1));
    return date ? [{ birthDate: date }] : [];
  });
  const samvaer = values.samvaer.flatMap(({ id, birthDate, klasse }, index) => {
    const date = born(id, birthDate, words.samvaerChild(index + 1));
    return date ? [{ birthDate: date, klasse }] : [];
  });
  const spouse = { ...values.spouseNet, text: words.spouse };
  const spouseNet = values.adults === 'par' && entered(spouse) ? byHand(spouse, words.spouse) : null;
  const commonIncome = rows(values.commonIncome, words.commonIncome);
  const otherNet = rows(values.otherNet, words.otherNet);
  const extras = rows(values.extras, words.extras, words.mistakes.reason).map(({ source, ...row }) => ({
    ...row,
    reason: source,
  }));
  const housing = entered(values.boutgifter)
    ? byHand({ ...values.boutgifter, text: words.boutgifter }, words.boutgifter)
    : null;

  const selfEmployed = ((): DebtorHousehold['selfEmployed'] => {
    if (!values.selfEmployed) return null;
    const { grossFee, source, consent } = values.selfEmployed;
    const fee = byHand({ id: 'fee', text: words.grossFee, source, amount: grossFee }, words.grossFee);
    const percent = Number(consent?.percent);
    const givenOn = parseIsoDate(consent?.givenOn ?? '');
    const whole = Number.isInteger(percent) && percent >= 1 && percent <= 100;
    if (consent && !whole) wrong('fee', 'percent', words.consent, words.mistakes.percent);
    if (consent && !givenOn) wrong('fee', 'givenOn', words.consent, words.mistakes.consentOn);
    if (!fee) return null;
    return {
      grossFee: fee.amount,
      source: fee.source,
      consent: consent && givenOn && whole ? { percent, givenOn } : null,
    };
  })();

  const household: DebtorHousehold = {
    adults: values.adults,
    children,
    samvaer,
    spouseNet,
    commonIncome,
    otherNet,
    boutgifter: housing && { amount: housing.amount, source: housing.source },
    extras,
    selfEmployed,
  };
  return { household: mistakes.length === 0 ? household : null, mistakes };
}
