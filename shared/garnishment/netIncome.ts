import type { IsoDate, Month } from '../dates.ts';
import type { Trace } from '../housing/assessment.ts';
import { newestCompleteMonth, windowMonths } from '../housing/windows.ts';
import { incomeLookup, wasComplete } from '../income/lookups.ts';
import type { IncomeEntry, IncomeKind, Lookup } from '../income/model.ts';
import { type Oere, oere, portionDown, sum } from '../money.ts';
import type { Finding, NetIncome, netMonthStates, RoomRefusal } from './debtorAnalysis.ts';
import { DEBTOR } from './debtorLookup.ts';

/** Shown, and used: the mean of the three newest complete months (fagregler.md 2.4). */
const SHOWN_MONTHS = 12;
const USED_MONTHS = 3;

/** The newest month that was complete both on the day of the decision and today. */
export const newestMonth = (decisionDate: IsoDate, today: IsoDate): Month =>
  newestCompleteMonth(decisionDate < today ? decisionDate : today);

/** The months to ask for: those that are shown. */
export function monthsToAsk(
  decisionDate: IsoDate,
  today: IsoDate,
): { readonly fromMonth: Month; readonly toMonth: Month } {
  const toMonth = newestMonth(decisionDate, today);
  return { fromMonth: windowMonths(toMonth, SHOWN_MONTHS)[0] ?? toMonth, toMonth };
}

type NetMonthState = (typeof netMonthStates)[number];

/** What one payer reported in one month, øre. `base`: what a percentage is taken of. `payerId` of a private person is masked. */
export interface PayerMonth {
  readonly payerId: string | null;
  readonly subUnitIds: readonly string[];
  readonly kinds: readonly IncomeKind[];
  readonly gross: Oere;
  readonly base: Oere;
  readonly withheld: Oere;
  readonly net: Oere;
  readonly inKind: Oere;
  readonly expenses: Oere;
  readonly unclear: Oere;
  readonly traces: readonly Trace[];
}

export interface IncomeMonth {
  readonly month: Month;
  readonly state: NetMonthState;
  readonly used: boolean;
  readonly rows: readonly PayerMonth[];
}

export interface NetIncomeFound {
  /** Twelve months, the oldest first; the last three are used. */
  readonly months: readonly IncomeMonth[];
  /** Øre a month; null with the reasons in `refusals`. */
  readonly mean: NetIncome['mean'];
  readonly refusals: readonly RoomRefusal[];
  readonly findings: readonly Finding[];
}

/**
 * Net pay by month and payer: money paid, less forskuddstrekk. Each month is read from one answer that was made after the month was complete.
 * `onlyByHand`: the debtor's income is entered by hand, so that nothing reported is nothing to add instead of unknown.
 */
export function netIncome(lookups: readonly Lookup[], newest: Month, onlyByHand: boolean): NetIncomeFound {
  const firstUsed = windowMonths(newest, USED_MONTHS)[0] ?? newest;
  const months = windowMonths(newest, SHOWN_MONTHS).map((month): IncomeMonth => {
    const lookup = incomeLookup(lookups, DEBTOR, month);
    const rows = lookup?.income ? rowsOf(lookup, month) : [];
    return { month, state: stateOf(lookup, month, rows.length), used: month >= firstUsed, rows };
  });
  const used = months.filter((month) => month.used);
  const refusals = refusalsOf(used, onlyByHand);
  return {
    months,
    mean: refusals.length > 0 ? null : meanOf(used.flatMap(({ rows }) => rows)),
    refusals,
    findings: findingsOf(used, lookups),
  };
}

function meanOf(rows: readonly PayerMonth[]): NonNullable<NetIncome['mean']> {
  const gross = portionDown(sum(rows.map((row) => row.gross)), 1, USED_MONTHS);
  const net = portionDown(sum(rows.map((row) => row.net)), 1, USED_MONTHS);
  return { gross, withheld: oere(gross - net), net };
}

/** What a payer's amounts are a month, over the months that are used: the odd øre goes to the debtor. */
export const perMonth = (amounts: readonly Oere[]): Oere => portionDown(sum(amounts), 1, USED_MONTHS);

function stateOf(lookup: Lookup | null, month: Month, rowCount: number): NetMonthState {
  if (lookup === null || lookup.state === 'cancelled') return 'notAsked';
  if (lookup.state === 'failed' || lookup.state === 'unknownPerson') return lookup.state;
  if (lookup.state === 'shielded' || lookup.state === 'withdrawn') return lookup.state;
  if (!wasComplete(lookup, month)) return 'incomplete';
  // Where something was withheld, an empty month says nothing.
  if (rowCount === 0) return lookup.state === 'partlyShielded' ? 'shielded' : 'nothing';
  return lookup.state;
}

/** Money in the hand, a benefit in kind, cover of expenses, or something the report does not say: only the first is net pay. */
function placeOf({ fordel, kind, subjectToWithholding }: IncomeEntry): 'cash' | 'inKind' | 'expenses' | 'unclear' {
  switch (fordel) {
    case 'kontantytelse':
      return 'cash';
    case 'naturalytelse':
      return 'inKind';
    case 'utgiftsgodtgjoerelse':
      // What is taxed of an allowance is pay.
      return subjectToWithholding === true ? 'cash' : 'expenses';
    default:
      return fordel === null && (kind === 'ytelseFraOffentlige' || kind === 'pensjonEllerTrygd') ? 'cash' : 'unclear';
  }
}

function rowsOf(lookup: Lookup, month: Month): PayerMonth[] {
  const { entries = [], withholding = [] } = lookup.income ?? {};
  const inMonth = entries.filter((entry) => entry.month === month);
  const taxInMonth = withholding.filter((one) => one.month === month);
  const payers = [...new Set([...inMonth, ...taxInMonth].map(({ payerId }) => payerId))];
  return payers
    .toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))
    .map((payerId) => {
      const own = inMonth.filter((entry) => entry.payerId === payerId);
      const tax = taxInMonth.filter((one) => one.payerId === payerId);
      const total = (place: ReturnType<typeof placeOf>) =>
        sum(own.filter((entry) => placeOf(entry) === place).flatMap(({ amount }) => amount ?? []));
      const cash = own.filter((entry) => placeOf(entry) === 'cash');
      const gross = total('cash');
      // Reported as a negative amount; some reporters leave the sign out.
      const withheld = oere(Math.abs(sum(tax.flatMap(({ amount }) => amount ?? []))));
      return {
        payerId,
        subUnitIds: [...new Set(own.flatMap(({ subUnitId }) => subUnitId ?? []))],
        kinds: [...new Set(cash.map(({ kind }) => kind))],
        gross,
        base: sum(cash.filter((entry) => entry.subjectToWithholding !== false).flatMap(({ amount }) => amount ?? [])),
        withheld,
        net: oere(gross - withheld),
        inKind: total('inKind'),
        expenses: total('expenses'),
        unclear: total('unclear'),
        traces: [...own, ...tax].map(({ ref }) => ({ kind: 'lookup', lookupId: lookup.id, ref })),
      };
    });
}

/** Why there is no net income: by what must be done about it, each reason once. */
const refusalOf: Partial<Record<NetMonthState, RoomRefusal['code']>> = {
  notAsked: 'income-not-fetched',
  incomplete: 'income-incomplete',
  shielded: 'income-shielded',
  unknownPerson: 'income-unknown-person',
  withdrawn: 'income-withdrawn',
  failed: 'income-failed',
};

function refusalsOf(used: readonly IncomeMonth[], onlyByHand: boolean): RoomRefusal[] {
  const hindered = used.flatMap(({ month, state }) => {
    const code = refusalOf[state];
    return code === undefined ? [] : [{ code, month }];
  });
  if (hindered.length > 0) {
    return [...new Set(hindered.map(({ code }) => code))].map((code) => ({
      code,
      validFrom: null,
      months: hindered.filter((one) => one.code === code).map(({ month }) => month),
    }));
  }
  const nothing = used.every(({ state }) => state === 'nothing');
  return nothing && !onlyByHand
    ? [{ code: 'income-nothing-reported', validFrom: null, months: used.map(({ month }) => month) }]
    : [];
}

function findingsOf(used: readonly IncomeMonth[], lookups: readonly Lookup[]): Finding[] {
  const answers = [...new Set(used.map(({ month }) => incomeLookup(lookups, DEBTOR, month)))].flatMap((lookup) =>
    lookup?.income ? [lookup.income] : [],
  );
  const inUse = new Set<string | null>(used.map(({ month }) => month));
  const entries = answers.flatMap((answer) => answer.entries);
  const counted = entries.filter((entry) => inUse.has(entry.month));
  const tax = answers.flatMap((answer) => answer.withholding).filter((one) => inUse.has(one.month));
  const monthsWhere = (holds: (month: IncomeMonth) => boolean) => used.filter(holds).map(({ month }) => month);
  const positive = [...new Set(tax.flatMap(({ month, amount }) => (month && amount && amount > 0 ? [month] : [])))];

  const findings: Finding[] = [];
  const warn = (code: Finding['code'], holds: boolean, months: readonly Month[] = []) => {
    if (holds) findings.push({ level: 'warning', code, ...(months.length > 0 ? { months: [...months] } : {}) });
  };
  const warnOfMonths = (code: Finding['code'], months: readonly Month[]) => warn(code, months.length > 0, months);

  warn(
    'income-shielded',
    used.some(({ state }) => state === 'shielded'),
  );
  warn(
    'income-partly-shielded',
    used.some(({ state }) => state === 'partlyShielded'),
  );
  warn(
    'income-unread',
    answers.some(({ unread }) => unread.length > 0),
  );
  warn(
    'income-without-amount',
    [...counted, ...tax].some(({ amount }) => amount === null),
  );
  warn(
    'income-unplaced',
    [...entries, ...answers.flatMap((answer) => answer.withholding)].some(({ month }) => month === null),
  );
  warn(
    'income-unclear-kind',
    counted.some((entry) => entry.amount !== 0 && placeOf(entry) === 'unclear'),
  );
  warn(
    'income-back-pay',
    counted.some(({ backPay }) => backPay !== null),
  );
  warnOfMonths(
    'income-negative',
    monthsWhere(({ rows }) => rows.some(({ net }) => net < 0)),
  );
  warnOfMonths(
    'month-without-reports',
    monthsWhere(({ state }) => state === 'nothing'),
  );
  warnOfMonths('withholding-positive', positive.toSorted());
  return findings;
}
