import { type IsoDate, osloDate } from '../dates.ts';
import { type AnalysisContext, analyseDebtor } from '../garnishment/analyseDebtor.ts';
import type { Coordination, RegimeResult } from '../garnishment/debtorAnalysis.ts';
import type { DebtorCase, DebtorCondition } from '../garnishment/debtorCase.ts';
import { newestUtlegg } from '../garnishment/newestLookup.ts';
import type { Oere } from '../money.ts';
import type { Environment } from '../session.ts';
import { remainingOf } from './remaining.ts';
import type { Act, ActContent, RegisteredTrekk, Trekk } from './trekk.ts';

/** Another trekk of ours, as far as the rules look at it. */
export interface OtherTrekk extends Pick<Trekk, 'registered' | 'received'> {
  readonly act: Pick<Act, 'state' | 'what'> | null;
}

/** What the rules hold an act against, besides itself. */
export interface ValidationContext {
  readonly today: IsoDate;
  readonly environment: Environment;
  /** The debtor's number in full; it never leaves the main process. */
  readonly nationalId: string;
  /** The municipality's, as IT has entered it; null while it has not. */
  readonly organisationNumber: string | null;
  /** The organisation that the certificate or key belongs to; null = not known before the call. */
  readonly authenticatedAs: string | null;

  /** What the case says on the day of the act. */
  readonly rules: RegimeResult['rules'];
  readonly mayDecide: boolean;
  readonly coordination: Coordination['state'];
  /** The newest lookup in utleggsdatabasen; null = none. */
  readonly lookupId: string | null;
  /** The officer has chosen to register a trekk that waits (case E). */
  readonly waits: boolean;
  /** The register shows a running trekk of our own. */
  readonly ownTrekkFound: boolean;
  /** Has the one who deducts paid the debtor in the last three months? */
  readonly payerFound: boolean;
  /** What the debtor is paid a month by the one who deducts, else altogether, net, in øre; null = not known. */
  readonly netPay: Oere | null;
  readonly condition: DebtorCondition;

  /** Our other trekk of this debtor. */
  readonly others: readonly OtherTrekk[];
  /** Our trekk of other debtors: a submission is known by its reference and date, whoever it is about. */
  readonly ofOtherDebtors: readonly OtherTrekk[];
  /** The trekk that the act changes or ends; null for a new one. */
  readonly registered: RegisteredTrekk | null;
  /** What is left of its claims as the case has them, øre; null for a new one. */
  readonly remaining: Oere | null;
}

/** The facts that only the main process has. */
export interface Surroundings
  extends Pick<ValidationContext, 'nationalId' | 'authenticatedAs' | 'others' | 'ofOtherDebtors' | 'registered'> {
  readonly debtorCase: DebtorCase;
}

/** Collects what the rules need. The case is analysed for the act's own date and payer, which may differ from those the case was decided with. */
export function validationContext(
  what: ActContent,
  { debtorCase, ...given }: Surroundings,
  context: AnalysisContext,
): ValidationContext {
  const payer = payerIn(what);
  const analysis = analyseDebtor(
    {
      ...debtorCase,
      decisionDate: dateOf(what) ?? debtorCase.decisionDate,
      choices: { ...debtorCase.choices, trekkpliktig: payer },
    },
    context,
  );
  const { coordination, findings, payers, income, regime, mayDecide } = analysis;
  return {
    ...given,
    today: osloDate(context.now),
    environment: context.environment,
    organisationNumber: context.organisationNumber,
    rules: regime.rules,
    mayDecide,
    coordination: coordination.state,
    lookupId: newestUtlegg(debtorCase.lookups)?.utlegg?.lookupId ?? null,
    waits: coordination.chosen === 'register-waiting',
    ownTrekkFound: coordination.entries.some(({ relation }) => relation === 'own'),
    payerFound: payer !== null && findings.every(({ code }) => code !== 'trekkpliktig-not-found'),
    netPay: payers.find(({ payer: { id } }) => id !== null && id === payer)?.net ?? income.mean?.net ?? null,
    condition: debtorCase.condition,
    remaining: given.registered && remainingOf(given.registered.terms, debtorCase.claims),
  };
}

function dateOf(what: ActContent): IsoDate | null {
  switch (what.kind) {
    case 'registrer':
    case 'beslutning':
      return what.content.decisionDate;
    case 'endre':
      return what.content.date;
    case 'avslutt':
      return null;
  }
}

function payerIn(what: ActContent): string | null {
  if (what.kind !== 'registrer' && what.kind !== 'endre') return null;
  const digits = what.content.payer.organisationNumber.replace(/\s/g, '');
  return /^\d{9}$/.test(digits) ? digits : null;
}
