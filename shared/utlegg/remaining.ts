import type { DebtorClaim } from '../garnishment/debtorCase.ts';
import { type Oere, sum } from '../money.ts';
import type { TrekkClaim, TrekkTerms } from './trekkContent.ts';

/** What is left of a trekk's claims in øre: by the case where it still has the claim, else as it was registered. */
export const remainingOf = (terms: Pick<TrekkTerms, 'claims'>, inCase: readonly DebtorClaim[]): Oere =>
  sum(
    terms.claims.map((claim) => {
      const found = inCase.find(({ reference }) => reference === principalOf(claim));
      return found ? partOf(claim, found) : claim.remaining;
    }),
  );

/** The same claims with what is left of them now. */
export const withRemaining = <C extends TrekkClaim>(claims: readonly C[], inCase: readonly DebtorClaim[]): C[] =>
  claims.map((claim) => ({ ...claim, remaining: remainingOf({ claims: [claim] }, inCase) }));

const principalOf = ({ detail, reference, relatedTo }: TrekkClaim): string =>
  detail === 'Hovedkrav' ? reference : (relatedTo[0] ?? '');

function partOf({ detail }: TrekkClaim, { remaining, interest, costs }: DebtorClaim): Oere {
  switch (detail) {
    case 'Hovedkrav':
      return remaining;
    case 'Rentekrav':
      return interest;
    case 'UtenrettsligeKostnader':
      return costs;
  }
}
