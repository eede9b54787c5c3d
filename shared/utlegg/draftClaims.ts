import type { IsoDate } from '../dates.ts';
import type { ClaimType } from '../garnishment/claims.ts';
import type { ClaimResult, DebtorAnalysis } from '../garnishment/debtorAnalysis.ts';
import type { DebtorCase, DebtorClaim } from '../garnishment/debtorCase.ts';
import type { Oere } from '../money.ts';
import type { Kravtype, TrekkClaim } from './trekkContent.ts';

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
export const claimsOf = (
  { claims }: Pick<DebtorCase, 'claims'>,
  analysis: Pick<DebtorAnalysis, 'claims'>,
): TrekkClaim[] =>
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
