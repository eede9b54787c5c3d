import type { Month } from '../dates.ts';
import type { Trace } from '../housing/assessment.ts';
import type { Oere } from '../money.ts';
import { incomeCodeLabel } from './codes.ts';
import { asks, incomeLookup, taxLookup, wasComplete } from './lookups.ts';
import {
  type IncomeEntry,
  type IncomeKind,
  type Lookup,
  type LookupState,
  lookupStates,
  type Source,
} from './model.ts';
import { addDelivered } from './sums.ts';
import { wealthOf } from './wealth.ts';

/** Something a reader of one member's figures must know. The words are in shared/text. */
export interface Finding {
  readonly code:
    | 'notFetched' // months or year: never asked about
    | Exclude<LookupState, 'delivered'> // months or year: how the lookup ended
    | 'noReports' // months: delivered, but nothing was reported for them
    | 'notComplete' // months: read, or to be used, before they can be relied on
    | 'negative' // months (one), kind, registerCode, amount: a correction or a deduction in pay
    | 'backPay' // months (one), kind, registerCode, amount: paid now for another period
    | 'unknownCode' // kind, registerCode, amount, count
    | 'unknownPost' // year, registerCode, amount
    | 'noAmount' // year of a tax answer, count: amounts that were not delivered
    | 'noMonth' // amount, count: entries that belong to no month that was asked about
    | 'unread' // year of a tax answer, count: places that could not be read
    | 'wealthDisagrees'; // year: the delivered sums and their posts differ
  readonly memberId: string;
  readonly source: Source;
  readonly months?: readonly Month[];
  readonly year?: number;
  readonly kind?: IncomeKind;
  /** `beskrivelse` of the Inntekt API or `tekniskNavn` of the tax year, shown as it is; null = not delivered. */
  readonly registerCode?: string | null;
  /** Øre; null = not delivered. */
  readonly amount?: Oere | null;
  readonly count?: number;
  readonly traces: readonly Trace[];
}

/** What was asked for. `newestComplete`: the newest month that may be used. */
export interface Asked {
  readonly months: readonly Month[];
  readonly years: readonly number[];
  readonly newestComplete: Month;
}

/**
 * What is missing, incomplete, corrected, shielded, unknown or unreadable in what was delivered about a member for the months and years
 * asked for. An empty list means that nothing of the kind was found.
 */
export const findings = (lookups: readonly Lookup[], memberId: string, asked: Asked): Finding[] => [
  ...monthFindings(lookups, memberId, asked),
  ...asked.years.flatMap((year) => yearFindings(taxLookup(lookups, memberId, year), memberId, year)),
];

/** An entry and where it stands. */
interface Line {
  readonly entry: IncomeEntry;
  readonly trace: Trace;
  /** It belongs to one of the months asked about. */
  readonly placed: boolean;
}

function monthFindings(lookups: readonly Lookup[], memberId: string, asked: Asked): Finding[] {
  const about = { memberId, source: 'inntekt' } as const;
  const sources = asked.months.map((month) => ({ month, lookup: incomeLookup(lookups, memberId, month) }));
  const used = [...new Set(sources.map(({ lookup }) => lookup))].filter((lookup) => lookup !== null);
  const lines = used.flatMap((lookup) => linesOf(lookup, sources));
  const placed = lines.filter((line) => line.placed);
  const unplaced = lines.filter((line) => !line.placed);
  const reported = new Set(placed.map(({ entry }) => entry.month));

  const inMonths = (code: Finding['code'], months: readonly Month[]): Finding[] =>
    months.length === 0 ? [] : [{ ...about, code, months, traces: [] }];
  const inEntry = (code: Finding['code'], { entry, trace }: Line): Finding => ({
    ...about,
    code,
    ...(entry.month && { months: [entry.month] }),
    kind: entry.kind,
    registerCode: entry.code,
    amount: entry.amount,
    traces: [trace],
  });

  return [
    ...endings.flatMap((code) =>
      inMonths(code, monthsOf(sources.filter(({ lookup }) => (lookup?.state ?? 'notFetched') === code))),
    ),
    ...inMonths(
      'noReports',
      monthsOf(sources.filter(({ month, lookup }) => lookup?.state === 'delivered' && !reported.has(month))),
    ),
    ...inMonths(
      'notComplete',
      monthsOf(
        sources.filter(({ month, lookup }) => lookup && (month > asked.newestComplete || !wasComplete(lookup, month))),
      ),
    ),
    ...placed.filter(({ entry }) => (entry.amount ?? 0) < 0).map((line) => inEntry('negative', line)),
    ...placed.filter(({ entry }) => entry.backPay !== null).map((line) => inEntry('backPay', line)),
    ...unknownCodes(lines).map((finding) => ({ ...about, ...finding })),
    ...counted({ ...about, code: 'noAmount' }, tracesOf(lines.filter(({ entry }) => entry.amount === null))),
    ...counted({ ...about, code: 'noMonth', amount: totalOf(unplaced) }, tracesOf(unplaced)),
    ...counted({ ...about, code: 'unread' }, used.flatMap(unreadTraces)),
  ];
}

function yearFindings(lookup: Lookup | null, memberId: string, year: number): Finding[] {
  const about = { memberId, source: 'skattegrunnlag', year } as const;
  const ending = endings.find((code) => code === (lookup?.state ?? 'notFetched'));
  const ended: Finding[] = ending ? [{ ...about, code: ending, traces: [] }] : [];
  if (!lookup?.tax) return ended;
  const { posts } = lookup.tax;
  const trace = (ref: string): Trace => ({ kind: 'lookup', lookupId: lookup.id, ref });
  const wealth = wealthOf(lookup.tax);
  return [
    ...ended,
    ...posts
      .filter((post) => !post.known)
      .map(({ tekniskNavn, amount, ref }): Finding => {
        return { ...about, code: 'unknownPost', registerCode: tekniskNavn, amount, traces: [trace(ref)] };
      }),
    ...counted(
      { ...about, code: 'noAmount' },
      posts.filter(({ amount }) => amount === null).map(({ ref }) => trace(ref)),
    ),
    ...counted({ ...about, code: 'unread' }, unreadTraces(lookup)),
    ...(wealth.disagrees ? [{ ...about, code: 'wealthDisagrees' as const, traces: wealth.refs.map(trace) }] : []),
  ];
}

/** Every end of a lookup that a reader must know about. */
const endings: readonly Finding['code'][] = ['notFetched', ...lookupStates.filter((state) => state !== 'delivered')];

const linesOf = (lookup: Lookup, sources: readonly { month: Month; lookup: Lookup | null }[]): Line[] =>
  (lookup.income?.entries ?? []).flatMap((entry): Line[] => {
    const placed = sources.some((one) => one.month === entry.month && one.lookup === lookup);
    const elsewhere = entry.month !== null && asks(lookup, entry.month) && !placed;
    return elsewhere ? [] : [{ entry, trace: { kind: 'lookup', lookupId: lookup.id, ref: entry.ref }, placed }];
  });

function unknownCodes(
  lines: readonly Line[],
): Pick<Finding, 'code' | 'kind' | 'registerCode' | 'amount' | 'count' | 'traces'>[] {
  const unknown = lines.filter(({ entry: { kind, code } }) => code === null || incomeCodeLabel(kind, code) === null);
  const keyOf = ({ entry }: Line) => `${entry.kind}:${entry.code ?? ''}`;
  return [...new Set(unknown.map(keyOf))].toSorted().flatMap((key) => {
    const own = unknown.filter((line) => keyOf(line) === key);
    const [first] = own;
    if (!first) return [];
    const { kind, code } = first.entry;
    return [
      { code: 'unknownCode', kind, registerCode: code, amount: totalOf(own), count: own.length, traces: tracesOf(own) },
    ];
  });
}

const counted = (finding: Omit<Finding, 'count' | 'traces'>, traces: readonly Trace[]): Finding[] =>
  traces.length === 0 ? [] : [{ ...finding, count: traces.length, traces }];

const monthsOf = (items: readonly { month: Month }[]): Month[] => items.map(({ month }) => month);
const tracesOf = (lines: readonly Line[]): Trace[] => lines.map(({ trace }) => trace);
const totalOf = (lines: readonly Line[]): Oere | null => addDelivered(lines.map(({ entry }) => entry.amount));

const unreadTraces = ({ id, income, tax }: Lookup): Trace[] =>
  (income ?? tax)?.unread.map(({ ref }) => ({ kind: 'lookup', lookupId: id, ref })) ?? [];
