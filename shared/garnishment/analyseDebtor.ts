import { addMonths, type Instant, monthOf, osloDate } from '../dates.ts';
import type { Lookup, Source } from '../income/model.ts';
import { oere } from '../money.ts';
import type { Environment } from '../session.ts';
import { assetsOf } from './assets.ts';
import { claimResults } from './claimResults.ts';
import type { CollectionSettings } from './collectionSettings.ts';
import { coordinate, isNewKind, type OurTrekk, relate } from './coordination.ts';
import { deadlineRules } from './deadlines.ts';
import type {
  Coordination,
  DebtorAnalysis,
  Finding,
  NetIncome,
  PayerShare,
  RegimeResult,
  RoomResult,
} from './debtorAnalysis.ts';
import type { CoordinationChoice, DebtorCase, DebtorChoices, DebtorCondition } from './debtorCase.ts';
import type { DebtorLookup, DebtorSource, SamordnetTrekkLookup, UtleggLookup } from './debtorLookup.ts';
import { isGroundOn } from './legalGrounds.ts';
import { type NetIncomeFound, netIncome, newestMonth } from './netIncome.ts';
import { newestSamordnetTrekk, newestUtlegg } from './newestLookup.ts';
import { payerFindings, payerNames, payersOf, shownIncome, takesOverHalf, withholdingBaseOf } from './payers.ts';
import { type RegimeLookup, regimeOf } from './regime.ts';
import { childrenOn, roomResult } from './roomResult.ts';

/** Where and when the analysis is made, and by which of the municipality's decisions. */
export interface AnalysisContext {
  readonly settings: CollectionSettings;
  /** The municipality's, to know its own trekk; null while IT has not entered it. */
  readonly organisationNumber: string | null;
  readonly environment: Environment;
  readonly now: Instant;
}

/**
 * What can be said about a debtor from what is entered and fetched: which rules apply, what the trekk that are there mean, what may be taken,
 * and everything that stops a decision. A pure function of its two arguments; nothing uncertain is taken for an answer.
 */
export function analyseDebtor(debtorCase: DebtorCase, context: AnalysisContext): DebtorAnalysis {
  const { settings, environment, now } = context;
  const { decisionDate, choices, household, lookups } = debtorCase;
  const today = osloDate(now);

  const utlegg = newestUtlegg(lookups);
  const overview = utlegg?.utlegg ?? null;
  const samordnet = newestSamordnetTrekk(lookups);
  const newKind = (overview?.entries ?? []).some((entry) => isNewKind(entry, settings.regime.newRulesFrom));
  const regime = regimeOf(decisionDate, regimeLookup(samordnet), now, newKind, settings.regime);
  const underOld = regime.rules === 'old';

  const claims = claimResults({
    debtorCase,
    letters: settings.priority.letters,
    rule: deadlineRules[underOld ? 'old' : 'new'],
    accessoriesAreE: underOld,
    today,
  });

  const registers = lookups.filter(isIncomeOrTax);
  const income = netIncome(registers, newestMonth(decisionDate, today), (household?.otherNet.length ?? 0) > 0);
  const { assets, tax, findings: taxFindings } = assetsOf(registers, decisionDate);
  const names = payerNames(tax);
  const payers = payersOf(income, names);

  const ours: OurTrekk = {
    decisionDate,
    organisationNumber: context.organisationNumber,
    letter: claims.bestLetter,
    newRulesFrom: settings.regime.newRulesFrom,
    choice: choices.coordination,
    withholdingBaseOf: (organisationNumber) => withholdingBaseOf(income, organisationNumber),
  };
  const relations = relate(overview, ours);
  const room = roomResult({
    household,
    income: income.mean,
    incomeRefusals: income.refusals,
    // Under the new rules all claims share one trekk, so that none goes before it.
    betterPriority: regime.rules === 'new' ? oere(0) : relations.betterPriority,
    withholdingBase: sizeBase(income, payers, choices),
    spouseMethod: choices.spouseMethod ?? settings.spouseMethod,
    settings,
    decisionDate,
    environment,
    status: underOld ? 'decision' : 'basis',
  });
  const noRoom = room.state === 'computed' ? room.amount === 0 : null;
  const state = coordinationState(utlegg, regime.rules === 'new', now, settings.regime.maxAgeHours);
  const { coordination, findings: coordinationFindings } = coordinate(
    { state, at: overview === null ? null : (utlegg?.at ?? null) },
    relations,
    ours,
    noRoom,
  );

  const findings: Finding[] = [
    ...regimeFindings(regime, samordnet),
    ...debtorCase.legalGrounds
      .filter((ground) => !isGroundOn(ground, decisionDate))
      .map((text): Finding => ({ level: 'warning', code: 'ground-not-valid', text })),
    ...coordinationFindings,
    ...claims.findings,
    ...roomFindings(room, underOld ? coordination.chosen : null, underOld, payers, income.mean, choices),
    ...income.findings,
    // Under the new rules Skatteetaten or the namsmann names who deducts.
    ...(underOld ? payerFindings(income, payers, choices.trekkpliktig) : []),
    ...taxFindings,
    ...debtorFindings(debtorCase),
  ];

  return {
    at: now,
    regime: { ...regime, lookedUpAt: samordnet?.at ?? null, cutOver: settings.regime.cutOver },
    coordination,
    claims: [...claims.claims],
    timeline: [...claims.timeline],
    income: shownIncome(income, names),
    payers,
    room,
    assets,
    sharing: {
      claims: [...claims.sharing],
      deduction: room.state === 'computed' ? room.amount : null,
      firstMonth: addMonths(monthOf(decisionDate), 1),
    },
    findings,
    mayDecide: findings.every(({ level }) => level !== 'stop'),
    sourcesToFetch: sourcesToFetch(regime, coordination.state, income, assets.state),
  };
}

const incomeOrTax: readonly DebtorSource[] = ['inntekt', 'skattegrunnlag', 'sisteSkatteoppgjoer'] satisfies Source[];
const isIncomeOrTax = (lookup: DebtorLookup): lookup is Lookup => incomeOrTax.includes(lookup.source);

/** Anything but a plain true or false is «unavailable», also an answer that the person is unknown. */
function regimeLookup(lookup: SamordnetTrekkLookup | null): RegimeLookup | null {
  if (lookup === null) return null;
  const { at, newRules } = lookup;
  return newRules === null ? { state: 'unavailable', at } : { state: 'answered', newRules, at };
}

function coordinationState(
  lookup: UtleggLookup | null,
  underNew: boolean,
  now: Instant,
  maxAgeHours: number,
): Coordination['state'] {
  if (underNew) return 'not-needed';
  if (lookup === null) return 'not-looked-up';
  if (lookup.utlegg === null) return 'failed';
  const ageMs = Date.parse(now) - Date.parse(lookup.at);
  return ageMs < 0 || ageMs > maxAgeHours * 3_600_000 ? 'too-old' : 'assessed';
}

/** What a percentage is taken of: the chosen payer's pay, or the only one's there is. */
function sizeBase(income: NetIncomeFound, payers: readonly PayerShare[], { trekkpliktig }: DebtorChoices) {
  if (trekkpliktig !== null) return withholdingBaseOf(income, trekkpliktig);
  return payers.length === 1 ? (payers[0]?.withholdingBase ?? null) : null;
}

function regimeFindings(
  { rules, because }: Pick<RegimeResult, 'rules' | 'because'>,
  lookup: SamordnetTrekkLookup | null,
): Finding[] {
  const date = lookup ? { date: osloDate(lookup.at) } : {};
  if (because === 'not-looked-up') return [{ level: 'stop', code: 'regime-not-looked-up' }];
  if (because === 'unavailable') return [{ level: 'stop', code: 'regime-unavailable', ...date }];
  if (because === 'too-old') return [{ level: 'stop', code: 'regime-too-old', ...date }];
  const mismatch = rules === 'new' && because === 'new-entry-found' && lookup?.newRules === false;
  return mismatch ? [{ level: 'warning', code: 'regime-mismatch', ...date }] : [];
}

/** With these there is still a trekk to register, which takes room. The other choices change, wait or do without. */
const takesRoom: readonly (CoordinationChoice | null)[] = ['second-trekk', 'go-on-with-gaps'];

function roomFindings(
  room: RoomResult,
  chosen: CoordinationChoice | null,
  underOld: boolean,
  payers: readonly PayerShare[],
  mean: NetIncome['mean'],
  { trekkpliktig }: DebtorChoices,
): Finding[] {
  // Under the new rules another authority sets the size: ours is missing or nil without stopping the decision.
  const level = underOld ? 'stop' : 'warning';
  if (room.state === 'refused') return [{ level, code: 'room-refused' }];
  if (room.amount === 0) return [{ level: takesRoom.includes(chosen) ? 'stop' : 'warning', code: 'no-room' }];
  const net = payers.find(({ payer }) => payer.id === trekkpliktig)?.net ?? mean?.net ?? oere(0);
  return takesOverHalf(room.amount, net) ? [{ level: 'warning', code: 'size-over-half' }] : [];
}

function debtorFindings({ condition, household, decisionDate }: DebtorCase): Finding[] {
  const { aliveAndAdult, debtNegotiation, bankruptcy }: DebtorCondition = condition;
  const codes: Finding['code'][] = [];
  if ([aliveAndAdult, debtNegotiation, bankruptcy].includes(null)) codes.push('debtor-not-checked');
  if (aliveAndAdult === false) codes.push('debtor-dead-or-minor');
  if (debtNegotiation) codes.push('debt-negotiation');
  if (bankruptcy) codes.push('bankruptcy');
  if (household && childrenOn(household, decisionDate).length < household.children.length) codes.push('child-of-age');
  return codes.map((code) => ({ level: 'warning', code }));
}

/** What asking again may help: never asked, failed, or too old. */
function sourcesToFetch(
  { because }: Pick<RegimeResult, 'because'>,
  coordination: Coordination['state'],
  income: NetIncomeFound,
  assets: DebtorAnalysis['assets']['state'],
): DebtorSource[] {
  const again = income.refusals.some(
    ({ code }) => code === 'income-not-fetched' || code === 'income-failed' || code === 'income-incomplete',
  );
  return [
    ...(again ? (['inntekt'] as const) : []),
    ...(assets === 'failed' || assets === 'not-fetched' ? (['skattegrunnlag'] as const) : []),
    ...(['not-looked-up', 'unavailable', 'too-old'].includes(because) ? (['samordnetTrekk'] as const) : []),
    ...(['not-looked-up', 'failed', 'too-old'].includes(coordination) ? (['utlegg'] as const) : []),
  ];
}
