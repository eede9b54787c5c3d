import type { Month } from '../dates.ts';
import type { Trace } from '../housing/assessment.ts';
import type { Oere } from '../money.ts';
import type { HousingRule } from '../rules/housingRule.ts';
import { classifyMonth } from './classify.ts';
import { asks, incomeLookup, wasComplete } from './lookups.ts';
import { type IncomeEntry, type IncomeKind, incomeKinds, type Lookup, type LookupState } from './model.ts';
import { addDelivered, type Sums, sumsOf } from './sums.ts';

/** A figure made of delivered amounts, with everything a reader must know about it. Øre. */
export interface Cell {
  readonly sums: Sums;
  /** All amounts, however they count; null when none of the entries had an amount. */
  readonly total: Oere | null;
  /** Entries without an amount: the figure may be too low. */
  readonly withoutAmount: number;
  readonly negative: boolean;
  readonly backPay: boolean;
  readonly traces: readonly Trace[];
}

/** One payer and kind of income; `cells` follow the table's months, null where nothing was reported. */
interface PayerRow {
  /** An organisation number, or a private employer's personal number, masked. */
  readonly payerId: string | null;
  readonly kind: IncomeKind;
  readonly cells: readonly (Cell | null)[];
  readonly total: Cell;
}

/** One month. `complete`: it could be relied on both when it was read and by the newest complete month that was given. */
interface MonthColumn {
  readonly month: Month;
  readonly state: LookupState | 'notFetched';
  readonly complete: boolean;
  readonly total: Cell | null;
}

export interface MonthsTable {
  readonly memberId: string;
  readonly columns: readonly MonthColumn[];
  readonly rows: readonly PayerRow[];
  readonly total: Cell | null;
  /** Entries that belong to no month that was asked about; in no other figure of the table. */
  readonly unplaced: Cell | null;
}

/**
 * A member's months: rows by payer and kind, columns by month, each figure with the source lines it is made of. Kind, not code, makes the
 * row: codes were split finer from 2024 without any change in income. `newestComplete` is the newest month that may be used. The order of
 * the lookups and of what they hold does not matter.
 */
export function monthsTable(
  lookups: readonly Lookup[],
  memberId: string,
  months: readonly Month[],
  newestComplete: Month,
  departures: HousingRule['treatments'] = [],
): MonthsTable {
  const sources = months.map((month) => incomeLookup(lookups, memberId, month));
  const used = [...new Set(sources)].filter((lookup) => lookup !== null);
  const lines = used.flatMap((lookup) => linesOf(lookup, departures));

  const byMonth = months.map((month, index) =>
    lines.filter(({ entry, lookup }) => entry.month === month && lookup === sources[index]),
  );
  const unplaced = lines.filter(({ entry, lookup }) => entry.month === null || !asks(lookup, entry.month));

  return {
    memberId,
    columns: months.map((month, index) => {
      const source = sources[index] ?? null;
      return {
        month,
        state: source?.state ?? 'notFetched',
        complete: source !== null && month <= newestComplete && wasComplete(source, month),
        total: cellOf(byMonth[index] ?? []),
      };
    }),
    rows: rowsOf(byMonth),
    total: cellOf(byMonth.flat()),
    unplaced: cellOf(unplaced),
  };
}

/** The counted income of a month for each member, in the order given, and together: the figures of the chart. Øre, null = none known. */
export interface HouseholdMonth {
  readonly month: Month;
  readonly members: readonly { readonly memberId: string; readonly counted: Oere | null }[];
  readonly counted: Oere | null;
  /** Complete for every member. */
  readonly complete: boolean;
}

/** Lays the members' tables, all made for the same months, together month by month. */
export const householdMonths = (tables: readonly MonthsTable[]): HouseholdMonth[] =>
  (tables[0]?.columns ?? []).map(({ month }, index) => {
    const columns = tables.map(({ memberId, columns }) => ({ memberId, column: columns[index] }));
    const members = columns.map(({ memberId, column }) => ({ memberId, counted: column?.total?.sums.counted ?? null }));
    return {
      month,
      members,
      counted: addDelivered(members.map(({ counted }) => counted)),
      complete: columns.every(({ column }) => column?.complete === true),
    };
  });

interface Line {
  readonly lookup: Lookup;
  readonly entry: IncomeEntry;
  readonly treatment: ReturnType<typeof classifyMonth>;
  readonly amount: Oere | null;
}

const linesOf = (lookup: Lookup, departures: HousingRule['treatments']): Line[] =>
  (lookup.income?.entries ?? []).map((entry) => ({
    lookup,
    entry,
    treatment: classifyMonth(entry, departures),
    amount: entry.amount,
  }));

function rowsOf(byMonth: readonly (readonly Line[])[]): PayerRow[] {
  const keyOf = ({ entry }: Line) => `${incomeKinds.indexOf(entry.kind)} ${entry.payerId ?? ''}`;
  const all = byMonth.flat();
  return [...new Set(all.map(keyOf))].toSorted().flatMap((key) => {
    const own = all.filter((line) => keyOf(line) === key);
    const [first] = own;
    const total = cellOf(own);
    if (!first || !total) return [];
    const { payerId, kind } = first.entry;
    return [
      { payerId, kind, cells: byMonth.map((lines) => cellOf(lines.filter((line) => keyOf(line) === key))), total },
    ];
  });
}

function cellOf(lines: readonly Line[]): Cell | null {
  if (lines.length === 0) return null;
  return {
    sums: sumsOf(lines),
    total: addDelivered(lines.map(({ amount }) => amount)),
    withoutAmount: lines.filter(({ amount }) => amount === null).length,
    negative: lines.some(({ amount }) => amount !== null && amount < 0),
    backPay: lines.some(({ entry }) => entry.backPay !== null),
    traces: lines.map(({ lookup, entry }) => ({ kind: 'lookup', lookupId: lookup.id, ref: entry.ref })),
  };
}
