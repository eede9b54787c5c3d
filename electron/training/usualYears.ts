import { accountNumber } from './identifiers.ts';
import {
  balance,
  bankLoan,
  deduction,
  deposits,
  income,
  type Payer,
  settled,
  type TaxYear,
  total,
  wages,
} from './peopleLanguage.ts';

/** Account numbers of nobody: 9999 is no bank. */
export const account = (serial: number): string => {
  const digits = String(serial).padStart(4, '0');
  // a control digit of 10 is never issued, and the neighbouring branch then has another
  return accountNumber(`999905${digits}`) ?? accountNumber(`999906${digits}`) ?? '';
};

/** Payer and amount, kroner. */
export type Earned = readonly [Payer, number];

/** An ordinary settlement: wages by payer, the deduction that everybody gets, an account with interest, perhaps a loan with interest. */
export function wageYear(
  year: number,
  settledOn: string,
  earned: readonly Earned[],
  serial: number,
  saved: number,
  owed = 0,
): TaxYear {
  const gross = earned.reduce((sum, [, beloep]) => sum + beloep, 0);
  const minimum = Math.min(Math.round(gross * 0.46), 92_000);
  const interestEarned = Math.round(saved * 0.02);
  const interestPaid = Math.round(owed * 0.06);
  return settled(
    year,
    settledOn,
    wages(...earned),
    income('samledeOpptjenteRenterIInnenlandskeBanker', interestEarned),
    deduction('minstefradragIInntekt', minimum),
    deposits(saved, account(serial)),
    ...(owed > 0
      ? [
          bankLoan(owed, account(serial + 1)),
          deduction('samledePaaloepteRenterPaaGjeldIInnenlandskeBanker', interestPaid),
        ]
      : []),
    ...balance(saved, owed),
    total('sumFradragIAlminneligInntekt', minimum + interestPaid),
    total('alminneligInntektFoerSaerfradrag', gross + interestEarned - minimum - interestPaid),
  );
}

/** A settlement of benefits and pensions: posts of income and what is in the bank. */
export function benefitYear(
  year: number,
  settledOn: string,
  posts: readonly (readonly [string, number])[],
  serial: number,
  saved: number,
): TaxYear {
  return settled(
    year,
    settledOn,
    ...posts.map(([tekniskNavn, beloep]) => income(tekniskNavn, beloep)),
    deposits(saved, account(serial)),
    ...balance(saved, 0),
  );
}
