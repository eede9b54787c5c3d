import { parseAccountNumber } from '../identity/accountNumber.ts';
import { parseKid } from '../identity/kid.ts';
import type { Violation } from './trekk.ts';
import type { TrekkTerms } from './trekkContent.ts';
import { stops } from './violation.ts';

/** V-26: where the money goes. Which control the municipality has agreed on for its KID is not known here: one of the two must hold. */
export function paymentViolations({ account, kid }: TrekkTerms['payment'], kidNeeded: boolean): Violation[] {
  const kidHolds = parseKid(kid, 'mod10').ok || parseKid(kid, 'mod11').ok;
  const kidLeftOut = kid.trim() === '' && !kidNeeded;
  return [
    ...(parseAccountNumber(account).ok ? [] : [stops('V-26', 'UGYLDIG_KONTONR', 'payment.account')]),
    ...(kidHolds || kidLeftOut ? [] : [stops('V-26', 'UGYLDIG_KID', 'payment.kid')]),
  ];
}
