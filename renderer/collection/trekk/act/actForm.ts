import { z } from 'zod';
import { addDays, type IsoDate, parseIsoDate } from '../../../../shared/dates.ts';
import { formatKroner } from '../../../../shared/money.ts';
import type { ActContent, Trekk } from '../../../../shared/utlegg/trekk.ts';
import {
  avslutningsaarsaker,
  type DraftPeriod,
  endringsaarsaker,
  type TrekkTerms,
  ytelsestyper,
} from '../../../../shared/utlegg/trekkContent.ts';
import { typedAmount } from '../../../ui/typedAmount.ts';
import { ClaimRow, claimRow, type Misread, readBeslutningClaim, readClaim } from './claimRows.ts';
import { percentText, typedDate, typedPercent } from './typed.ts';

export const PeriodRow = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  kind: z.enum(['amount', 'percent']),
  size: z.string(),
});
export type PeriodRow = z.infer<typeof PeriodRow>;

/** The fields of every kind of act while one types. Those that an act of this kind does not have stand empty. */
export const ActValues = z.object({
  kind: z.enum(['registrer', 'endre', 'avslutt', 'beslutning']),
  debtorName: z.string(),
  reasons: z.record(z.string(), z.string()),
  decisionDate: z.string(),
  noticeDate: z.string(),
  waiting: z.boolean(),
  payer: z.object({ organisationNumber: z.string(), name: z.string(), pays: z.enum(ytelsestyper) }),
  periods: z.array(PeriodRow),
  claims: z.array(ClaimRow),
  account: z.string(),
  kid: z.string(),
  changeReason: z.enum(endringsaarsaker),
  changeDate: z.string(),
  endReason: z.enum(avslutningsaarsaker),
  lastDay: z.string(),
  transferredTo: z.string(),
  explanation: z.string(),
  earlierDecisionDate: z.string(),
  signedBy: z.string(),
  email: z.string(),
  phone: z.string(),
  address: z.enum(['folkeregistrert', 'adresse', 'ukjent']),
  addressText: z.string(),
  postalCode: z.string(),
  city: z.string(),
  otherDistrict: z.boolean(),
  districtName: z.string(),
  districtReason: z.string(),
});
export type ActValues = z.infer<typeof ActValues>;

const empty: Omit<ActValues, 'kind' | 'debtorName' | 'reasons'> = {
  decisionDate: '',
  noticeDate: '',
  waiting: false,
  payer: { organisationNumber: '', name: '', pays: 'loenn' },
  periods: [],
  claims: [],
  account: '',
  kid: '',
  changeReason: 'retting',
  changeDate: '',
  endReason: 'innfridd',
  lastDay: '',
  transferredTo: '',
  explanation: '',
  earlierDecisionDate: '',
  signedBy: '',
  email: '',
  phone: '',
  address: 'folkeregistrert',
  addressText: '',
  postalCode: '',
  city: '',
  otherDistrict: false,
  districtName: '',
  districtReason: '',
};

const periodRow = ({ from, to, amount, percent }: DraftPeriod, index: number): PeriodRow => ({
  id: String(index),
  from: from ?? '',
  to: to ?? '',
  kind: percent !== null ? 'percent' : 'amount',
  size: percent !== null ? percentText(percent) : amount === null ? '' : formatKroner(amount),
});

const termsValues = ({ payer, periods, claims, payment }: TrekkTerms) => ({
  payer: { ...payer },
  periods: periods.map(periodRow),
  claims: claims.map(claimRow),
  account: payment.account,
  kid: payment.kid,
});

/** The act as it is kept, in the form's fields. */
export function actValues(
  what: ActContent,
  { debtorName }: Pick<Trekk, 'debtorName'>,
  reasons: Record<string, string>,
) {
  return { ...empty, kind: what.kind, debtorName, reasons, ...kindValues(what) } satisfies ActValues as ActValues;
}

function kindValues(what: ActContent): Partial<ActValues> {
  switch (what.kind) {
    case 'registrer': {
      const { decisionDate, noticeDate, waiting } = what.content;
      return { ...termsValues(what.content), decisionDate, noticeDate: noticeDate ?? '', waiting };
    }
    case 'endre': {
      const { reason, date, explanation } = what.content;
      return { ...termsValues(what.content), changeReason: reason, changeDate: date, explanation };
    }
    case 'avslutt': {
      const { reason, lastDay, explanation, transferredTo } = what.content;
      return { endReason: reason, lastDay, explanation, transferredTo: transferredTo ?? '' };
    }
    case 'beslutning': {
      const { address, contact, district, payment } = what.content;
      return {
        claims: what.content.claims.map(claimRow),
        decisionDate: what.content.decisionDate,
        earlierDecisionDate: what.content.earlierDecisionDate ?? '',
        signedBy: what.content.signedBy,
        ...contact,
        ...payment,
        address: address.kind,
        ...(address.kind === 'adresse' && {
          addressText: address.text,
          postalCode: address.postalCode,
          city: address.city,
        }),
        otherDistrict: district !== null,
        districtName: district?.name ?? '',
        districtReason: district?.reason ?? '',
      };
    }
  }
}

export interface ReadAct {
  readonly what: ActContent;
  /** What can't be read as what it should be. While there is any, `what` is not to be kept. */
  readonly misread: readonly Misread[];
}

/** Reads the form. `base`: the act as it is kept, for what the form does not show. */
export function readAct(values: ActValues, base: ActContent): ReadAct {
  const misread: Misread[] = [];
  return { what: readKind(values, base, misread), misread };
}

function readKind(values: ActValues, base: ActContent, misread: Misread[]): ActContent {
  /** A date that must be there. */
  const needed = (text: string, field: string, before: IsoDate): IsoDate => {
    const date = parseIsoDate(text);
    if (date === null) misread.push({ field, should: 'date' });
    return date ?? before;
  };
  switch (base.kind) {
    case 'registrer':
      return {
        kind: 'registrer',
        content: {
          ...base.content,
          ...readTerms(values, misread),
          decisionDate: needed(values.decisionDate, 'decisionDate', base.content.decisionDate),
          noticeDate: typedDate(values.noticeDate, 'noticeDate', misread),
          waiting: values.waiting,
        },
      };
    case 'endre':
      return {
        kind: 'endre',
        content: {
          ...readTerms(values, misread),
          reason: values.changeReason,
          date: needed(values.changeDate, 'date', base.content.date),
          explanation: values.explanation.trim(),
        },
      };
    case 'avslutt':
      return {
        kind: 'avslutt',
        content: {
          reason: values.endReason,
          lastDay: needed(values.lastDay, 'lastDay', base.content.lastDay),
          explanation: values.explanation.trim(),
          transferredTo: values.transferredTo.trim() === '' ? null : values.transferredTo.trim(),
        },
      };
    case 'beslutning':
      return {
        kind: 'beslutning',
        content: {
          ...base.content,
          decisionDate: needed(values.decisionDate, 'decisionDate', base.content.decisionDate),
          earlierDecisionDate: typedDate(values.earlierDecisionDate, 'earlierDecisionDate', misread),
          signedBy: values.signedBy.trim(),
          contact: { email: values.email.trim(), phone: values.phone.trim() },
          address: addressOf(values),
          district: values.otherDistrict
            ? { name: values.districtName.trim(), reason: values.districtReason.trim() }
            : null,
          payment: paymentOf(values),
          claims: values.claims.map((row, index) => readBeslutningClaim(row, `claims.${index}`, misread)),
        },
      };
  }
}

const digitsOnly = (text: string): string => text.replace(/[\s.]/g, '');

const paymentOf = ({ account, kid }: ActValues) => ({ account: digitsOnly(account), kid: digitsOnly(kid) });

const addressOf = ({ address, addressText, postalCode, city }: ActValues) =>
  address === 'adresse'
    ? { kind: address, text: addressText.trim(), postalCode: postalCode.trim(), city: city.trim() }
    : { kind: address };

function readTerms(values: ActValues, misread: Misread[]): TrekkTerms {
  const { payer, periods, claims } = values;
  return {
    payer: { ...payer, organisationNumber: digitsOnly(payer.organisationNumber), name: payer.name.trim() },
    periods: periods.map((row, index) => readPeriod(row, `periods.${index}`, misread)),
    claims: claims.map((row, index) => readClaim(row, `claims.${index}`, misread)),
    payment: paymentOf(values),
  };
}

function readPeriod({ from, to, kind, size }: PeriodRow, field: string, misread: Misread[]): DraftPeriod {
  const amount = kind === 'amount' ? typedAmount(size) : null;
  const percent = kind === 'percent' ? typedPercent(size) : null;
  if (amount === null && percent === null && size.trim() !== '')
    misread.push({ field: `${field}.${kind}`, should: kind });
  return {
    from: typedDate(from, `${field}.from`, misread),
    to: typedDate(to, `${field}.to`, misread),
    amount,
    percent,
  };
}

/** A period after the last one: it begins the day after, with the same size. */
export function nextPeriod(periods: readonly PeriodRow[], id: string): PeriodRow {
  const last = periods.at(-1);
  const end = last ? parseIsoDate(last.to) : null;
  return { id, from: end ? addDays(end, 1) : '', to: '', kind: last?.kind ?? 'amount', size: last?.size ?? '' };
}
