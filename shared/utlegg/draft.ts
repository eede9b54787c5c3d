import { addDays, addMonths, addMonthsToDate, type IsoDate, monthOf, monthsBetween } from '../dates.ts';
import type { ClaimType } from '../garnishment/claims.ts';
import type { ClaimResult, DebtorAnalysis, PayerShare } from '../garnishment/debtorAnalysis.ts';
import type { DebtorCase, DebtorClaim } from '../garnishment/debtorCase.ts';
import { type Oere, oere, sum } from '../money.ts';
import type { ActContent, RegisteredTrekk } from './trekk.ts';
import type {
  BeslutningClaim,
  BeslutningContent,
  DraftPeriod,
  Kravtype,
  RegistrerContent,
  TrekkClaim,
  TrekkPayer,
  Ytelsestype,
} from './trekkContent.ts';

/** What a draft needs that is not in the case. */
export interface DraftContext {
  readonly today: IsoDate;
  /** Who signs. */
  readonly userName: string;
  /** The debtor's trekk of ours that run under the old rules: a decision under the new keeps their date. */
  readonly running: readonly RegisteredTrekk[];
}

/** Two years, less so many that the trekk ends in time from whichever day they are counted (V-12). */
const MOST_MONTHS = 24;

/**
 * The act that the case as it stands leads to, filled in: a registration under the old rules, a decision under the new; null while nobody knows
 * which rules apply. What the case does not tell (account, KID, contact) is left empty for the officer; nothing is guessed.
 */
export function draftFromCase(
  debtorCase: DebtorCase,
  analysis: DebtorAnalysis,
  context: DraftContext,
): Extract<ActContent, { readonly kind: 'registrer' | 'beslutning' }> | null {
  switch (analysis.regime.rules) {
    case 'old':
      return { kind: 'registrer', content: registration(debtorCase, analysis, context) };
    case 'new':
      return { kind: 'beslutning', content: decision(debtorCase, analysis, context) };
    case 'stop':
      return null;
  }
}

function registration(debtorCase: DebtorCase, analysis: DebtorAnalysis, { today }: DraftContext): RegistrerContent {
  const { caseNumber, decisionDate, notices } = debtorCase;
  const claims = claimsOf(debtorCase, analysis);
  const waiting = analysis.coordination.chosen === 'register-waiting';
  return {
    reference: caseNumber,
    decisionDate,
    noticeDate: notices.map(({ sentOn }) => sentOn).reduce<IsoDate | null>(later, null),
    waiting,
    samordning: null,
    payer: payerOf(debtorCase, analysis),
    periods: periodsOf(debtorCase, analysis, sum(claims.map(({ remaining }) => remaining)), today, waiting),
    claims,
    payment: { account: '', kid: '' },
  };
}

const decision = (
  debtorCase: DebtorCase,
  analysis: DebtorAnalysis,
  { userName, running }: DraftContext,
): BeslutningContent => {
  const claims = claimsOf(debtorCase, analysis);
  const references = claims.map(({ reference }) => reference);
  const earlier = running.filter(({ terms }) => terms.claims.some(({ reference }) => references.includes(reference)));
  return {
    reference: debtorCase.caseNumber,
    decisionDate: debtorCase.decisionDate,
    earlierDecisionDate: earlier.map(({ decisionDate }) => decisionDate).toSorted()[0] ?? null,
    signedBy: userName,
    contact: { email: '', phone: '' },
    address: { kind: 'folkeregistrert' },
    district: null,
    payment: { account: '', kid: '' },
    claims: claims.map(
      (claim): BeslutningClaim => ({
        ...claim,
        payments: [],
        interestPeriod: null,
        bearsInterest: claims.some(
          ({ detail, relatedTo }) => detail === 'Rentekrav' && relatedTo[0] === claim.reference,
        )
          ? { order: null }
          : null,
      }),
    ),
    document: null,
  };
};

/** How a claim of the case is called in the message. */
const kravtyper: Readonly<Record<ClaimType, Kravtype>> = {
  eiendomsskatt: 'eiendomsskatt',
  vannOgAvloep: 'vannOgAvloep',
  feiingOgTilsyn: 'feiegebyr',
  avfall: 'avfallsgebyr',
  vegtrafikk: 'parkering',
  besoeksbidrag: 'annet',
  husleie: 'annet',
};

/** Principal, interest and costs are claims of their own; the two latter point at the principal, so that it is there even when it is paid. */
const claimsOf = ({ claims }: DebtorCase, analysis: DebtorAnalysis): TrekkClaim[] =>
  claims.flatMap((claim) => linesOf(claim, analysis.claims.find(({ claimId }) => claimId === claim.id) ?? null));

function linesOf(
  { reference, type, dueDate, original, remaining, interest, costs }: DebtorClaim,
  result: ClaimResult | null,
) {
  const common = { type: kravtyper[type], description: '', order: null };
  const accessory = (
    detail: 'Rentekrav' | 'UtenrettsligeKostnader',
    suffix: string,
    due: IsoDate | null,
    amount: Oere,
  ) =>
    amount === 0
      ? []
      : [
          {
            ...common,
            ...{ reference: `${reference}-${suffix}`, detail, due, original: amount, remaining: amount },
            letter: result?.accessoryLetter ?? null,
            relatedTo: [reference],
          },
        ];
  const principal: TrekkClaim = {
    ...common,
    ...{ reference, detail: 'Hovedkrav', due: dueDate, original, remaining },
    letter: result?.letter ?? null,
    relatedTo: [],
  };
  return [
    principal,
    ...accessory('Rentekrav', 'R', null, interest),
    ...accessory('UtenrettsligeKostnader', 'K', dueDate, costs),
  ];
}

/** Who deducts: the one chosen in the case, or the only one who can be. Empty while nobody is. */
export function payerOf(
  { choices }: Pick<DebtorCase, 'choices'>,
  { payers }: Pick<DebtorAnalysis, 'payers'>,
): TrekkPayer {
  const possible = payers.filter(({ canBeChosen }) => canBeChosen);
  const chosen = choices.trekkpliktig ?? (possible.length === 1 ? (possible[0]?.payer.id ?? null) : null);
  const found = payers.find(({ payer }) => payer.id !== null && payer.id === chosen) ?? null;
  return { organisationNumber: chosen ?? '', name: found?.payer.name ?? '', pays: paysWhat(found) };
}

function paysWhat(found: PayerShare | null): Ytelsestype {
  if (found?.kinds.includes('loennsinntekt')) return 'loenn';
  if (found?.kinds.includes('ytelseFraOffentlige')) return 'trygd';
  if (found?.kinds.includes('pensjonEllerTrygd')) return 'pensjon';
  return 'annet';
}

/** What there is room for, as the case says it shall be told: øre a month or hundredths of a per cent; neither while it is not known. */
export function sizeOf(
  { choices }: Pick<DebtorCase, 'choices'>,
  { room }: Pick<DebtorAnalysis, 'room'>,
): Pick<DraftPeriod, 'amount' | 'percent'> {
  if (room.state === 'refused') return { amount: null, percent: null };
  const percent = choices.size === 'percent' && room.percent ? room.percent * 100 : null;
  return { amount: percent === null ? room.amount : null, percent };
}

/**
 * Whole calendar months, since a start in mid-month takes effect at the month's end with NAV (fagregler.md 2.4): from the month after the decision
 * until the claims are covered, the last month only with the rest, and never beyond two years. One that waits begins with nothing to deduct on the
 * day those before it are over: what there is room for then is another assessment (utleggsdatabasen.md 7.1).
 */
function periodsOf(
  { decisionDate, choices }: DebtorCase,
  { room, coordination }: DebtorAnalysis,
  total: Oere,
  today: IsoDate,
  waiting: boolean,
): DraftPeriod[] {
  const nextMonth = firstOf(addMonths(monthOf(later(today, decisionDate)), 1));
  const from = waiting ? later(nextMonth, coordination.freeFrom ?? nextMonth) : nextMonth;
  const lastDay = lastDayOf(decisionDate, from);
  if (waiting) return [{ from, to: lastDay, amount: oere(0), percent: null }];
  const { amount, percent } = sizeOf({ choices }, { room });
  if (amount === null || amount === 0) return [{ from, to: lastDay, amount, percent }];

  const wholeMonths = Math.floor(total / amount);
  const months = monthsBetween(monthOf(from), monthOf(lastDay)).length;
  const evenly = (to: IsoDate): DraftPeriod => ({ from, to, amount, percent: null });
  if (wholeMonths >= months) return [evenly(lastDay)];
  const restFrom = firstOf(addMonths(monthOf(from), wholeMonths));
  const rest = oere(total - wholeMonths * amount);
  return [
    ...(wholeMonths > 0 ? [evenly(addDays(restFrom, -1))] : []),
    ...(rest > 0 ? [{ from: restFrom, to: endOf(restFrom), amount: rest, percent: null }] : []),
  ];
}

/** The last whole month within two years of the decision; of the start, when that is later (one that waits long). */
function lastDayOf(decisionDate: IsoDate, from: IsoDate): IsoDate {
  const byDecision = addDays(firstOf(monthOf(addMonthsToDate(decisionDate, MOST_MONTHS))), -1);
  return byDecision > from ? byDecision : addDays(addMonthsToDate(from, MOST_MONTHS), -1);
}

const firstOf = (month: ReturnType<typeof monthOf>): IsoDate => `${month}-01` as IsoDate;
const endOf = (first: IsoDate): IsoDate => addDays(addMonthsToDate(first, 1), -1);

function later(a: IsoDate, b: IsoDate): IsoDate;
function later(a: IsoDate | null, b: IsoDate): IsoDate | null;
function later(a: IsoDate | null, b: IsoDate): IsoDate {
  return a === null || b > a ? b : a;
}
