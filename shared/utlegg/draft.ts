import type { IsoDate } from '../dates.ts';
import type { Correspondence } from '../garnishment/correspondence.ts';
import type { DebtorAnalysis } from '../garnishment/debtorAnalysis.ts';
import type { DebtorCase } from '../garnishment/debtorCase.ts';
import { sum } from '../money.ts';
import { claimsOf } from './draftClaims.ts';
import { payerOf } from './draftPayer.ts';
import { periodsOf } from './draftPeriods.ts';
import type { ActContent, RegisteredTrekk } from './trekk.ts';
import type { BeslutningClaim, BeslutningContent, RegistrerContent } from './trekkContent.ts';

/** What a draft needs that is not in the case. */
export interface DraftContext {
  readonly today: IsoDate;
  /** Who signs. */
  readonly userName: string;
  /** The debtor's trekk of ours that run under the old rules: a decision under the new keeps their date. */
  readonly running: readonly RegisteredTrekk[];
  /** Where the municipality is paid and reached, as it has said for its letters; '' = not entered. */
  readonly correspondence: Pick<Correspondence, 'account' | 'email' | 'phone'>;
}

/**
 * The act that the case as it stands leads to, filled in: a registration under the old rules, a decision under the new; null while nobody knows
 * which rules apply. What nothing tells (KID, say) is left empty for the officer; nothing is guessed.
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

function registration(
  debtorCase: DebtorCase,
  analysis: DebtorAnalysis,
  { today, correspondence }: DraftContext,
): RegistrerContent {
  const { caseNumber, decisionDate, notices } = debtorCase;
  const claims = claimsOf(debtorCase, analysis);
  const waiting = analysis.coordination.chosen === 'register-waiting';
  return {
    reference: caseNumber,
    decisionDate,
    noticeDate:
      notices
        .map(({ sentOn }) => sentOn)
        .toSorted()
        .at(-1) ?? null,
    waiting,
    samordning: null,
    payer: payerOf(debtorCase, analysis),
    periods: periodsOf(debtorCase, analysis, sum(claims.map(({ remaining }) => remaining)), today, waiting),
    claims,
    payment: { account: correspondence.account, kid: '' },
  };
}

const decision = (
  debtorCase: DebtorCase,
  analysis: DebtorAnalysis,
  { userName, running, correspondence }: DraftContext,
): BeslutningContent => {
  const claims = claimsOf(debtorCase, analysis);
  const references = claims.map(({ reference }) => reference);
  const earlier = running.filter(({ terms }) => terms.claims.some(({ reference }) => references.includes(reference)));
  return {
    reference: debtorCase.caseNumber,
    decisionDate: debtorCase.decisionDate,
    earlierDecisionDate: earlier.map(({ decisionDate }) => decisionDate).toSorted()[0] ?? null,
    signedBy: userName,
    contact: { email: correspondence.email, phone: correspondence.phone },
    address: { kind: 'folkeregistrert' },
    district: null,
    payment: { account: correspondence.account, kid: '' },
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
