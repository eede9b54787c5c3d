import { isOrganisationNumber } from '../income/maskPayers.ts';
import type { TaxAnswer } from '../income/model.ts';
import { type Oere, sum } from '../money.ts';
import type { Finding, NetIncome, Payer, PayerShare } from './debtorAnalysis.ts';
import { type IncomeMonth, type NetIncomeFound, type PayerMonth, perMonth } from './netIncome.ts';

/** Names of organisations by number. */
export type Names = ReadonlyMap<string, string>;

const nameFields = ['arbeidsgiversNavn', 'pensjonsutbetalersNavn', 'oppgavegiversNavn'];
const numberFields = ['organisasjonsnummer', 'oppgavegiversOrganisasjonsnummer'];

/** The Inntekt API delivers no names; the tax basis names those who paid that year. */
export function payerNames(tax: TaxAnswer | null): Names {
  const names = new Map<string, string>();
  for (const { fields } of tax?.posts.flatMap(({ spesifisering }) => spesifisering) ?? []) {
    const valueIn = (wanted: readonly string[]) => fields.find(({ name }) => wanted.includes(name))?.value;
    const [number, name] = [valueIn(numberFields), valueIn(nameFields)];
    if (number !== undefined && name !== undefined) names.set(String(number), String(name));
  }
  return names;
}

/** The months as the window shows them. */
export const shownIncome = ({ months, mean }: NetIncomeFound, names: Names): NetIncome => ({
  mean,
  months: months.map(({ month, state, used, rows }) => {
    const total = (field: 'gross' | 'withheld' | 'net') =>
      rows.length === 0 ? null : sum(rows.map((row) => row[field]));
    return {
      month,
      state,
      used,
      gross: total('gross'),
      withheld: total('withheld'),
      net: total('net'),
      rows: rows.map(({ gross, withheld, net, inKind, expenses, unclear, traces, ...row }) => ({
        payer: shown(row, names),
        ...{ gross, withheld, net, inKind, expenses, unclear },
        traces: [...traces],
      })),
    };
  }),
});

function shown({ payerId, subUnitIds }: Pick<PayerMonth, 'payerId' | 'subUnitIds'>, names: Names): Payer {
  const isOrganisation = isOrganisationNumber(payerId);
  const name = [payerId ?? '', ...subUnitIds].map((id) => names.get(id)).find((one) => one !== undefined);
  return {
    id: payerId,
    isOrganisation,
    name: isOrganisation ? (name ?? null) : null,
  };
}

const usedRows = (months: readonly IncomeMonth[]) =>
  months.filter(({ used }) => used).flatMap(({ month, rows }) => rows.map((row) => ({ month, row })));

/** Who paid the debtor in the three months that are used, the largest first: whom a trekk can be laid on. */
export function payersOf({ months }: NetIncomeFound, names: Names): PayerShare[] {
  const all = usedRows(months).filter(({ row }) => row.gross !== 0);
  const whole = sum(all.map(({ row }) => row.gross));
  const ids = [...new Set(all.map(({ row }) => row.payerId))];
  return ids
    .map((payerId): PayerShare => {
      const own = all.filter(({ row }) => row.payerId === payerId);
      const rows = own.map(({ row }) => row);
      const gross = sum(rows.map((row) => row.gross));
      const payer = shown({ payerId, subUnitIds: rows.flatMap(({ subUnitIds }) => subUnitIds) }, names);
      return {
        payer,
        gross: perMonth(rows.map((row) => row.gross)),
        net: perMonth(rows.map((row) => row.net)),
        share: whole > 0 ? Math.round((gross * 10_000) / whole) : 0,
        withholdingBase: perMonth(rows.map(({ base }) => base)),
        kinds: [...new Set(rows.flatMap(({ kinds }) => kinds))],
        newestMonth: own.map(({ month }) => month).reduce((last, month) => (month > last ? month : last)),
        canBeChosen: payer.isOrganisation,
      };
    })
    .toSorted((a, b) => b.gross - a.gross || (a.payer.id ?? '').localeCompare(b.payer.id ?? ''));
}

/** What a percentage to be deducted by an organisation, main unit or sub-unit, is taken of, øre a month; null when it paid nothing. */
export function withholdingBaseOf({ months }: NetIncomeFound, organisationNumber: string): Oere | null {
  const own = usedRows(months).filter(
    ({ row }) => row.payerId === organisationNumber || row.subUnitIds.includes(organisationNumber),
  );
  const base = perMonth(own.map(({ row }) => row.base));
  return base > 0 ? base : null;
}

/**
 * Who shall deduct under the old rules, where the municipality decides against that payer: someone must be chosen, and is warned of when not
 * among those who pay (V-31).
 */
export function payerFindings(found: NetIncomeFound, payers: readonly PayerShare[], chosen: string | null): Finding[] {
  if (chosen !== null) {
    return withholdingBaseOf(found, chosen) === null ? [{ level: 'warning', code: 'trekkpliktig-not-found' }] : [];
  }
  const someonePays = payers.some(({ canBeChosen }) => canBeChosen);
  return [
    { level: 'stop', code: 'trekkpliktig-not-chosen' },
    ...(someonePays ? [] : [{ level: 'warning', code: 'no-payer' } as const]),
  ];
}

/** More than half of what the payer pays out (V-15), or of all net pay while none is chosen. */
export const takesOverHalf = (amount: Oere, net: Oere): boolean => 2 * amount > net;
