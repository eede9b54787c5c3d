import { addDays, addMonthsToDate, type Instant, type IsoDate } from '../dates.ts';
import { type Oere, oere, portionUp, sum } from '../money.ts';
import type { TrekkPeriod, UtleggOverview, UtleggstrekkEntry } from '../utlegg/overview.ts';
import type { PriorityLetter } from './claims.ts';
import type { Coordination, CoordinationCase, Finding } from './debtorAnalysis.ts';
import type { CoordinationChoice, DebtorChoices } from './debtorCase.ts';

/** utleggsdatabasen.md 6, the table: what is open to the officer in each case, and which of it stands when nothing is chosen (null: must choose). */
const caseTable: Readonly<
  Record<
    CoordinationCase,
    { readonly standard: CoordinationChoice | null; readonly open: readonly CoordinationChoice[] }
  >
> = {
  A: { standard: 'go-on', open: ['go-on'] },
  B: { standard: 'after-better', open: ['after-better'] },
  C: { standard: 'before-worse', open: ['before-worse'] },
  D: { standard: 'change-own', open: ['change-own', 'end-and-register-anew', 'second-trekk'] },
  E: { standard: null, open: ['register-waiting', 'drop-for-pant'] },
  F: { standard: 'new-rules', open: ['new-rules'] },
  G: { standard: 'go-on', open: ['go-on'] },
  H: { standard: 'ask-authority', open: ['ask-authority', 'go-on-with-gaps'] },
};

/** When several cases hold: the new rules beat everything, our own trekk is changed whatever else there is, and nothing is sized on gaps. */
const order: readonly CoordinationCase[] = ['F', 'D', 'H', 'E', 'B', 'C', 'G', 'A'];

/** «Intet til utlegg» counts as recent for this long (case G). */
const RECENT_MONTHS = 12;

type EntryResult = Coordination['entries'][number];
type Relation = EntryResult['relation'];

/** Our side of the comparison. */
export interface OurTrekk {
  readonly decisionDate: IsoDate;
  /** The municipality's organisation number; null while IT has not entered it. */
  readonly organisationNumber: string | null;
  /** The best letter among our claims; null while the municipality has not decided. */
  readonly letter: PriorityLetter | null;
  /** First day of the new rules: an entry with nothing but a date is of the new kind from then on. */
  readonly newRulesFrom: IsoDate;
  readonly choice: DebtorChoices['coordination'];
  /** What a payer's percentage is taken of, øre a month; null when the payer is not among the debtor's. */
  readonly withholdingBaseOf: (organisationNumber: string) => Oere | null;
}

/** Each entry against ours. `found` keeps the entry itself for what follows. */
export interface Relations {
  readonly found: readonly { readonly entry: UtleggOverview['entries'][number]; readonly result: EntryResult }[];
  readonly incomplete: boolean;
  readonly betterPriority: Oere | null;
  readonly freeFrom: IsoDate | null;
}

/**
 * Is it a trekk under the new rules: nothing but debtor and date? What says so by name, or, where the register does not say, an entry without
 * size and authority that was decided when the new rules existed (case F). One wrongly registered is none.
 */
export function isNewKind(entry: UtleggOverview['entries'][number], newRulesFrom: IsoDate): boolean {
  if (entry.kind !== 'utleggstrekk' || entry.state === 'slettet') return false;
  if (entry.rules !== 'ukjent') return entry.rules === 'nytt';
  const thin = entry.periods.length === 0 && entry.authority === null && entry.letter === null;
  return thin && entry.decidedOn !== null && entry.decidedOn >= newRulesFrom;
}

/** Holds every entry against our trekk: whose it is, what goes before ours, and what it takes a month. Missing fields are named, sizes never guessed. */
export function relate(overview: UtleggOverview | null, ours: OurTrekk): Relations {
  const found = (overview?.entries ?? []).map((entry) => ({ entry, result: relateEntry(entry, ours) }));
  const before = found.filter(({ result }) => goesBefore(result.relation, ours));
  const incomplete = (overview?.unread.length ?? 0) > 0;
  const unknown = found.some(({ result }) => blocks(result, ours)) || incomplete;
  const known = before.flatMap(({ result }) => result.monthly ?? []);
  return {
    found,
    incomplete,
    betterPriority: overview !== null && (!unknown || acceptsGaps(ours.choice)) ? sum(known) : null,
    freeFrom: freeFrom(before.flatMap(({ entry }) => (entry.kind === 'utleggstrekk' ? [entry] : []))),
  };
}

const goesBefore = (relation: Relation, ours: OurTrekk): boolean =>
  relation === 'better' || relation === 'equal' || (relation === 'own' && ours.choice?.choice === 'second-trekk');

/** What is missing stands in the way of knowing what goes before ours. */
const blocks = ({ relation, monthly }: EntryResult, ours: OurTrekk): boolean =>
  relation === 'unknown' || (goesBefore(relation, ours) && monthly === null);

/** The officer goes on without what is missing: by the choice of case H, or, where our own trekk leads, by any of its choices with a reason. */
const acceptsGaps = (choice: OurTrekk['choice']): boolean =>
  choice !== null &&
  (choice.choice === 'go-on-with-gaps' || (caseTable.D.open.includes(choice.choice) && choice.reason.trim() !== ''));

function relateEntry(entry: UtleggOverview['entries'][number], ours: OurTrekk): EntryResult {
  const none = { ref: entry.ref, monthly: null, missing: [] };
  if (entry.kind === 'intetTilUtlegg') {
    const gone = entry.deletedOn !== null && entry.deletedOn <= ours.decisionDate;
    return { ...none, relation: gone ? 'over' : 'intet-til-utlegg' };
  }
  if (isNewKind(entry, ours.newRulesFrom)) return { ...none, relation: 'new-kind' };
  const own = isOwn(entry, ours);
  if (isOver(entry, ours.decisionDate, own)) return { ...none, relation: 'over' };

  const size = monthlySize(entry, ours);
  const missing: EntryResult['missing'] = [
    ...(entry.authority?.organisationNumber ? [] : (['authority'] as const)),
    ...(entry.letter === null ? (['letter'] as const) : []),
    ...(size.missing === null ? [] : [size.missing]),
  ];
  if (own) return { ref: entry.ref, relation: 'own', monthly: size.monthly, missing: [] };
  if (entry.letter === null || ours.letter === null) return { ...none, relation: 'unknown', missing };
  if (entry.letter > ours.letter)
    return { ...none, relation: 'worse', missing: missing.filter((one) => one === 'authority') };
  return {
    ref: entry.ref,
    relation: entry.letter < ours.letter ? 'better' : 'equal',
    monthly: size.monthly,
    missing,
  };
}

/** Registered by us, as authority or, when no authority is named, as creditor. */
function isOwn(entry: UtleggstrekkEntry, { organisationNumber }: OurTrekk): boolean {
  const by = entry.authority?.organisationNumber ?? entry.creditor?.organisationNumber;
  return organisationNumber !== null && by === organisationNumber;
}

/** Over by the day we decide? An ended trekk may run on to a last day ahead. One that ran out is over, except our own: we have yet to end it. */
function isOver(entry: UtleggstrekkEntry, date: IsoDate, own: boolean): boolean {
  if (entry.state === 'slettet') return true;
  const lastDay = entry.ended?.lastDay ?? lastDayOf(entry.periods);
  if (entry.state === 'avsluttet') return lastDay === null || lastDay < date;
  return !own && lastDay !== null && lastDay < date;
}

/** The last day with a deduction; null when the last period is open or there is none. */
function lastDayOf(periods: readonly TrekkPeriod[]): IsoDate | null {
  const ends = periods.map((period) => period.to);
  if (ends.length === 0 || ends.includes(null)) return null;
  return ends.filter((end) => end !== null).reduce((last, end) => (end > last ? end : last));
}

/** What it takes a month on the day we decide: nothing while it waits, is on hold or has not begun. */
function monthlySize(
  entry: UtleggstrekkEntry,
  ours: OurTrekk,
): { readonly monthly: Oere | null; readonly missing: 'size' | 'payer-income' | null } {
  const nothing = { monthly: oere(0), missing: null };
  if (entry.state === 'ventende' || entry.state === 'stanset') return nothing;
  if (entry.periods.length === 0) return { monthly: null, missing: 'size' };
  const period = entry.periods.find(
    ({ from, to }) => from <= ours.decisionDate && (to === null || to >= ours.decisionDate),
  );
  if (!period) return nothing;
  if ((period.amount === null) === (period.percent === null)) return { monthly: null, missing: 'size' };
  if (period.percent === null) return { monthly: period.amount, missing: null };
  const payer = entry.payer?.organisationNumber ?? null;
  const base = payer === null ? null : ours.withholdingBaseOf(payer);
  if (base === null) return { monthly: null, missing: 'payer-income' };
  // Rounded up: the debtor keeps the odd øre.
  return { monthly: portionUp(base, period.percent, 10_000), missing: null };
}

function freeFrom(before: readonly UtleggstrekkEntry[]): IsoDate | null {
  const last = before.map((entry) => entry.ended?.lastDay ?? lastDayOf(entry.periods));
  if (last.length === 0 || last.includes(null)) return null;
  return addDays(
    last.filter((day) => day !== null).reduce((latest, day) => (day > latest ? day : latest)),
    1,
  );
}

/**
 * Which cases A–H hold, which of them decides, and what the officer may do. `noRoom`: the calculation leaves nothing to take (null: not known).
 * The findings say what stands in the way and what must be seen to.
 */
export function coordinate(
  lookup: { readonly state: Coordination['state']; readonly at: Instant | null },
  relations: Relations,
  ours: OurTrekk,
  noRoom: boolean | null,
): { readonly coordination: Coordination; readonly findings: readonly Finding[] } {
  const cases = lookup.at === null ? [] : casesOf(relations, ours, noRoom, lookup.state === 'not-needed');
  const lead = cases[0]?.case ?? null;
  const { standard, open } = lead === null ? { standard: null, open: [] } : caseTable[lead];
  const gapsToAccept = lead === 'D' && cases.some((one) => one.case === 'H');
  const choices = open
    .filter((choice) => choice !== 'register-waiting' || relations.freeFrom !== null)
    .map((choice) => ({ choice, needsReason: standard !== null && (choice !== standard || gapsToAccept) }));
  const made = choices.find(({ choice }) => choice === ours.choice?.choice) ?? null;
  const coordination: Coordination = {
    state: lookup.state,
    lookedUpAt: lookup.at,
    cases,
    lead,
    defaultChoice: standard,
    choices,
    chosen: made?.choice ?? standard,
    entries: relations.found.map(({ result }) => result),
    betterPriority: relations.betterPriority,
    freeFrom: relations.freeFrom,
  };
  const isNeeded = lookup.state !== 'not-needed';
  return {
    coordination,
    findings: [
      ...stateFindings(lookup.state),
      ...(isNeeded ? choiceFindings(coordination, ours.choice, made) : []),
      ...entryFindings(relations, ours, isNeeded),
    ],
  };
}

function casesOf(
  { found, incomplete }: Relations,
  ours: OurTrekk,
  noRoom: boolean | null,
  onlyNewRules: boolean,
): Coordination['cases'] {
  const refs = (...relations: readonly Relation[]) =>
    found.filter(({ result }) => relations.includes(result.relation)).map(({ entry }) => entry.ref);
  const gaps = found.filter(({ result }) => result.missing.length > 0).map(({ entry }) => entry.ref);
  const recent = found
    .filter(
      ({ entry, result }) => result.relation === 'intet-til-utlegg' && isRecent(entry.decidedOn, ours.decisionDate),
    )
    .map(({ entry }) => entry.ref);
  const active = refs('own', 'better', 'equal', 'worse', 'unknown', 'new-kind');
  const better = refs('better', 'equal');
  const worse = refs('worse');
  const holding: Partial<Record<CoordinationCase, readonly string[]>> = {
    ...(refs('new-kind').length > 0 ? { F: refs('new-kind') } : {}),
    ...(onlyNewRules
      ? {}
      : {
          ...(refs('own').length > 0 ? { D: refs('own') } : {}),
          ...(gaps.length > 0 || incomplete ? { H: gaps } : {}),
          ...(noRoom === true ? { E: better } : {}),
          ...(better.length > 0 ? { B: better } : {}),
          ...(worse.length > 0 ? { C: worse } : {}),
          ...(recent.length > 0 ? { G: recent } : {}),
          ...(active.length === 0 && !incomplete ? { A: [] } : {}),
        }),
  };
  return order.flatMap((one) => (holding[one] ? [{ case: one, entryRefs: [...holding[one]] }] : []));
}

/** A date that was not delivered counts as recent: the officer is warned rather than not. */
const isRecent = (decidedOn: IsoDate | null, decisionDate: IsoDate): boolean =>
  decidedOn === null || addMonthsToDate(decidedOn, RECENT_MONTHS) >= decisionDate;

function stateFindings(state: Coordination['state']): Finding[] {
  const code = (
    {
      assessed: null,
      'not-needed': null,
      'not-looked-up': 'coordination-not-looked-up',
      failed: 'coordination-failed',
      'too-old': 'coordination-too-old',
    } as const
  )[state];
  return code === null ? [] : [{ level: 'stop', code }];
}

function choiceFindings(
  { lead, chosen, choices }: Coordination,
  choice: DebtorChoices['coordination'],
  made: Coordination['choices'][number] | null,
): Finding[] {
  if (lead === null) return [];
  const findings: Finding[] = [];
  const stop = (code: Finding['code']) => findings.push({ level: 'stop', code });
  if (choice !== null && made === null && choices.length > 1) stop('coordination-choice-not-open');
  if (chosen === null) stop('coordination-choice-needed');
  if (chosen === 'ask-authority') stop('coordination-waits-for-authority');
  if (chosen === 'drop-for-pant') stop('coordination-no-trekk');
  if (made?.needsReason === true && choice?.reason.trim() === '') stop('coordination-reason-missing');
  return findings;
}

function entryFindings({ found, incomplete }: Relations, ours: OurTrekk, isNeeded: boolean): Finding[] {
  const findings: Finding[] = incomplete ? [{ level: 'warning', code: 'coordination-incomplete' }] : [];
  for (const { entry, result } of found) {
    const about = { level: 'warning', entryRef: entry.ref } as const;
    if (result.relation === 'over' || result.relation === 'new-kind') continue;
    if (entry.kind === 'intetTilUtlegg') {
      if (isRecent(entry.decidedOn, ours.decisionDate)) {
        findings.push({ ...about, code: 'intet-til-utlegg', ...(entry.decidedOn ? { date: entry.decidedOn } : {}) });
      }
      continue;
    }
    if (!isNeeded) {
      findings.push({ ...about, code: 'old-trekk-under-new-rules' });
      continue;
    }
    if (result.relation === 'own') findings.push({ ...about, code: 'own-trekk-running' });
    if (result.missing.length > 0) findings.push({ ...about, code: 'entry-incomplete' });
    if (result.relation === 'worse') {
      findings.push({
        ...about,
        code: 'others-must-be-told',
        ...(entry.authority?.name ? { text: entry.authority.name } : {}),
      });
    }
    if (result.relation === 'better' || result.relation === 'equal') {
      const begins = entry.periods.map(({ from }) => from).toSorted()[0];
      if (begins !== undefined && begins > ours.decisionDate) {
        findings.push({ ...about, code: 'entry-starts-later', date: begins });
      }
      if (entry.state === 'stanset' || entry.state === 'ventende') findings.push({ ...about, code: 'entry-on-hold' });
    }
  }
  return findings;
}
